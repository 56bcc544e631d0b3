"""`evaluate --output text`: results for people."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.bot.commands.conftest import CommandLine


def as_text(tace_consult: CommandLine, **case: object) -> list[str]:
    """Evaluate one case; return the lines that a person reads."""
    return tace_consult("evaluate", "--output", "text", stdin=json.dumps(case)).out.splitlines()


def test_a_case_shows_the_first_screen_of_its_report_and_where_the_rest_is(
    tace_consult: CommandLine,
) -> None:
    lines = as_text(tace_consult, id="p1", facts={"target_response": "CR", "child_pugh_class": "C"})

    assert lines[0] == "== p1"
    assert "Child-Pugh C" in lines[1]
    assert "CCI 2022 · Not refractory" in "\n".join(lines)
    assert lines[-2].startswith("tace-consult show ")
    assert lines[-1] == ""


def test_an_error_shows_its_code_and_its_message(tace_consult: CommandLine) -> None:
    lines = as_text(tace_consult, facts={"ecog": 9})

    assert lines == [
        "== (no id)",
        "invalid: Line 1: ecog is 9, but must be a whole number from 0 to 4.",
        "",
    ]


def test_an_id_cannot_steer_the_terminal(tace_consult: CommandLine) -> None:
    lines = as_text(tace_consult, id="\x1b[2J\n\u202ep1", facts={})

    assert lines[0] == "== \\x1b[2J\\n\\u202ep1"
