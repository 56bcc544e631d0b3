"""Cutting a line into known words: leftmost first, the longest wins, the rest is unknown."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from conversations.shorthand.fragments import compiled, phrases
from conversations.shorthand.kinds import Kind, Mark
from conversations.shorthand.normal import Normal

_UNKNOWN = re.compile(r"[a-z0-9]+(?:['._-][a-z0-9]+)*|[^\W_a-z0-9]+")


@dataclass(frozen=True)
class Term:
    """What a kind of word looks like.

    `typed` is what it must look like before case was set aside: "HE" is a diagnosis, "he" not.
    """

    kind: Kind
    patterns: tuple[re.Pattern[str], ...]
    typed: re.Pattern[str] | None = None


def term(kind: Kind, *patterns: str, typed: str | None = None) -> Term:
    """Return a term with these patterns."""
    return Term(kind, compiled(*patterns), re.compile(typed) if typed else None)


def words(kind: Kind, listed: str) -> Term:
    """Return a term with these phrases, between bars."""
    return term(kind, phrases(listed))


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


def tokens_of(normal: Normal, terms: Iterable[Term]) -> tuple[Token, ...]:
    """Return the words of a line, known and unknown, in order."""
    return tuple(_gapless(normal, _chosen(_candidates(normal, terms))))


def _candidates(normal: Normal, terms: Iterable[Term]) -> Iterator[Token]:
    text = normal.text
    for each in terms:
        for found in _overlapping(each.patterns, text):
            # A blank around a word is no part of it: it must not make it the leftmost one.
            start = found.end() - len(found[0].lstrip())
            end = found.start() + len(found[0].rstrip())
            if each.typed and not each.typed.fullmatch(normal.as_typed(start, end)):
                continue
            yield Token(
                each.kind,
                start,
                end,
                text[start:end],
                {name: part for name, part in found.groupdict().items() if part},
                blank_before=not text[max(start - 1, 0) : start].isalnum(),
                blank_after=not text[end : end + 1].isalnum(),
            )


def _overlapping(patterns: Iterable[re.Pattern[str]], text: str) -> Iterator[re.Match[str]]:
    """Yield a match at each place where there is one: one may hide behind another."""
    for pattern in patterns:
        found = pattern.search(text)
        while found:
            yield found
            found = pattern.search(text, found.start() + 1)


def _chosen(candidates: Iterable[Token]) -> Iterator[Token]:
    """Yield the candidates that stand; of two equally long the earlier term's."""
    position = 0
    for token in sorted(candidates, key=lambda token: (token.start, -token.end)):
        if token.start >= position:
            yield token
            position = token.end


def _gapless(normal: Normal, known: Iterable[Token]) -> Iterator[Token]:
    position = 0
    for token in known:
        yield from _unknown(normal.text, position, token.start)
        yield token
        position = token.end
    yield from _unknown(normal.text, position, len(normal.text))


def _unknown(text: str, start: int, end: int) -> Iterator[Token]:
    for found in _UNKNOWN.finditer(text, start, end):
        yield Token(Mark.UNKNOWN, *found.span(), found[0])
