"""Lines broken to the width of a terminal, by the customs of both scripts.

The library that prints breaks at blanks, which a Chinese text has none of, and anywhere in what is
too long without one: inside "mRECIST", or in front of a full stop.
"""

from collections.abc import Iterable, Iterator

from conversations.screens.width import columns

_OPENING = frozenset("（《“‘([")
_CLOSING = frozenset("，。；：？！、）》”’…%,.;:?!)]")


def wrapped(text: str, width: int) -> str:
    """Return the text in lines of at most so many columns; its own line breaks stay."""
    return "\n".join(
        row for line in text.split("\n") for row in filled(_pieces(line), width, between="")
    )


def filled(pieces: Iterable[str], width: int, between: str) -> Iterator[str]:
    """Yield lines of as many whole pieces as fit, with `between` from one to the next.

    A piece that no line can hold is broken where the line ends.
    """
    line = ""
    for piece in pieces:
        together = f"{line}{between}{piece}" if line else piece
        if line and columns(together.rstrip()) > width:
            yield line.rstrip()
            together = piece
        while columns(together.rstrip()) > width:
            fitting = _fitting(together, width)
            yield together[:fitting]
            together = together[fitting:]
        line = together
    yield line.rstrip()


def _pieces(line: str) -> Iterator[str]:
    """Yield what is kept whole: a word or a wide character, with the marks that belong to it."""
    piece = ""
    for character in line:
        if piece and _may_break(piece[-1], character):
            yield piece
            piece = ""
        piece += character
    yield piece


def _may_break(before: str, behind: str) -> bool:
    if behind.isspace() or behind in _CLOSING or before in _OPENING:
        return False
    return before.isspace() or columns(before) > 1 or columns(behind) > 1


def _fitting(text: str, width: int) -> int:
    """Return how many of the first characters fit, at least one."""
    taken = 0
    for place, character in enumerate(text):
        taken += columns(character)
        if taken > width and place:
            return place
    return len(text)
