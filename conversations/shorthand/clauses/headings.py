"""Headings that hold for their whole sentence: "Baseline: no PVTT, no EHS, CP A5"."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from conversations.shorthand.clauses.clause import Clause
from conversations.shorthand.kinds import Mark, Topic
from conversations.shorthand.lexing import Token

_OF_LATER = (
    Mark.NOW,
    Mark.TACE,
    Mark.SINCE_TACE,
    Mark.AFTERWARDS,
    Topic.SESSIONS,
    Topic.SESSION_NUMBER,
    Topic.RESPONSE,
)
"""What shows that the time of the heading is over."""


def under_headings(clauses: Iterable[Clause]) -> Iterator[Clause]:
    """Yield the clauses, those under a heading that says when with that heading."""
    heading: Token | None = None
    for clause in clauses:
        first = clause.tokens[0]
        if "heading" in first.values:
            heading = first
        elif clause.follows is Mark.STOP or clause.has(*_OF_LATER):
            heading = None
        elif heading and clause.topics:
            yield replace(clause, tokens=(heading, *clause.tokens))
            continue
        yield clause
