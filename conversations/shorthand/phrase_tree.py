"""Finding listed phrases in a text: all of them at once, by one tree of their characters."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

_BLANK = " "
_BLANKS = " -\n"
"""What a blank in a phrase stands for: one or two of these."""


def listed(phrases: str) -> tuple[str, ...]:
    """Return the phrases listed between bars or on lines of their own.

    A blank is any blank or hyphen, `~` one that may be missing.
    """
    entries = (
        " ".join(each.split()) for each in phrases.replace("\n", "|").split("|") if each.strip()
    )
    return tuple(variant for entry in entries for variant in _variants(entry))


def _variants(entry: str) -> Iterator[str]:
    first, optional, rest = entry.partition("~")
    for end in _variants(rest) if optional else ("",):
        yield first + end
        if optional:
            yield first + _BLANK + end


@dataclass
class _Node:
    children: dict[str, "_Node"] = field(default_factory=dict)
    whose: list[int] = field(default_factory=list)


class PhraseTree:
    """The phrases of several lists; Latin ones match only whole words."""

    def __init__(self, phrases_of: Mapping[int, Iterable[str]]) -> None:
        """Take the phrases under the number of their list."""
        self._root = _Node()
        for number, phrases in phrases_of.items():
            for phrase in phrases:
                node = self._root
                for character in phrase:
                    node = node.children.setdefault(character, _Node())
                if number not in node.whose:
                    node.whose.append(number)

    def found(self, text: str) -> Iterator[tuple[int, int, int]]:
        """Yield list, start and end of every phrase in a text."""
        for start, character in enumerate(text):
            if character in self._root.children and not _splits_a_word(text, start):
                yield from (
                    (number, start, end)
                    for node, end in _paths(self._root, text, start)
                    if not (node.whose and _splits_a_word(text, end))
                    for number in node.whose
                )


def _paths(node: _Node, text: str, place: int) -> Iterator[tuple[_Node, int]]:
    """Yield the nodes that the text leads to from a place, and where it has led to them."""
    while place < len(text):
        character = text[place]
        if character in _BLANKS and _BLANK in node.children:
            after = node.children[_BLANK]
            if text[place + 1 : place + 2] in (" ", "-", "\n"):
                yield from _paths(after, text, place + 2)
            yield from _paths(after, text, place + 1)
        if character == _BLANK or character not in node.children:
            return
        node = node.children[character]
        place += 1
        yield node, place


def _splits_a_word(text: str, place: int) -> bool:
    """Return whether a place lies within a Latin word or a number."""
    return 0 < place < len(text) and _latin(text[place - 1]) and _latin(text[place])


def _latin(character: str) -> bool:
    return character.isascii() and character.isalnum()
