"""Where a command reads from and writes to, and what becomes of a stream that fails."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, TextIO

from bot.commands.mistakes import CommandError

STANDARD_INPUT = "-"


def name_of(file: str) -> str:
    """Return what a message calls the file."""
    return "standard input" if file == STANDARD_INPUT else file


@contextmanager
def opened(file: str) -> Iterator[BinaryIO]:
    """Open a file to be read, `-` for standard input. Raises `CommandError` where that fails."""
    if file == STANDARD_INPUT:
        yield _bytes_of(sys.stdin, name_of(file))
        return
    with _open(file) as stream:
        yield stream


@contextmanager
def standard_output() -> Iterator[BinaryIO]:
    """Yield standard output; end quietly when its reader leaves, as `head` does.

    Raises `CommandError` where reading or writing fails otherwise.
    """
    output = _bytes_of(sys.stdout, "standard output")
    try:
        yield output
        sys.stdout.flush()
    except BrokenPipeError:
        _forget_what_is_unwritten()
    except OSError as error:
        _forget_what_is_unwritten()
        raise CommandError(f"cannot go on reading or writing: {error.strerror}") from None


def _open(file: str) -> BinaryIO:
    try:
        return Path(file).open("rb")
    except OSError as error:
        raise CommandError(
            f"{file} cannot be read: {error.strerror}; name a file, or - for standard input"
        ) from None


def _bytes_of(stream: TextIO | None, name: str) -> BinaryIO:
    """Return what is under a standard stream, which is `None` where the caller closed it."""
    if stream is None:
        raise CommandError(f"{name} is closed; leave it open, or redirect it")
    return stream.buffer


def _forget_what_is_unwritten() -> None:
    """Keep Python from writing it when it exits, and from complaining that it cannot."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
