"""Cutting a line into known words: leftmost first, the longest wins, the rest is unknown."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from conversations.shorthand.kinds import Kind, Mark
from conversations.shorthand.normal import Normal
from conversations.shorthand.phrase_tree import PhraseTree, listed

_UNKNOWN = re.compile(r"[a-z0-9]+(?:['._-][a-z0-9]+)*|[^\W_a-z0-9]+")


@dataclass(frozen=True)
class Term:
    """What a kind of word looks like: patterns of normalised text, or phrases as they stand.

    `typed` is what it must look like before case was set aside: "HE" is a diagnosis, "he" not.
    """

    kind: Kind
    patterns: tuple[str, ...] = ()
    phrases: str = ""
    typed: str | None = None


def term(kind: Kind, *patterns: str, typed: str | None = None) -> Term:
    """Return a term with these patterns."""
    return Term(kind, patterns, typed=typed)


def words(kind: Kind, phrases: str, typed: str | None = None) -> Term:
    """Return a term with these phrases, listed between bars."""
    return Term(kind, phrases=phrases, typed=typed)


@dataclass(frozen=True)
class Token:
    """A word of the line, and where its normal form stands. `values` are its named parts."""

    kind: Kind
    start: int
    end: int
    text: str
    values: Mapping[str, str] = field(default_factory=dict)
    blank_before: bool = True
    blank_after: bool = True

    def get(self, *names: str) -> str | None:
        """Return the first of these parts that the word has."""
        return next((self.values[name] for name in names if name in self.values), None)


class Lexicon:
    """All words that are known. What they look like is compiled once, which takes a while."""

    def __init__(self, terms: Iterable[Term]) -> None:
        """Take the terms; of two words equally long the earlier term's counts."""
        self._terms = tuple(terms)
        self._patterns = tuple(
            (rank, re.compile(pattern, re.ASCII))
            for rank, each in enumerate(self._terms)
            for pattern in each.patterns
        )
        self._phrases = PhraseTree(
            {rank: listed(each.phrases) for rank, each in enumerate(self._terms)}
        )

    def tokens_of(self, normal: Normal) -> tuple[Token, ...]:
        """Return the words of a line, known and unknown, in order."""
        found = sorted(self._found(normal.text), key=lambda each: (each[1], -each[2], each[0]))
        return tuple(_gapless(normal, self._chosen(found, normal)))

    def _found(self, text: str) -> Iterator[tuple[int, int, int, Mapping[str, str]]]:
        """Yield the term, the place and the named parts of everything that may be a word."""
        for rank, start, end in self._phrases.found(text):
            yield rank, start, end, {}
        for rank, pattern in self._patterns:
            for found in _overlapping(pattern, text):
                # A blank around a word is no part of it: it must not make it the leftmost one.
                word = found[0].strip() or found[0]
                start = found.start() + found[0].index(word)
                end = start + len(word)
                yield (
                    rank,
                    start,
                    end,
                    {name: part for name, part in found.groupdict().items() if part},
                )

    def _chosen(
        self, found: Iterable[tuple[int, int, int, Mapping[str, str]]], normal: Normal
    ) -> Iterator[Token]:
        """Yield the words that stand: a word begins where the one before it has ended."""
        text, position = normal.text, 0
        for rank, start, end, values in found:
            typed = self._terms[rank].typed
            if start < position or (typed and not re.fullmatch(typed, normal.as_typed(start, end))):
                continue
            yield Token(
                self._terms[rank].kind,
                start,
                end,
                text[start:end],
                values,
                blank_before=not text[max(start - 1, 0) : start].isalnum(),
                blank_after=not text[end : end + 1].isalnum(),
            )
            position = end


def _overlapping(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Yield a match at each place where there is one: one may hide behind another."""
    found = pattern.search(text)
    while found:
        yield found
        found = pattern.search(text, found.start() + 1)


def _gapless(normal: Normal, known: Iterable[Token]) -> Iterator[Token]:
    position = 0
    for token in known:
        yield from _unknown(normal.text, position, token.start)
        yield token
        position = token.end
    yield from _unknown(normal.text, position, len(normal.text))


def _unknown(text: str, start: int, end: int) -> Iterator[Token]:
    colon = text.rfind(":", start, end)
    for found in _UNKNOWN.finditer(text, start, end):
        heading = found.end() <= colon and not found[0].isdecimal()
        kind = Mark.UNKNOWN_ASIDE if heading else Mark.UNKNOWN
        yield Token(kind, *found.span(), found[0])
