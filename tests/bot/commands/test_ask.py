"""`ask`: the consult in the terminal, by letters and by typed answers."""

from __future__ import annotations

from io import StringIO
from typing import TYPE_CHECKING

import pytest
from rich.console import Console

from bot.terminal.consult import consult_in_terminal
from bot.wording import wording
from conversations.consult.case_code import decode
from conversations.flow.advance import Turn
from conversations.wording import Language
from tests.conversations.showing import DATED, consult

if TYPE_CHECKING:
    from tests.bot.commands.conftest import CommandLine

TO_THE_REPORT = {
    "en": ["3", "SD", "over 50%", "a", "a", "all", "b", "yes", "palliative", "B7", "1", "a"],
    "zh": ["3", "SD", "超过50%", "a", "a", "全部", "b", "是", "姑息", "B7", "1分", "a"],
}
VERDICTS = {
    "en": ["■ JSH-LCSGJ 2014 · Refractory", "□ CCI 2022 · Not refractory"],
    "zh": ["■ JSH-LCSGJ 2014 · TACE抵抗", "□ CCI 2022 · 非TACE抵抗"],
}


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_consult_is_held_in_the_terminal(tace_consult: CommandLine, language: str) -> None:
    lines = [*TO_THE_REPORT[language], "q", ""]
    finished = tace_consult("ask", "--lang", language, stdin="\n".join(lines))

    assert finished.code == 0
    for verdict in VERDICTS[language]:
        assert verdict in finished.out


def test_the_code_printed_at_the_end_goes_on_where_the_consult_was_left(
    tace_consult: CommandLine,
) -> None:
    left = tace_consult("ask", stdin="3\n")
    code = left.out.rsplit("ask ", 1)[1].split("”")[0]
    again = tace_consult("ask", code)

    assert "mRECIST" in again.out


def test_ctrl_c_leaves_the_case_code_behind() -> None:
    def interrupted() -> str:
        raise KeyboardInterrupt

    so_far = consult(tace_sessions=3)
    code = consult_in_terminal(
        Turn(so_far), wording(Language.EN), DATED, interrupted, Console(file=StringIO())
    )

    assert decode(code) == so_far


def test_a_code_typed_into_the_consult_opens_its_case(tace_consult: CommandLine) -> None:
    left = tace_consult("ask", stdin="3\n")
    code = left.out.rsplit("ask ", 1)[1].split("”")[0]
    finished = tace_consult("ask", stdin=f"{code}\n")

    assert finished.out.count("mRECIST") >= 1


def test_a_damaged_code_is_one_line_and_exit_code_2(tace_consult: CommandLine) -> None:
    finished = tace_consult("ask", "aAH2B67g-iwCOAANj_k")

    assert finished.code == 2
    assert finished.err.count("\n") == 1
    assert "damaged" in finished.err


def test_a_damaged_code_typed_into_the_consult_loses_nothing(tace_consult: CommandLine) -> None:
    finished = tace_consult("ask", stdin="3\naAH2B67g-iwCOAANj_k\nSD\n")

    assert "damaged" in finished.out
    assert "share of enhancing tumor" in finished.out


def test_what_looks_like_an_identifier_is_refused_and_answers_nothing(
    tace_consult: CommandLine,
) -> None:
    finished = tace_consult("ask", stdin="Mr Smith, TACE x3, mRECIST SD\n3\n")

    assert "That looks like a name. It was not recorded." in finished.out
    assert "share of enhancing tumor" not in finished.out
    assert "which mRECIST response" in finished.out


def test_an_identifier_on_the_command_line_is_one_line_and_exit_code_2(
    tace_consult: CommandLine,
) -> None:
    finished = tace_consult("ask", "Mr Smith, TACE x3, mRECIST SD")

    assert finished.code == 2
    assert finished.out == ""
    assert finished.err == (
        "tace-consult: That looks like a name. It was not recorded. Findings only, please.\n"
    )
