"""Reads cases from CSV: a header, then one case a row and one fact a column."""

import csv
import re
from collections.abc import Iterator, Sequence
from typing import BinaryIO

from bot.evaluation.lines import read_lines
from bot.evaluation.quoting import quoted
from bot.evaluation.records import BrokenRecord, LineFault, Record
from domain.facts.catalogue import FACTS
from domain.facts.fact import Number

ID = "id"
_TRUTHS = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}
_WHOLE = re.compile(r"-?[0-9]{1,9}")
_DECIMAL = re.compile(r"-?[0-9]{1,9}\.[0-9]{1,9}")


class HeaderError(Exception):
    """A header row that does not say which column is which fact."""


def read_csv(stream: BinaryIO) -> Iterator[Record | BrokenRecord]:
    """Read the header row, and return what each further row says.

    A row is one line: no cell holds a line break. A row of empty cells counts as blank. Raises
    `HeaderError`.
    """
    lines = read_lines(stream)
    columns = _columns(next(lines, None))
    return (record for line in lines if (record := _read(line, columns)))


def _columns(header: tuple[int, str] | BrokenRecord | None) -> list[str]:
    if header is None:
        raise HeaderError("there is no header row; name the columns: id, then facts")
    columns = None if isinstance(header, BrokenRecord) else _cells(header[1])
    if columns is None:
        raise HeaderError("the header row is not CSV text in UTF-8; name the columns in line 1")
    for place, column in enumerate(columns):
        if column not in FACTS and column != ID:
            raise HeaderError(
                f"no fact is called {quoted(column)}, as column {place + 1} is; name each column "
                f"{quoted(ID)} or after a fact, with commas between"
            )
        if column in columns[:place]:
            raise HeaderError(f"two columns are called {quoted(column)}; keep one of them")
    return columns


def _read(
    line: tuple[int, str] | BrokenRecord, columns: Sequence[str]
) -> Record | BrokenRecord | None:
    if isinstance(line, BrokenRecord):
        return line
    number, text = line
    cells = _cells(text)
    if cells is None:
        return BrokenRecord(number, LineFault.QUOTES)
    if not any(cells):
        return None
    written = {column: cell for column, cell in zip(columns, cells, strict=False) if cell}
    identity = written.pop(ID, None)
    if len(cells) != len(columns):
        details = {"cells": len(cells), "columns": len(columns)}
        return BrokenRecord(number, LineFault.RAGGED, identity, details)
    return Record(number, identity, {fact: _answer(fact, cell) for fact, cell in written.items()})


def _cells(text: str) -> list[str] | None:
    """Return the cells of one row, `None` where its quotes do not match."""
    if text.count('"') % 2:
        return None  # csv takes a quote inside a bare cell for a character of it
    try:
        return [cell.strip() for cell in next(csv.reader([text], strict=True))]
    except csv.Error:
        return None


def _answer(fact: str, cell: str) -> object:
    """Return the answer that a cell stands for: its own text where it stands for none."""
    meant = FACTS[fact]
    if isinstance(meant, Number):
        if _WHOLE.fullmatch(cell):
            return int(cell)
        return float(cell) if _DECIMAL.fullmatch(cell) else cell
    return _TRUTHS.get(cell.lower(), cell) if False in meant.values else cell
