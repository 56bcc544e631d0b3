"""How the command line takes mistakes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.bot.commands.conftest import CommandLine


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ((), "tace-consult: Missing command. (see tace-consult --help)"),
        (("evaluat",), "No such command 'evaluat'. Did you mean 'evaluate'?"),
        (("evaluate", "--outptu", "csv"), "No such option: --outptu (Possible options: --output)"),
        (
            ("evaluate", "--output", "xml"),
            (
                "tace-consult evaluate: Invalid value for '--output': 'xml' is not one of 'jsonl', "
                "'csv', 'text'. (see tace-consult evaluate --help)"
            ),
        ),
        (("evaluate", "--input", "text"), "'text' is not one of 'jsonl', 'csv'."),
        (("evaluate", "--output"), "Option '--output' requires an argument."),
        (("evaluate", "one", "two"), "Got unexpected extra argument(s) (two)"),
        (("show",), "Missing argument"),
        (("db",), "tace-consult db: Missing command."),
    ],
)
def test_a_usage_mistake_is_one_line_that_says_where_help_is(
    tace_consult: CommandLine, arguments: tuple[str, ...], told: str
) -> None:
    finished = tace_consult(*arguments)

    assert finished.code == 2
    assert told in finished.err
    assert "--help)" in finished.err
    assert len(finished.err.splitlines()) == 1
    assert finished.out == ""


@pytest.mark.parametrize(
    "command", ["run", "ask", "evaluate", "show", "handbook", "verify", "db", "db upgrade"]
)
def test_every_command_explains_itself(tace_consult: CommandLine, command: str) -> None:
    finished = tace_consult(*command.split(), "--help")

    assert finished.code == 0
    assert f"Usage: tace-consult {command}" in finished.out
    assert finished.err == ""


def test_the_list_of_commands_says_of_each_in_a_whole_sentence_what_it_does(
    tace_consult: CommandLine,
) -> None:
    listed = tace_consult("--help").out.partition("Commands:\n")[2].splitlines()

    assert len(listed) > 7
    assert [line for line in listed if not line.endswith(".") or line.endswith("...")] == []


def test_a_file_that_is_not_there_is_named(tace_consult: CommandLine, tmp_path: Path) -> None:
    finished = tace_consult("evaluate", tmp_path / "cases.jsonl")

    assert finished.code == 2
    assert finished.err == (
        f"tace-consult: {tmp_path}/cases.jsonl cannot be read: No such file or directory; "
        "name a file, or - for standard input\n"
    )


def test_a_directory_is_no_file_of_cases(tace_consult: CommandLine, tmp_path: Path) -> None:
    finished = tace_consult("evaluate", tmp_path)

    assert finished.code == 2
    assert "Is a directory; name a file" in finished.err


def test_a_setting_that_is_none_is_a_mistake_to_a_check_and_told_otherwise(
    tace_consult: CommandLine, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TACE_ACESS", "allowlist")

    checked, run = tace_consult("run", "--check"), tace_consult("run", stdin="")

    told = "tace-consult: TACE_ACESS: no such setting; write TACE_ACCESS\n"
    assert (checked.code, checked.err) == (2, told)
    assert run.code == 0
    assert run.err.startswith(told)
