"""`ask`: the consult in the terminal, by letters and by typed answers."""

from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console

from bot.terminal.consult import consult_in_terminal
from bot.wording import wording
from conversations.consult.case_code import decode
from conversations.flow.advance import Turn
from conversations.wording import Language
from tests.bot.commands.processes import ended, start
from tests.conversations.showing import DATED, consult

TO_THE_REPORT = {
    "en": ["3", "SD", "over 50%", "a", "a", "all", "b", "yes", "palliative", "B7", "1", "a"],
    "zh": ["3", "SD", "超过50%", "a", "a", "全部", "b", "是", "姑息", "B7", "1分", "a"],
}
VERDICTS = {
    "en": ["■ JSH-LCSGJ 2014 · Refractory", "□ CCI 2022 · Not refractory"],
    "zh": ["■ JSH-LCSGJ 2014 · TACE抵抗", "□ CCI 2022 · 非TACE抵抗"],
}


@pytest.mark.parametrize("language", ["en", "zh"])
async def test_a_consult_is_held_in_the_terminal(tmp_path: Path, language: str) -> None:
    lines = [*TO_THE_REPORT[language], "q", ""]
    run = await ended(await start("ask", "--lang", language, folder=tmp_path), "\n".join(lines))

    assert run.code == 0
    for verdict in VERDICTS[language]:
        assert verdict in run.out


async def test_the_code_printed_at_the_end_goes_on_where_the_consult_was_left(
    tmp_path: Path,
) -> None:
    left = await ended(await start("ask", folder=tmp_path), "3\n")
    code = left.out.rsplit("ask ", 1)[1].split("”")[0]
    again = await ended(await start("ask", code, folder=tmp_path), "")

    assert "mRECIST" in again.out


def test_ctrl_c_leaves_the_case_code_behind() -> None:
    def interrupted() -> str:
        raise KeyboardInterrupt

    so_far = consult(tace_sessions=3)
    code = consult_in_terminal(
        Turn(so_far), wording(Language.EN), DATED, interrupted, Console(file=StringIO())
    )

    assert decode(code) == so_far


async def test_a_code_typed_into_the_consult_opens_its_case(tmp_path: Path) -> None:
    left = await ended(await start("ask", folder=tmp_path), "3\n")
    code = left.out.rsplit("ask ", 1)[1].split("”")[0]
    run = await ended(await start("ask", folder=tmp_path), f"{code}\n")

    assert run.out.count("mRECIST") >= 1


async def test_a_damaged_code_is_one_line_and_exit_code_2(tmp_path: Path) -> None:
    run = await ended(await start("ask", "aAH2B67g-iwCOAANj_k", folder=tmp_path))

    assert run.code == 2
    assert run.err.count("\n") == 1
    assert "damaged" in run.err


async def test_a_damaged_code_typed_into_the_consult_loses_nothing(tmp_path: Path) -> None:
    run = await ended(await start("ask", folder=tmp_path), "3\naAH2B67g-iwCOAANj_k\nSD\n")

    assert "damaged" in run.out
    assert "share of enhancing tumor" in run.out


async def test_what_looks_like_an_identifier_is_refused_and_answers_nothing(tmp_path: Path) -> None:
    lines = "Mr Smith, TACE x3, mRECIST SD\n3\n"
    run = await ended(await start("ask", folder=tmp_path), lines)

    assert "That looks like a name. It was not recorded." in run.out
    assert "share of enhancing tumor" not in run.out
    assert "which mRECIST response" in run.out
