"""The clauses of a line, with those that only modify joined to what they modify."""

from collections.abc import Iterable
from dataclasses import replace

from conversations.shorthand.clauses.again import finding_again
from conversations.shorthand.clauses.clause import Clause
from conversations.shorthand.clauses.lists import lists_joined
from conversations.shorthand.clauses.modifying import modifies, modifying_words
from conversations.shorthand.kinds import Mark, Topic
from conversations.shorthand.lexing import Token

_EITHER_WAY = (
    Mark.DOUBT,
    Mark.NOT_KNOWN,
    Mark.QUERY,
    Mark.PLANNED,
    Mark.PAST,
    Mark.OTHER_CRITERIA,
    Mark.NOT_TARGET,
    Mark.DATE,
)
"""What, standing between two clauses, may just as well belong to the one behind it."""


def joined(parts: Iterable[Clause]) -> tuple[Clause, ...]:
    """Return the clauses of a line, given what it was cut into."""
    clauses: list[Clause] = []
    ahead: tuple[Token, ...] = ()
    placed = True
    for clause in parts:
        before = clauses[-1] if clauses else None
        begins = before is None or _begins(clause, before)
        again = finding_again(clause, before) if before and not begins else None
        if begins and placed:
            ahead = ()
        if again:
            clauses.append(Clause((again, *clause.tokens), Mark.BREAK))
            ahead = ()
        elif not modifies(clause, None if begins else before):
            clauses.append(replace(clause, tokens=ahead + clause.tokens))
            ahead = ()
        elif begins or before is None:
            ahead += clause.tokens
            placed = False
        else:
            words = before.tokens + modifying_words(clause, before)
            clauses[-1] = replace(before, tokens=words)
            ahead = clause.all(*_EITHER_WAY)
            placed = True
    if ahead and not placed:
        clauses.append(Clause(ahead))
    return tuple(lists_joined(clauses))


def _begins(clause: Clause, before: Clause) -> bool:
    """Return whether a sentence begins, and not one like "PD vs nadir; vs baseline -10%"."""
    goes_on = before.has(Topic.RESPONSE) and clause.has(Mark.OF_BASELINE) and not clause.topics
    return clause.follows is Mark.STOP and not goes_on
