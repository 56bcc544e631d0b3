"""The real command line, in this process and in one of its own."""

from __future__ import annotations

import io
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

import pytest

from bot.commands.app import run

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True)
class Finished:
    """What a command came to."""

    code: int
    out: str
    err: str


class CommandLine(Protocol):
    """Runs a command with these arguments and this standard input."""

    def __call__(self, *arguments: str | Path, stdin: str | bytes = "") -> Finished: ...


@pytest.fixture
def tace_consult(
    monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]
) -> CommandLine:
    """Run commands in this process."""

    def command(*arguments: str | Path, stdin: str | bytes = "") -> Finished:
        fed = stdin.encode() if isinstance(stdin, str) else stdin
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(fed)))
        code = run([str(argument) for argument in arguments])
        out, err = capsysbinary.readouterr()
        return Finished(code, out.decode(), err.decode())

    return command
