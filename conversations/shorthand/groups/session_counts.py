"""Which numbers of times count sessions of TACE, and which may count something else."""

from conversations.shorthand.kinds import NEUTRAL, Mark, Topic
from conversations.shorthand.line import Line
from conversations.shorthand.mentions import Mention
from conversations.shorthand.understood import Reason, first_reason

_LESIONS = (Mark.SAME_LESIONS, Mark.OTHER_LESIONS, Topic.NEW_LESIONS)
_HERE = ("here", "in house", "in-house", "our hospital", "our centre", "our center")

_SESSIONS_IN_WORDS = (
    "次",
    "session",
    "here",
    "in",
    "local",
    "else",
    "with",
    "at",
    "were",
    "done",
    "was",
)
"""How a number of times begins that can only be one of sessions."""

_SHOWING_TACE = (
    Topic.SESSIONS,
    Mark.TACE,
    Mark.AFTERWARDS,
    Mark.ELSEWHERE,
    Topic.SESSION_NUMBER,
    Topic.SELECTIVE,
    Topic.FEEDERS,
    Topic.INTENT,
    Topic.ALL_WITHIN,
    Topic.SESSIONS_WITHIN,
    Topic.RESPONSE,
    Topic.VIABILITY,
    Topic.NEW_LESIONS,
)
"""What shows that a bare number of times counts sessions."""


def counts_sessions(mention: Mention, line: Line) -> bool:
    """Return whether this counts sessions that were given; a bare number of times may."""
    if mention.held() is Reason.PLANNED:
        return False
    clause = mention.clause
    if mention.topic is Topic.ALL_WITHIN:
        return "count" in mention.head.values
    if mention.topic is Topic.SESSIONS or Topic.SESSIONS in clause.topics:
        return True
    if (
        {*clause.topics} <= {Topic.COUNT, Topic.INTENT, Topic.OTHER_INTENT, Topic.SELECTIVE}
        and mention.head.text.startswith(("x", "*"))
        and clause.has(Mark.TACE)
        and not clause.has(Mark.UNKNOWN, Mark.SYSTEMIC, Mark.ASIDE)
        and len(line.of(Topic.COUNT)) == 1
    ):
        return True
    share = (
        clause.has(Mark.DATE, Mark.PLACE, Mark.ELSEWHERE, *_LESIONS)
        or clause.follows is Mark.PLUS
        or any(each.text in _HERE for each in clause.tokens)
    )
    if clause.topics == (Topic.COUNT,) and share and line.of(Topic.SESSIONS):
        # A share of them: "TACE x4: 2022 x1, 2023 x3"; "TACE x2 (S5), x1 (S8)"; "x2 elsewhere".
        return not clause.has(Mark.UNKNOWN, Mark.SYSTEMIC, Mark.ASIDE)
    told_before = [each for each in line.mentions if each.head.end <= mention.head.start]
    of_a_marker = bool(told_before) and told_before[-1].topic is Topic.MARKER
    return (
        not of_a_marker
        and (mention.head.get("times") or "").startswith(_SESSIONS_IN_WORDS)
        and {*clause.topics} <= {Topic.COUNT, Topic.ALL_WITHIN}
        and not clause.has(Mark.UNKNOWN, Mark.SYSTEMIC, Mark.ASIDE)
        and not line.has(Topic.NOT_TACE, Topic.ABLATION)
        and line.has(*_SHOWING_TACE)
    )


def why_not_counted(mention: Mention) -> Reason:
    """Return why a number of times is not taken for one of sessions."""
    clause = mention.clause
    in_front = {each.kind for each in mention.before} - NEUTRAL
    then = in_front == {Mark.AGAIN} or (
        not mention.before and [each.text for each in mention.after[:1]] == ["后"]
    )
    return (
        first_reason(
            (Reason.NOT_NEEDED, clause.has(Mark.SYSTEMIC)),
            (Reason.PLANNED, mention.held() is Reason.PLANNED),
            # "TACE x3, 2 of them on this lesion"
            (Reason.NOT_SAME_LESIONS, clause.has(*_LESIONS)),
            # "SD after 3 sessions, PD after 4"; "two more"
            (Reason.TOTAL_OR_PART, then or "total" in mention.head.values),
        )
        or Reason.COUNT_OF_WHAT
    )
