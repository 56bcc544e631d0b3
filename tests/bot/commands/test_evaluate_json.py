"""`evaluate` with JSON Lines: the shape and the order of every result."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from conversations.consult.case_code import decode
from domain.ruleset import RULESET

if TYPE_CHECKING:
    from pathlib import Path

    from tests.bot.commands.conftest import CommandLine

FILLED: dict[str, Any] = {
    "tace_sessions": 2,
    "treatment_intent": "palliative",
    "target_response": "PR",
    "residual_viability_percent": 71.5,
    "imaging_timing": "after_3_months",
    "new_intrahepatic_lesions": "none",
    "vascular_invasion": "preexisting",
    "extrahepatic_spread": "absent",
    "tumor_marker_trend": "not_rising",
    "technique_reassessed": False,
    "child_pugh_class": "A",
    "ecog": 1,
    "refractory_ascites": True,
}


def line(facts: dict[str, Any], identity: object = "p1") -> str:
    return json.dumps({"id": identity, "facts": facts}) + "\n"


def results(text: str) -> list[dict[str, Any]]:
    return [json.loads(each) for each in text.splitlines()]


def test_the_example_of_the_data_contract_comes_out(tace_consult: CommandLine) -> None:
    finished = tace_consult("evaluate", stdin=line({"tace_sessions": 3, "target_response": "SD"}))

    (result,) = results(finished.out)
    assert finished.code == 0
    assert result["definitions"]["epoihcc_2013"] == {
        "verdict": "indeterminate",
        "possible": ["not_assessable", "refractory"],
        "undecided_by": ["sessions_within_6_months"],
        "criteria": {"no_response": {"status": "unknown", "missing": ["sessions_within_6_months"]}},
        "flips": [],
        "caveats": [],
    }
    assert result["unsuitability"]["verdict"] == "indeterminate"
    assert result["cnlc"] is None


def test_a_result_has_the_members_of_the_contract_in_its_order(tace_consult: CommandLine) -> None:
    (result,) = results(tace_consult("evaluate", stdin=line(FILLED)).out)

    assert list(result) == [
        "id",
        "ruleset",
        "definitions",
        "unsuitability",
        "cnlc",
        "implied",
        "warnings",
        "caveats",
        "case_code",
    ]
    assert list(result["definitions"]) == [
        "epoihcc_2013",
        "jsh_lcsgj_2014",
        "european_2014",
        "cci_2022",
    ]
    for finding in result["definitions"].values():
        assert list(finding) == [
            "verdict",
            "possible",
            "undecided_by",
            "criteria",
            "flips",
            "caveats",
        ]
    assert result["ruleset"] == RULESET


def test_a_criterion_carries_what_its_status_calls_for_and_no_more(
    tace_consult: CommandLine,
) -> None:
    (result,) = results(tace_consult("evaluate", stdin=line(FILLED)).out)

    assert result["definitions"]["jsh_lcsgj_2014"]["criteria"] == {
        "residual_viability": {
            "status": "not_assessable",
            "unmet_conditions": ["imaging_timing", "technique_reassessed"],
        },
        "new_lesions": {"status": "not_met"},
        "vascular_invasion": {"status": "not_met"},
        "extrahepatic_spread": {"status": "not_met"},
        "tumor_markers": {"status": "not_met"},
    }


def test_without_a_session_the_sessions_are_the_unmet_condition(tace_consult: CommandLine) -> None:
    (result,) = results(tace_consult("evaluate", stdin=line({"tace_sessions": 0})).out)

    assert result["definitions"]["cci_2022"]["criteria"] == {
        "progression_after_refined_tace": {
            "status": "not_assessable",
            "unmet_conditions": ["tace_sessions"],
        }
    }


def test_flips_warnings_stage_and_what_is_implied_are_told(tace_consult: CommandLine) -> None:
    (result,) = results(
        tace_consult(
            "evaluate",
            stdin=line(
                {
                    "tace_sessions": 1,
                    "target_response": "CR",
                    "vascular_invasion": "new",
                    "extrahepatic_spread": "absent",
                    "child_pugh_class": "A",
                    "ecog": 0,
                    "severe_jaundice": True,
                    "refractory_ascites": True,
                }
            ),
        ).out
    )

    assert result["definitions"]["european_2014"]["flips"] == [
        {"fact": "target_response", "from": "CR", "to": "PD", "verdict": "refractory"}
    ]
    assert result["implied"] == {"residual_viability_percent": 0}
    assert result["cnlc"] == {"stage": "IIIa", "tace": "first_choice"}
    assert result["warnings"] == [
        {
            "code": "child_pugh_a_unlikely",
            "facts": ["child_pugh_class", "refractory_ascites", "severe_jaundice"],
        }
    ]
    assert result["unsuitability"]["reasons"] == ["severe_jaundice", "refractory_ascites"]


def test_the_case_code_stands_for_the_facts(tace_consult: CommandLine) -> None:
    (result,) = results(tace_consult("evaluate", stdin=line(FILLED)).out)

    assert decode(result["case_code"]).case.answers == FILLED


@pytest.mark.parametrize("identity", ["p 1", "病例1", "", 7, 2.5, 10**30, True, None])
def test_an_id_comes_back_whichever_scalar_it_is(
    tace_consult: CommandLine, identity: object
) -> None:
    (result,) = results(tace_consult("evaluate", stdin=line({}, identity)).out)

    assert result["id"] == identity
    assert type(result["id"]) is type(identity)


def test_a_missing_id_is_null(tace_consult: CommandLine) -> None:
    (result,) = results(tace_consult("evaluate", stdin='{"facts": {}}').out)

    assert result["id"] is None


def test_results_keep_the_order_of_the_cases_and_blank_lines_have_none(
    tace_consult: CommandLine,
) -> None:
    stdin = "\ufeff" + line({}, 1) + "\n  \r\n" + line({"ecog": 9}, 2) + line({}, 3).rstrip("\n")

    finished = tace_consult("evaluate", "-", stdin=stdin)

    assert [result["id"] for result in results(finished.out)] == [1, 2, 3]
    assert finished.code == 1


def test_an_explicit_null_is_unanswered(tace_consult: CommandLine) -> None:
    first, second = results(tace_consult("evaluate", stdin=line({"ecog": None}) + line({})).out)

    assert first == second


def test_no_case_gives_no_result(tace_consult: CommandLine) -> None:
    finished = tace_consult("evaluate", stdin="\n\n")

    assert (finished.code, finished.out, finished.err) == (0, "", "")


@pytest.mark.parametrize("name", ["cases.jsonl", "cases.ndjson", "cases"])
def test_a_file_of_any_other_ending_is_json_lines(
    tace_consult: CommandLine, tmp_path: Path, name: str
) -> None:
    (tmp_path / name).write_text(line({}), encoding="utf-8")

    (result,) = results(tace_consult("evaluate", tmp_path / name).out)

    assert result["id"] == "p1"
