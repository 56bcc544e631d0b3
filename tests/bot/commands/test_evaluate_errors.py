"""`evaluate` with lines that are no cases: each gets an error that says how to mend it."""

from __future__ import annotations

import json
from string import Formatter
from typing import TYPE_CHECKING, Any

import pytest

from bot.evaluation.lines import LONGEST
from bot.evaluation.records import LineFault
from bot.wording import wording
from conversations.wording import Language
from domain.facts.admissibility import NOTHING_FOLLOWS_NO_SESSION, RULES

if TYPE_CHECKING:
    from conversations.wording import Wording
    from tests.bot.commands.conftest import CommandLine


def the_error(tace_consult: CommandLine, stdin: str | bytes) -> tuple[object, dict[str, Any]]:
    """Evaluate one line; return the id of its result and its error."""
    finished = tace_consult("evaluate", stdin=stdin)
    (result,) = map(json.loads, finished.out.splitlines())
    assert finished.code == 1
    assert finished.err == ""
    assert list(result) == ["id", "error"]
    assert list(result["error"]) == ["code", "facts", "message"]
    return result["id"], result["error"]


def message(tace_consult: CommandLine, **facts: object) -> str:
    """Evaluate a case that is invalid; return what is said."""
    _, error = the_error(tace_consult, json.dumps({"id": "p1", "facts": facts}))
    assert error["code"] == "invalid"
    assert error["facts"] == sorted(facts)
    return str(error["message"])


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("{", "Line 1: The line is not JSON: what stands at character 2 is not expected there."),
        ("p1,3,SD", "The line is not JSON: what stands at character 1 is not expected there."),
        ('{"id": "p1", "facts": {}} {}', "The line is not JSON: what stands at character 27"),
        ('{"id": 1e999, "facts": {}}', "The id is a list, an object or no finite number"),
        ('{"id": NaN, "facts": {}}', "The id is a list, an object or no finite number"),
        ('{"id": ["p1"], "facts": {}}', "The id is a list, an object or no finite number"),
        (f'{{"id": {"9" * 5000}, "facts": {{}}}}', "a number of thousands of digits"),
        ("[" * 50_000, "lists hundreds of levels deep"),
        ('{"id": "\\ud800", "facts": {}}', "a \\u escape for half a character"),
        ("[]", "JSON, but no object; write an object with id and facts"),
        ('"p1"', "JSON, but no object; write an object with id and facts"),
        ('{"id": 1, "id": 1, "facts": {}}', 'stand twice in one object: "id"; keep one of each'),
        (b'{"id": "\xff", "facts": {}}', "not UTF-8 from byte 9 on; save the file as UTF-8"),
        (" " * (LONGEST + 1), f"more than {LONGEST} bytes; write one case a line"),
    ],
)
def test_a_line_without_an_id_to_return_is_named_by_its_number(
    tace_consult: CommandLine, line: str | bytes, told: str
) -> None:
    identity, error = the_error(tace_consult, line)

    assert identity is None
    assert (error["code"], error["facts"]) == ("invalid", [])
    assert error["message"].startswith("Line 1: ")
    assert told in error["message"]


@pytest.mark.parametrize(
    ("members", "told"),
    [
        ("", "facts is missing or no object; write each fact's name with its answer."),
        (', "facts": null', "facts is missing or no object"),
        (', "facts": [{"ecog": 1}]', "facts is missing or no object"),
        (', "facts": {}, "facts": {}', 'stand twice in one object: "facts"'),
        (
            ', "facts": {}, "ecog": 1, "age": 60',
            'Only id and facts may stand there: not "age", "ecog"; each fact goes inside facts.',
        ),
    ],
)
def test_a_line_with_an_id_returns_it(tace_consult: CommandLine, members: str, told: str) -> None:
    identity, error = the_error(tace_consult, f'{{"id": "p1"{members}}}')

    assert identity == "p1"
    assert (error["code"], error["facts"]) == ("invalid", [])
    assert told in error["message"]
    assert "Line" not in error["message"]


def test_a_fact_given_twice_is_refused_rather_than_guessed(tace_consult: CommandLine) -> None:
    identity, error = the_error(
        tace_consult, '{"id": "p1", "facts": {"ecog": 1, "tace_sessions": 2, "ecog": 3}}'
    )

    assert identity == "p1"
    assert error == {
        "code": "invalid",
        "facts": ["ecog"],
        "message": 'These names stand twice in one object: "ecog"; keep one of each.',
    }


