"""Which findings may share what is said of their neighbours in an open list.

In "no encephalopathy, refractory ascites" it is not certain whether there is ascites; in
"possible PVTT, new bone metastases" the second may be as doubtful as the first. A stop, "but"
or "now" ends such a list, and so does a finding of which something is said itself.
"""

from collections.abc import Sequence

from conversations.shorthand.clauses.clause import GOING_ON, Clause
from conversations.shorthand.clauses.lists import is_list
from conversations.shorthand.kinds import Mark, Topic
from conversations.shorthand.lexing import Token
from conversations.shorthand.polarity import JOINING, denied_itself, one_family

_SHARED_BY_BARE = (
    Mark.NO_BEFORE,
    Mark.NO_AFTER,
    Mark.NO_EITHER,
    Mark.PLANNED,
    Mark.PAST,
    Mark.AT_BASELINE,
    Mark.DOUBT,
    Mark.NOT_KNOWN,
)

_SAID_ITSELF = (Mark.NEW, Mark.GROWN, Mark.OLD)


def may_share(head: Token, clauses: Sequence[Clause], place: int) -> bool:
    """Return whether a denial, a doubt or a time told of a neighbour may be that of `head`."""
    clause = clauses[place]
    if "stated" in head.values:
        return False
    if clause.has(*_SAID_ITSELF) and any(
        each.start > head.end and each.kind in _SAID_ITSELF for each in clause.tokens
    ):
        return False
    return (clause.head(0) is head and _reached(clause.in_front(), clauses, place, step=-1)) or (
        clause.head(-1) is head and _reached(clause.at_end(), clauses, place, step=1)
    )


def _reached(beside: Sequence[Token], clauses: Sequence[Clause], place: int, *, step: int) -> bool:
    """Return whether something is shared from the clauses on one side, the nearest first."""
    bare = all(each.kind in JOINING for each in beside)
    shared = _SHARED_BY_BARE if bare else (Mark.DOUBT, Mark.NOT_KNOWN)
    while _goes_on(clauses, place, step):
        place += step
        clause = clauses[place]
        beside = clause.in_front() if step < 0 else clause.at_end()
        if denied_itself(clause.tokens) and not clause.topics and step > 0:
            # What is denied there is named there: new bone metastases, spleen negative.
            return False
        if step > 0 and not clause.topics:
            # "severe jaundice, CBD not dilated": what is denied there stands behind the denial.
            beside = beside[:1]
        if any(each.kind in shared for each in beside):
            return True
        if not is_list(clause):
            return False
    return False


def _goes_on(clauses: Sequence[Clause], place: int, step: int) -> bool:
    """Return whether the next clause on that side has a finding of the same kind."""
    left, right = min(place, place + step), max(place, place + step)
    return (
        # A place that is clear is no item of a list of findings.
        not any(each.has(Topic.CHEST) for each in clauses[max(left, 0) : right + 1])
        and left >= 0
        and right < len(clauses)
        and clauses[right].follows in GOING_ON
        and one_family(
            each.kind for each in (clauses[left].head(-1), clauses[right].head(0)) if each
        )
    )
