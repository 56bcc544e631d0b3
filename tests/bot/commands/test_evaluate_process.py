"""`evaluate` as a process among others: pipes, signals, terminals and memory."""

from __future__ import annotations

import json
import os
import select
import signal
import subprocess
import sys
from pathlib import Path
from typing import IO, TYPE_CHECKING

import pytest

from tests.bot.commands.processes import COMMAND

if TYPE_CHECKING:
    from collections.abc import Iterator

CASE = b'{"id": "p1", "facts": {"tace_sessions": 3, "target_response": "SD"}}\n'
NO_CASE = b'{"id": "p1", "facts": {"tace_sessions": "many"}}\n'
PATIENCE = 60
"""Seconds after which a process that says nothing is taken to be stuck."""

PIPE = subprocess.PIPE


def start(
    *arguments: str | Path, stdin: int | None = None, stdout: int = PIPE, stderr: int = PIPE
) -> subprocess.Popen[bytes]:
    return subprocess.Popen(  # noqa: S603 - our own program
        [*COMMAND, *arguments], stdin=stdin, stdout=stdout, stderr=stderr
    )


def finish(
    *arguments: str | Path, stdin: bytes = b"", stdout: int = PIPE
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(  # noqa: S603 - our own program
        [*COMMAND, *arguments], input=stdin, stdout=stdout, stderr=PIPE, check=False
    )


@pytest.mark.parametrize(("cases", "code"), [(CASE, 0), (CASE + NO_CASE + CASE, 1)])
def test_the_exit_code_tells_whether_a_case_had_an_error(cases: bytes, code: int) -> None:
    finished = finish("evaluate", stdin=cases)

    assert finished.returncode == code
    assert finished.stderr == b""
    assert finished.stdout.count(b"\n") == cases.count(b"\n")


def test_a_mistake_in_the_usage_is_one_line_of_a_real_process_too() -> None:
    finished = finish("evaluate", "--output", "xml")

    assert finished.returncode == 2
    assert len(finished.stderr.splitlines()) == 1
    assert finished.stdout == b""


def test_each_case_is_answered_before_the_next_one_is_given() -> None:
    with start("evaluate", stdin=PIPE) as process:
        assert process.stdin
        assert process.stdout
        for identity in ("first", "second"):
            process.stdin.write(CASE.replace(b"p1", identity.encode()))
            process.stdin.flush()
            assert json.loads(next_line(process.stdout))["id"] == identity
        process.stdin.close()
        assert process.wait(PATIENCE) == 0


def next_line(stream: IO[bytes]) -> bytes:
    ready, _, _ = select.select([stream], [], [], PATIENCE)
    assert ready, "no answer came"
    return stream.readline()


def test_a_reader_that_leaves_ends_it_quietly(tmp_path: Path) -> None:
    cases = tmp_path / "cases.jsonl"
    cases.write_bytes(CASE * 1_000)
    with start("evaluate", cases) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(PATIENCE) == 0


def test_results_that_cannot_be_written_are_one_line(tmp_path: Path) -> None:
    cases = tmp_path / "cases.jsonl"
    cases.write_bytes(CASE)
    with Path("/dev/full").open("wb") as full:
        finished = finish("evaluate", cases, stdout=full.fileno())

    assert finished.returncode == 2
    assert finished.stderr == (
        b"tace-consult: cannot go on reading or writing: No space left on device\n"
    )


@pytest.mark.parametrize(("closed", "name"), [("<&-", "input"), (">&-", "output")])
def test_a_standard_stream_that_is_closed_is_named(closed: str, name: str) -> None:
    finished = subprocess.run(  # noqa: S603 - our own program
        ["/bin/sh", "-c", f'exec "$@" {closed}', "sh", *COMMAND, "evaluate"],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        check=False,
        text=True,
    )

    assert finished.returncode == 2
    assert finished.stderr == (
        f"tace-consult: standard {name} is closed; leave it open, or redirect it\n"
    )


@pytest.fixture
def _interruptible() -> Iterator[None]:
    """Let what is started take Ctrl-C, also where the tests themselves run in the background."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("_interruptible")
def test_ctrl_c_ends_it_quietly() -> None:
    with start("evaluate", stdin=PIPE) as process:
        assert process.stdin
        assert process.stdout
        assert process.stderr
        process.stdin.write(CASE)
        process.stdin.flush()
        next_line(process.stdout)
        process.send_signal(signal.SIGINT)
        assert process.wait(PATIENCE) == 130
        assert process.stderr.read() == b""


def test_a_terminal_sees_how_far_it_is_and_the_results_stay_clean(tmp_path: Path) -> None:
    cases = tmp_path / "cases.jsonl"
    cases.write_bytes(CASE * 3)
    leader, follower = os.openpty()
    with start("evaluate", cases, stderr=follower) as process:
        os.close(follower)
        seen = everything(leader)
        assert process.stdout
        results = process.stdout.read().splitlines()

    assert process.returncode == 0
    assert "Cases" in seen
    assert "100%" in seen
    assert [json.loads(result)["id"] for result in results] == ["p1"] * 3


def test_a_terminal_that_gets_the_results_gets_no_bar_over_them(tmp_path: Path) -> None:
    cases = tmp_path / "cases.jsonl"
    cases.write_bytes(CASE)
    leader, follower = os.openpty()
    with start("evaluate", cases, stdout=follower, stderr=follower) as process:
        os.close(follower)
        seen = everything(leader)

    assert process.returncode == 0
    assert json.loads(seen)["id"] == "p1"


def everything(terminal: int) -> str:
    """Read a terminal until the last process has left it."""
    seen = b""
    try:
        while chunk := os.read(terminal, 65_536):
            seen += chunk
    except OSError:  # how Linux ends a terminal that nobody holds any more
        pass
    finally:
        os.close(terminal)
    return seen.decode()


def test_memory_does_not_grow_with_the_number_of_cases(tmp_path: Path) -> None:
    few = peak_memory(tmp_path / "few.jsonl", CASE * 200 + NO_CASE * 800)
    many = peak_memory(tmp_path / "many.jsonl", (CASE * 10 + NO_CASE * 90) * 250)

    assert many < few + 8 * 1024 * 1024


def peak_memory(path: Path, cases: bytes) -> int:
    """Evaluate the cases; return the most bytes that the process held."""
    path.write_bytes(cases)
    with start("evaluate", path, stdout=subprocess.DEVNULL) as process:
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 1
    return usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024)


@pytest.mark.parametrize(
    ("command", "strangers"),
    [
        ("evaluate", ("telegram", "sqlalchemy", "asyncio", "babel", "rich.console", "alembic")),
        ("show aAH2BxGdSprgAAAya6w", ("telegram", "sqlalchemy", "asyncio", "rich.console")),
    ],
)
def test_a_quick_command_loads_nothing_of_the_bot(
    monkeypatch: pytest.MonkeyPatch, command: str, strangers: tuple[str, ...]
) -> None:
    monkeypatch.setenv("PYTHONPROFILEIMPORTTIME", "1")

    finished = finish(*command.split(), stdin=CASE)

    loaded = {line.rpartition("|")[2].strip() for line in finished.stderr.decode().splitlines()}
    assert "domain.appraisal.appraise" in loaded
    assert loaded.isdisjoint(strangers)
