"""Reads lines one by one: none waits for the next, and none fills the memory."""

from codecs import BOM_UTF8
from collections.abc import Iterator
from typing import BinaryIO

from bot.evaluation.records import BrokenRecord, LineFault

LONGEST = 64 * 1024
"""The most bytes a line may have. A case with every fact answered takes about one thousand."""


def read_lines(stream: BinaryIO) -> Iterator[tuple[int, str] | BrokenRecord]:
    """Yield the number and the text of every line that is not blank, or why it has no text.

    Lines are counted from 1, blank ones too. A byte order mark in front is no part of the text.
    """
    number = 0
    while raw := stream.readline(LONGEST + 1):
        number += 1
        if len(raw) > LONGEST:
            _skip_the_rest(stream, raw)
            yield BrokenRecord(number, LineFault.TOO_LONG, details={"bytes": LONGEST})
            continue
        if number == 1:
            raw = raw.removeprefix(BOM_UTF8)
        try:
            text = raw.decode()
        except UnicodeDecodeError as error:
            yield BrokenRecord(number, LineFault.NOT_UTF8, details={"position": error.start + 1})
            continue
        if text and not text.isspace():
            yield number, text


def _skip_the_rest(stream: BinaryIO, start: bytes) -> None:
    part = start
    while part and not part.endswith(b"\n"):
        part = stream.readline(LONGEST)
