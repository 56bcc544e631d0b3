"""`show`: the case behind a case code."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from conversations.consult.case_code import encode
from conversations.consult.state import Consult
from domain.definitions import DEFINITIONS
from domain.facts.reading import read_case

if TYPE_CHECKING:
    from tests.bot.commands.conftest import CommandLine

CASE = read_case({"tace_sessions": 3, "target_response": "CR", "severe_jaundice": True})
CODE = encode(Consult(CASE, frozenset({"ecog", "tumor_marker_trend"})))


def test_the_facts_come_first_as_the_data_contract_writes_them(tace_consult: CommandLine) -> None:
    finished = tace_consult("show", CODE)

    assert finished.code == 0
    assert json.loads(finished.out.splitlines()[0]) == {
        "facts": {"tace_sessions": 3, "target_response": "CR", "severe_jaundice": True},
        "implied": {"residual_viability_percent": 0},
        "not_known": ["ecog", "tumor_marker_trend"],
    }


def test_the_report_follows_with_every_page(tace_consult: CommandLine) -> None:
    report = tace_consult("show", CODE).out

    assert "Severe jaundice" in report
    for title in ("Caveats", "Would read otherwise if", "Stage and indication", "Not asked"):
        assert f"\n\n{title}" in report
    assert report.count("Rule, reading and sources") == len(DEFINITIONS)


def test_blanks_around_a_copied_code_do_no_harm(tace_consult: CommandLine) -> None:
    assert tace_consult("show", f" {CODE}\n").out == tace_consult("show", CODE).out


@pytest.mark.parametrize(
    ("code", "told"),
    [
        (f"{CODE[:-1]}{'A' if CODE[-1] != 'A' else 'B'}", "damaged"),
        (CODE[:-1], "damaged"),
        (f"b{CODE[1:]}", "newer version"),
        (f"{CODE}!", "no case code"),
        ("", "no case code"),
    ],
)
def test_a_code_that_cannot_be_read_is_a_mistake_told_in_one_line(
    tace_consult: CommandLine, code: str, told: str
) -> None:
    finished = tace_consult("show", code)

    assert finished.code == 2
    assert told in finished.err
    assert len(finished.err.splitlines()) == 1
    assert finished.out == ""
