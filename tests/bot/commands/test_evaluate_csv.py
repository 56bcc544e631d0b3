"""`evaluate` with CSV on either side."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Any

import pytest

from bot.evaluation.csv_results import COLUMNS
from domain.facts.catalogue import FACTS

if TYPE_CHECKING:
    from pathlib import Path

    from tests.bot.commands.conftest import CommandLine


def from_csv(tace_consult: CommandLine, stdin: str | bytes) -> list[dict[str, Any]]:
    """Evaluate CSV; return the results as JSON."""
    finished = tace_consult("evaluate", "--input", "csv", "--output", "jsonl", stdin=stdin)
    assert finished.err == ""
    return [json.loads(line) for line in finished.out.splitlines()]


def to_csv(tace_consult: CommandLine, stdin: str) -> list[dict[str, str]]:
    """Evaluate JSON Lines; return the rows of CSV."""
    finished = tace_consult("evaluate", "--output", "csv", stdin=stdin)
    return list(csv.DictReader(finished.out.splitlines()))


def test_a_row_means_what_the_same_line_of_json_means(tace_consult: CommandLine) -> None:
    rows = (
        "severe_jaundice,id,residual_viability_percent,tace_sessions,target_response\n"
        'no,"p, 1",62.5,3,SD\n'
        "TRUE,,over_50,,\n"
    )
    lines = (
        '{"id": "p, 1", "facts": {"severe_jaundice": false, "residual_viability_percent": 62.5,'
        ' "tace_sessions": 3, "target_response": "SD"}}\n'
        '{"facts": {"severe_jaundice": true, "residual_viability_percent": "over_50"}}\n'
    )

    same = tace_consult("evaluate", stdin=lines)

    assert from_csv(tace_consult, rows) == [json.loads(line) for line in same.out.splitlines()]


@pytest.mark.parametrize(
    ("cell", "answer"),
    [
        *((text, True) for text in ("true", "TRUE", "Yes", "yes", "1", " 1 ")),
        *((text, False) for text in ("false", "False", "no", "NO", "0")),
    ],
)
def test_yes_and_no_may_be_written_in_several_ways(
    tace_consult: CommandLine, cell: str, answer: object
) -> None:
    (result,) = from_csv(tace_consult, f"hepatorenal_syndrome\n{cell}\n")
    (same,) = (
        json.loads(line)
        for line in tace_consult(
            "evaluate", stdin=json.dumps({"facts": {"hepatorenal_syndrome": answer}})
        ).out.splitlines()
    )

    assert result == same


@pytest.mark.parametrize(
    ("column", "cell", "told"),
    [
        ("severe_jaundice", "maybe", 'severe_jaundice is "maybe", but must be true or false.'),
        ("tace_sessions", "three", 'tace_sessions is "three", but must be a whole number'),
        ("tace_sessions", "3.0", "tace_sessions is 3.0, but must be a whole number"),
        ("tace_sessions", "9" * 99, "tace_sessions is"),
        ("tace_sessions", "³", 'tace_sessions is "³", but must be a whole number'),
        ("largest_tumor_cm", "-2.5", "largest_tumor_cm is -2.5, but must be a number from 0.1"),
        ("largest_tumor_cm", "1e308", 'largest_tumor_cm is "1e308", but must be a number'),
        ("target_response", "sd", 'target_response is "sd", but must be one of CR, PR, SD, PD.'),
        ("ecog", '"1', "The row is not CSV: a quote has no partner"),
        ("ecog", "1,2", "The row has 3 cells, but the header 2; leave a cell empty"),
    ],
)
def test_a_row_that_is_no_case_gets_an_error_and_the_others_go_on(
    tace_consult: CommandLine, column: str, cell: str, told: str
) -> None:
    first, second = from_csv(tace_consult, f"id,{column}\np1,{cell}\np2,\n")

    assert told in first["error"]["message"]
    assert "error" not in second


def test_the_rest_of_a_cell_that_breaks_the_line_is_taken_for_no_case(
    tace_consult: CommandLine,
) -> None:
    *halves, whole = from_csv(tace_consult, 'id,ecog\n"p1\nright lobe",1\np2,2\n')

    assert ["a quote has no partner" in half["error"]["message"] for half in halves] == [True, True]
    assert whole["id"] == "p2"
    assert "error" not in whole


def test_a_row_that_is_not_utf_8_gets_an_error_too(tace_consult: CommandLine) -> None:
    first, second = from_csv(tace_consult, b"id,ecog\n\xb2\xa1,1\np2,1\n")

    assert first["error"]["message"].startswith("Line 2: The line is not UTF-8 from byte 1 on")
    assert second["id"] == "p2"


def test_a_ragged_row_keeps_its_id(tace_consult: CommandLine) -> None:
    short, long = from_csv(tace_consult, "id,ecog,tace_sessions\np1,1\np2,1,2,3\n")

    assert (short["id"], long["id"]) == ("p1", "p2")
    assert "error" in short
    assert "error" in long


def test_rows_of_empty_cells_are_blank(tace_consult: CommandLine) -> None:
    (result,) = from_csv(tace_consult, "id,ecog\n,\n\np1,\n , \n")

    assert result["id"] == "p1"


def test_a_byte_order_mark_and_spaces_around_names_do_no_harm(tace_consult: CommandLine) -> None:
    (result,) = from_csv(tace_consult, "\ufeffid , ecog\r\np1, 4\r\n")

    assert result["id"] == "p1"
    assert result["unsuitability"] != {}


@pytest.mark.parametrize(
    ("header", "told"),
    [
        ("", "there is no header row; name the columns: id, then facts"),
        (
            "id,afp\n",
            'no fact is called "afp", as column 2 is; name each column "id" or after a fact, ',
        ),
        ("id;ecog\n", 'no fact is called "id;ecog", as column 1 is'),
        ("id,ecog,\n", 'no fact is called "", as column 3 is'),
        ("ecog,id,ecog\n", 'two columns are called "ecog"; keep one of them'),
        ('id,"ecog\n', "the header row is not CSV text in UTF-8; name the columns in line 1"),
        (b"\xff\xfei\x00d\x00\n", "the header row is not CSV text in UTF-8"),
    ],
)
def test_a_header_that_cannot_be_used_ends_in_one_line_before_any_result(
    tace_consult: CommandLine, header: str | bytes, told: str
) -> None:
    finished = tace_consult("evaluate", "--input", "csv", "--output", "csv", stdin=header)

    assert finished.code == 2
    assert finished.err.startswith(f"tace-consult: standard input: {told}")
    assert len(finished.err.splitlines()) == 1
    assert finished.out == ""


def test_every_fact_may_be_a_column(tace_consult: CommandLine) -> None:
    (result,) = from_csv(tace_consult, f"{','.join(FACTS)}\n3{',' * (len(FACTS) - 1)}\n")

    assert "error" not in result


def test_a_file_that_ends_in_csv_is_read_and_answered_as_csv(
    tace_consult: CommandLine, tmp_path: Path
) -> None:
    (tmp_path / "CASES.CSV").write_text("id,ecog\np1,3\n", encoding="utf-8")

    finished = tace_consult("evaluate", tmp_path / "CASES.CSV")
    told = tace_consult("evaluate", tmp_path / "CASES.CSV", "--output", "jsonl")

    (row,) = csv.DictReader(finished.out.splitlines())
    assert row["id"] == "p1"
    assert json.loads(told.out)["unsuitability"]["reasons"] == ["ecog_above_2"]


def test_the_columns_of_the_result_stay_as_they_are(tace_consult: CommandLine) -> None:
    header = tace_consult("evaluate", "--output", "csv").out

    assert header.rstrip("\n").split(",") == list(COLUMNS)
    assert header == (
        "id,ruleset,"
        "epoihcc_2013.verdict,jsh_lcsgj_2014.verdict,european_2014.verdict,cci_2022.verdict,"
        "epoihcc_2013.undecided_by,jsh_lcsgj_2014.undecided_by,european_2014.undecided_by,"
        "cci_2022.undecided_by,"
        "epoihcc_2013.caveats,jsh_lcsgj_2014.caveats,european_2014.caveats,cci_2022.caveats,"
        "unsuitability.verdict,unsuitability.reasons,unsuitability.unknown,"
        "cnlc.stage,cnlc.tace,implied,warnings,caveats,case_code,"
        "error.code,error.facts,error.message\n"
    )


def test_a_row_of_the_result_holds_what_the_line_of_json_says(tace_consult: CommandLine) -> None:
    stdin = json.dumps(
        {
            "id": 7,
            "facts": {
                "tace_sessions": 1,
                "target_response": "CR",
                "child_pugh_class": "C",
                "extrahepatic_spread": "new",
            },
        }
    )

    (row,) = to_csv(tace_consult, stdin)
    result = json.loads(tace_consult("evaluate", stdin=stdin).out)

    for name, finding in result["definitions"].items():
        assert row[f"{name}.verdict"] == finding["verdict"]
        assert row[f"{name}.undecided_by"] == ";".join(finding["undecided_by"])
        assert row[f"{name}.caveats"] == ";".join(finding["caveats"])
    assert row["id"] == "7"
    assert row["unsuitability.verdict"] == "unsuitable"
    assert row["unsuitability.reasons"] == "child_pugh_c"
    assert row["unsuitability.unknown"] == ";".join(result["unsuitability"]["unknown"])
    assert (row["cnlc.stage"], row["cnlc.tace"]) == ("IV", "not_listed")
    assert row["implied"] == "residual_viability_percent=0"
    assert row["caveats"] == ";".join(result["caveats"])
    assert row["case_code"] == result["case_code"]
    assert row["error.code"] == ""


def test_an_implied_yes_or_no_is_written_as_json_writes_it(tace_consult: CommandLine) -> None:
    (row,) = to_csv(tace_consult, '{"id": true, "facts": {"progressed_from_baseline": true}}')

    assert row["id"] == "true"
    assert row["implied"] == "target_response=PD"


def test_an_error_fills_the_error_columns_alone(tace_consult: CommandLine) -> None:
    (row,) = to_csv(tace_consult, '{"id": "p1", "facts": {"ecog": 9, "afp": 1}}')

    filled = {column for column, cell in row.items() if cell}
    assert filled == {"id", "error.code", "error.facts", "error.message"}
    assert row["error.facts"] == "afp;ecog"


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_no_cell_starts_as_a_formula_does(tace_consult: CommandLine, start: str) -> None:
    identity = f'{start}HYPERLINK("http://127.0.0.1")'
    line = json.dumps({"id": identity, "facts": {f"{start}1+1": 1}})

    finished = tace_consult("evaluate", "--output", "csv", stdin=line)
    (row,) = csv.DictReader(io.StringIO(finished.out, newline=""))

    assert row["id"] == f"'{identity}"
    assert row["error.facts"] == f"'{start}1+1"
