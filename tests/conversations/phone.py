# How a text stands on a phone of 38 columns: words are kept whole, Chinese breaks anywhere.

from conversations.screens.screen import Screen
from conversations.screens.width import PHONE_COLUMNS, columns

ROOM = {1: 38, 2: 18, 3: 13, 4: 8, 5: 6, 6: 5}
"""Columns that a label has, by how many buttons share its row."""

TICK = "✓ "
"""The mark of the answer given, which may cost a long label its end."""


def wrapped(text: str) -> list[str]:
    return [row for line in text.split("\n") for row in _rows(line)]


def height(screen: Screen) -> int:
    return len(wrapped(screen.text))


def _rows(line: str) -> list[str]:
    rows = [""]
    for piece in _pieces(line):
        if rows[-1] and columns((rows[-1] + piece).rstrip()) > PHONE_COLUMNS:
            rows.append(piece.lstrip())
        else:
            rows[-1] += piece
    return rows


def _pieces(line: str) -> list[str]:
    pieces = [""]
    for character in line:
        wide = columns(character) > 1
        if wide or pieces[-1].endswith(" ") or (pieces[-1] and columns(pieces[-1][-1]) > 1):
            pieces.append("")
        pieces[-1] += character
    return pieces
