"""Whether ablation, resection or transplantation starts the count of sessions again."""

from conversations.shorthand.kinds import NEUTRAL, Mark, Topic
from conversations.shorthand.line import Line
from conversations.shorthand.mentions import Mention
from conversations.shorthand.understood import Reason


def leaves_the_count(mention: Mention, line: Line) -> bool:
    """Return whether an ablation or resection is told as none, as planned, or as before TACE."""
    if mention.denied or mention.held() is Reason.PLANNED:
        return True
    soon = [each for each in mention.after[:1] if each.kind is Mark.SPAN]
    if mention.clause.has(Topic.OTHER_INTENT) or any(each.text.startswith("in ") for each in soon):
        # "Bridge to transplant"; "resection in 4/52"
        return True
    after_it = [
        each
        for each in line.of(Topic.SESSIONS, Topic.SESSION_NUMBER, Topic.COUNT)
        if each.head.start > mention.head.end
    ]
    before_it = line.of(Topic.SESSIONS, Topic.SESSION_NUMBER)[:1]
    if before_it and before_it[0].head.end <= mention.head.start:
        # "TACE x3 after resection": the same breath says which came first.
        gap = [each for each in mention.before if each.kind not in NEUTRAL]
        return (
            before_it[-1].clause is mention.clause
            and [each.kind for each in gap] == [Mark.AFTERWARDS]
            and gap[0].text.isascii()
        )
    came_first = mention.clause.has(Mark.PAST) or _told_as_before(mention) or _then(mention, line)
    return came_first and (bool(after_it) or not before_it)


def _told_as_before(mention: Mention) -> bool:
    """Return whether what follows came after it: "s/p resection", but not "resection after"."""
    in_front = [each for each in mention.before if each.kind is Mark.AFTERWARDS]
    behind = [each for each in mention.after[:2] if each.kind is Mark.AFTERWARDS]
    return any(each.text.isascii() for each in in_front) or any(
        not each.text.isascii() for each in behind
    )


def _then(mention: Mention, line: Line) -> bool:
    """Return whether what follows came later: a recurrence, or behind "then" or an arrow."""
    first = mention.place
    return any(
        clause.follows is Mark.THEN or clause.has(Mark.RECURRENCE)
        for clause in line.clauses[first + 1 :]
    ) or any(each.kind is Mark.RECURRENCE for each in mention.clause.tokens)
