"""`parse`: what shorthand understands, for other programs."""

import json
from pathlib import Path

from tests.bot.commands.processes import ended, start


async def test_facts_and_what_was_left_out_are_one_json_object(tmp_path: Path) -> None:
    run = await ended(await start("parse", "CP C11, tense ascites, ECOG 3", folder=tmp_path))

    assert run.code == 0
    assert json.loads(run.out) == {
        "facts": {"child_pugh_class": "C", "ecog": 3},
        "ignored": [
            {"text": "tense ascites", "why": "Not recorded: large or tense is not refractory."}
        ],
    }


async def test_the_reasons_are_in_the_language_asked_for(tmp_path: Path) -> None:
    run = await ended(await start("parse", "--lang", "zh", "TACE 2次,AFP较前升高", folder=tmp_path))
    parsed = json.loads(run.out)

    assert parsed["facts"] == {"tace_sessions": 2}
    assert parsed["ignored"][0]["why"].startswith("未记录")


async def test_without_a_line_it_is_a_mistake_in_one_line(tmp_path: Path) -> None:
    run = await ended(await start("parse", folder=tmp_path))

    assert run.code == 2
    assert run.err.count("\n") == 1


async def test_ask_starts_from_a_line_as_well(tmp_path: Path) -> None:
    run = await ended(await start("ask", "TACE", "x3,", "mRECIST", "SD", folder=tmp_path))

    assert "Understood: 3 sessions; SD" in run.out
