"""Lists that share one denial: "no new lesions, PVTT or EHS"; "PVTT, EHS both negative"."""

from collections.abc import Sequence
from dataclasses import replace

from conversations.shorthand.clauses.clause import DOUBTS, GOING_ON, NEGATIONS, Clause
from conversations.shorthand.kinds import Mark, Topic
from conversations.shorthand.lexing import Token
from conversations.shorthand.polarity import one_family

_SHARED = NEGATIONS | {Mark.NORMAL, Mark.NEVER_RAISED, Mark.STEADY, Mark.FALLING}
_ON_WHICH_SCAN = (Mark.FILLER, Mark.SCAN, Mark.DATE, Topic.INTERVAL)
_IN_LISTS = frozenset({Mark.AND, Mark.LIST, Mark.OR, Mark.BOTH, Mark.FILLER, Mark.TUMOR}) | DOUBTS


def lists_joined(clauses: Sequence[Clause]) -> list[Clause]:
    """Return the clauses with each list that shares one denial in one clause."""
    joined: list[Clause] = []
    for clause in clauses:
        start, right = len(joined), clause
        while start and _is_item(joined[start - 1]) and _goes_on(joined[start - 1], right):
            start -= 1
            right = joined[start]
        if not _shares_backwards(clause):
            denied = (
                start and _ends_denied(joined[start - 1]) and _goes_on(joined[start - 1], right)
            )
            start = start - 1 if denied and _ends_list(clause) else len(joined)
        joined[start:] = [_joined([*joined[start:], clause])]
    return joined


def is_list(clause: Clause) -> bool:
    """Return whether the clause only names findings, or doubts them."""
    return bool(clause.topics) and all(
        token.kind in _IN_LISTS
        or (isinstance(token.kind, Topic) and not token.values.keys() & {"there", "none"})
        for token in clause.tokens
    )


def _goes_on(left: Clause, right: Clause) -> bool:
    """Return whether one clause continues the list of another one."""
    topics = [each for each in left.topics + right.topics if each is not Topic.INTERVAL]
    alike = one_family(topics) or set(topics) == {Topic.MARKER}
    return alike and right.follows in GOING_ON


def _is_item(clause: Clause) -> bool:
    """Return whether the clause is one bare finding, as in a list."""
    return len(clause.topics) == 1 and is_list(clause)


def _ends_list(clause: Clause) -> bool:
    """Return whether the clause ends a list, on whichever scan: "PVTT or EHS on 6-week CT"."""
    last = max(
        (place for place, each in enumerate(clause.tokens) if each.kind not in _ON_WHICH_SCAN),
        default=0,
    )
    return clause.has(Mark.OR) and is_list(Clause(clause.tokens[: last + 1]))


def _ends_denied(clause: Clause) -> bool:
    """Return whether the clause begins with a denial and ends with what it denies."""
    sure = [token for token in clause.tokens if token.kind not in DOUBTS]
    others = sure[1:]
    return (
        bool(others)
        and sure[0].kind in NEGATIONS
        and isinstance(others[-1].kind, Topic)
        and is_list(Clause(tuple(others)))
    )


def _shares_backwards(clause: Clause) -> bool:
    """Return whether the clause says of all that was listed that it is not there, or normal."""
    last = [token.kind for token in clause.tokens if token.kind not in DOUBTS][-1:]
    return clause.has(Mark.BOTH) and _SHARED.issuperset(last)


def _joined(clauses: Sequence[Clause]) -> Clause:
    tokens: list[Token] = []
    for clause in clauses:
        if tokens:
            before = tokens[-1]
            tokens.append(replace(before, kind=Mark.LIST, start=before.end, text=""))
        tokens += clause.tokens
    return Clause(tuple(tokens), clauses[0].follows)
