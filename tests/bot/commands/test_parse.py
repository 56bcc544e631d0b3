"""`parse`: what shorthand understands, for other programs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.bot.commands.conftest import CommandLine


def test_facts_and_what_was_left_out_are_one_json_object(tace_consult: CommandLine) -> None:
    finished = tace_consult("parse", "CP C11, tense ascites, ECOG 3")

    assert finished.code == 0
    assert json.loads(finished.out) == {
        "facts": {"child_pugh_class": "C", "ecog": 3},
        "ignored": [
            {"text": "tense ascites", "why": "Not recorded: large or tense is not refractory."}
        ],
    }


def test_the_reasons_are_in_the_language_asked_for(tace_consult: CommandLine) -> None:
    finished = tace_consult("parse", "--lang", "zh", "TACE 2次,AFP较前升高")
    parsed = json.loads(finished.out)

    assert parsed["facts"] == {"tace_sessions": 2}
    assert parsed["ignored"][0]["why"].startswith("未记录")


def test_without_a_line_it_is_a_mistake_in_one_line(tace_consult: CommandLine) -> None:
    finished = tace_consult("parse")

    assert finished.code == 2
    assert finished.err.count("\n") == 1


def test_ask_starts_from_a_line_as_well(tace_consult: CommandLine) -> None:
    finished = tace_consult("ask", "TACE", "x3,", "mRECIST", "SD")

    assert "Understood: 3 sessions; SD" in finished.out
