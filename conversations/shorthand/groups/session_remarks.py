"""What is told of sessions, and of treatments beside them, without the number of sessions."""

from collections.abc import Iterator

from conversations.shorthand.claims import Claim
from conversations.shorthand.groups.ablation import leaves_the_count
from conversations.shorthand.kinds import NEUTRAL, Mark, Topic
from conversations.shorthand.line import Line
from conversations.shorthand.mentions import Mention
from conversations.shorthand.understood import Reason
from domain.facts.catalogue import TACE_SESSIONS

_NAMED = (Topic.SESSIONS, Topic.SESSION_NUMBER, Topic.COUNT, Topic.SESSIONS_INEXACT)
"""In what the number of sessions is told, or left open."""
_HOW_MANY_ELSEWHERE = {Mark.TACE, Mark.ELSEWHERE, Mark.NOT_KNOWN}
"""What says of other hospitals that it is not known how many sessions were given there."""
_LISTING_DATES = NEUTRAL | {Mark.DATE, Mark.TACE, Mark.LIST, Mark.AND, Mark.EACH}
_SEVERAL = 2


def claims_without_number(line: Line) -> Iterator[Claim]:
    """Yield what leaves the number of sessions open, or is none of them."""
    for mention in line.of(Topic.SESSIONS_INEXACT):
        several = "several" in mention.head.values
        yield _held(mention, Reason.NO_NUMBER if several else Reason.NOT_EXACT)
    for mention in line.of(Topic.NOT_TACE):
        yield _held(mention, Reason.NOT_TACE)
    for mention in line.of(Topic.ABLATION):
        apart = leaves_the_count(mention, line)
        yield _held(mention, Reason.NOT_NEEDED if apart else Reason.COUNT_STARTS_AGAIN)
    for token in line.all(Mark.NOT_GIVEN):
        yield Claim(TACE_SESSIONS.name, token.start, token.end, held=Reason.TOTAL_OR_PART)
    for clause in line.clauses:
        kinds = {each.kind for each in clause.tokens}
        if kinds >= _HOW_MANY_ELSEWHERE and Topic.SESSIONS not in kinds:
            span = clause.tokens[0].start, clause.tokens[-1].end
            yield Claim(TACE_SESSIONS.name, *span, held=Reason.NOT_KNOWN)
    if not line.of(*_NAMED):
        yield from _only_dated(line)


def _held(mention: Mention, why: Reason) -> Claim:
    return Claim(TACE_SESSIONS.name, *mention.span, held=why)


def _only_dated(line: Line) -> Iterator[Claim]:
    """Yield that sessions are told of by their dates, without saying whether these are all."""
    for clause in line.clauses:
        dates = clause.all(Mark.DATE)
        tace = clause.all(Mark.TACE)
        if len(dates) < _SEVERAL or not tace or clause.topics or clause.has(Mark.PLANNED):
            continue
        told = sorted((*dates, *tace), key=lambda each: each.start)
        start, end = told[0].start, told[-1].end
        between = {each.kind for each in clause.tokens if start <= each.start < end}
        if between <= _LISTING_DATES:
            yield Claim(TACE_SESSIONS.name, start, end, held=Reason.NO_NUMBER)