@pytest.mark.parametrize(
    ("fact", "given", "told"),
    [
        ("tace_sessions", 51, "is 51, but must be a whole number from 0 to 50."),
        ("tace_sessions", -1, "is -1, but must be a whole number from 0 to 50."),
        ("tace_sessions", 3.0, "is 3.0, but must be a whole number"),
        ("tace_sessions", "3", 'is "3", but must be a whole number'),
        ("ecog", True, "is true, but must be a whole number from 0 to 4."),
        ("tumor_count", 0, "is 0, but must be a whole number from 1 to 99."),
        ("ecog", float("nan"), "is NaN, but must be a whole number from 0 to 4."),
        ("largest_tumor_cm", float("nan"), "is NaN, but must be a number from 0.1 to 50"),
        ("largest_tumor_cm", float("-inf"), "is -Infinity, but must be a number from 0.1 to 50"),
        ("severe_jaundice", 1, "is 1, but must be true or false."),
        ("severe_jaundice", "no", 'is "no", but must be true or false.'),
        ("target_response", "sd", 'is "sd", but must be one of CR, PR, SD, PD.'),
        ("target_response", ["SD"], "is a list, but must be one of CR, PR, SD, PD."),
        ("child_pugh_class", {"class": "A"}, "is an object, but must be one of A, B, C."),
        (
            "residual_viability_percent",
            50.55,
            (
                "is 50.55, but must be a number from 0 to 500 with at most one decimal, or one of "
                "up_to_50, over_50."
            ),
        ),
        (
            "largest_tumor_cm",
            50.1,
            "is 50.1, but must be a number from 0.1 to 50 with at most one decimal.",
        ),
        ("vascular_invasion", "x" * 99, f'is "{"x" * 40}...", but must be one of absent'),
        ("vascular_invasion", "\x1b[2J\u202e", 'is "\\u001b[2J\\u202e", but must be one of'),
    ],
)
def test_what_is_no_answer_is_shown_beside_what_would_be(
    tace_consult: CommandLine, fact: str, given: object, told: str
) -> None:
    assert message(tace_consult, **{fact: given}).startswith(f"{fact} {told}")


def test_a_misspelt_fact_is_told_what_may_be_meant(tace_consult: CommandLine) -> None:
    assert message(tace_consult, tace_sesions=3) == (
        'No fact is called "tace_sesions"; tace_sessions may be meant.'
    )


def test_an_unknown_fact_is_told_where_the_names_are(tace_consult: CommandLine) -> None:
    assert message(tace_consult, afp=400) == (
        'No fact is called "afp"; the handbook lists the names.'
    )


def test_of_many_mistakes_three_are_explained_and_all_facts_named(
    tace_consult: CommandLine,
) -> None:
    said = message(tace_consult, afp=1, bilirubin=2, ecog=9, inr=3, tace_sessions=99)

    assert said.count("but must be") + said.count("No fact is called") == 3
    assert said.endswith("2 more answers are wrong.")


@pytest.mark.parametrize(
    ("facts", "told"),
    [
        (
            {"tace_sessions": 2, "sessions_within_6_months": 3},
            (
                "There cannot be more sessions within six months than sessions in all "
                "(tace_sessions is 2, sessions_within_6_months is 3): correct one of these "
                "answers, or leave it out."
            ),
        ),
        (
            {"target_response": "CR", "residual_viability_percent": "over_50"},
            (
                'The response is CR exactly when no viability is left (target_response is "CR", '
                'residual_viability_percent is "over_50")'
            ),
        ),
        (
            {"target_response": "SD", "progressed_from_baseline": True},
            "Only with PD can the target tumor have progressed from baseline",
        ),
        (
            {"residual_viability_percent": 50, "progressed_from_baseline": True},
            "A target tumor that progressed from baseline is more than 50% viable",
        ),
        (
            {"tace_sessions": 1, "new_intrahepatic_lesions": "after_consecutive_sessions"},
            "New lesions after consecutive sessions need at least 2 sessions",
        ),
        (
            {"tace_sessions": 0, "vascular_invasion": "new"},
            "Without a session vascular invasion cannot have appeared after TACE",
        ),
        (
            {"tace_sessions": 0, "extrahepatic_spread": "new"},
            "Without a session extrahepatic spread cannot have appeared after TACE",
        ),
        (
            {"tace_sessions": 0, "imaging_timing": "after_3_months"},
            "Without a session nothing that follows TACE can be answered",
        ),
    ],
)
def test_answers_that_exclude_each_other_are_named_with_what_was_given(
    tace_consult: CommandLine, facts: dict[str, object], told: str
) -> None:
    identity, error = the_error(tace_consult, json.dumps({"id": "p1", "facts": facts}))

    assert identity == "p1"
    assert (error["code"], error["facts"]) == ("contradiction", sorted(facts))
    assert error["message"].startswith(told)


def test_one_broken_line_leaves_the_others_alone(tace_consult: CommandLine) -> None:
    fine = b'{"id": 1, "facts": {"ecog": 1}}\n'
    broken = [b"\xff\xfe\x00", b"{" * (3 * LONGEST), b"[" * 60_000, b"\x00", b'"']

    finished = tace_consult("evaluate", stdin=fine + b"\n".join(broken) + b"\n" + fine)

    outcomes = ["error" in json.loads(line) for line in finished.out.splitlines()]
    assert outcomes == [False, *(True for _ in broken), False]


ERROR_KEYS = (
    *(f"error.line.{fault}" for fault in LineFault),
    *(f"contradiction.{rule.id}" for rule in RULES),
    f"contradiction.{NOTHING_FOLLOWS_NO_SESSION}",
)


@pytest.mark.parametrize("key", ERROR_KEYS)
def test_every_error_is_worded_in_both_languages_with_the_same_places(key: str) -> None:
    english, chinese = (places(wording(language), key) for language in Language)

    assert english == chinese


def places(words: Wording, key: str) -> set[str | None]:
    return {name for _, name, _, _ in Formatter().parse(words(key)) if name}
