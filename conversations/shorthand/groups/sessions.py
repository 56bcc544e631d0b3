"""How many sessions were given, one after another, to the lesions that are judged."""

from collections.abc import Iterator, Sequence

from conversations.shorthand.claims import Claim
from conversations.shorthand.fragments import number_of
from conversations.shorthand.kinds import Mark, Topic
from conversations.shorthand.lexing import Token
from conversations.shorthand.line import Line
from conversations.shorthand.mentions import Mention
from conversations.shorthand.understood import NoteKind, Reason, first_reason
from domain.facts.catalogue import TACE_SESSIONS

_OF_ANY_TIME = (Topic.INVASION, Topic.SPREAD, Topic.MARKER)
"""Findings that may have come after the first of several sessions."""

_SHOWING_TACE = (
    Topic.SESSIONS,
    Mark.TACE,
    Mark.AFTERWARDS,
    Mark.ELSEWHERE,
    Topic.SESSION_NUMBER,
    Topic.SELECTIVE,
    Topic.FEEDERS,
    Topic.INTENT,
)
"""What shows that a bare number of times counts sessions."""


def claims(line: Line) -> Iterator[Claim]:
    """Yield what the line says of the number of sessions."""
    counts = [each for each in line.of(Topic.SESSIONS, Topic.COUNT) if _counts_sessions(each, line)]
    yield from _counted(counts, line)
    yield from _numbered(line, max(map(_number, counts), default=0))
    for mention in line.of(Topic.SESSIONS, Topic.SESSION_NUMBER):
        if mention.held() is Reason.PLANNED:
            yield _claim(mention, None, Reason.PLANNED)
    for mention in line.of(Topic.NO_SESSION):
        yield _claim(mention, 0, mention.held(Reason.IN_THE_PAST))
    for mention in line.of(Topic.SESSIONS_INEXACT):
        several = "several" in mention.head.values
        yield _claim(mention, None, Reason.NO_NUMBER if several else Reason.NOT_EXACT)
    for mention in line.of(Topic.NOT_TACE):
        yield _claim(mention, None, Reason.NOT_TACE)
    for mention in line.of(Topic.ABLATION):
        apart = _leaves_the_count(mention)
        yield _claim(mention, None, Reason.NOT_NEEDED if apart else Reason.COUNT_STARTS_AGAIN)
    for mention in line.of(Topic.COUNT):
        if mention not in counts and not mention.clause.has(Topic.MARKER):
            other = mention.clause.has(Mark.SYSTEMIC)
            yield _claim(mention, None, Reason.NOT_NEEDED if other else Reason.COUNT_OF_WHAT)


def number_of_sessions(line: Line) -> int | None:
    """Return how many sessions there were, if the line says so and nothing disputes it."""
    stated = [claim for claim in claims(line) if claim.answer is not None or claim.disputes]
    answers = {claim.answer for claim in stated}
    if len(answers) != 1 or any(claim.held for claim in stated):
        return None
    answer = answers.pop()
    return answer if isinstance(answer, int) else None


def session_number(named: Token) -> int:
    """Return which session is named."""
    return number_of(named.get("count", "nth", "ordinal") or "first")


def _claim(
    mention: Mention, answer: int | None, held: Reason | None, note: NoteKind | None = None
) -> Claim:
    if answer is not None and not TACE_SESSIONS.low <= answer <= TACE_SESSIONS.high:
        return Claim(TACE_SESSIONS.name, *mention.span, held=held or Reason.OUT_OF_RANGE)
    return Claim(TACE_SESSIONS.name, *mention.span, answer, held, note)


def _counts_sessions(mention: Mention, line: Line) -> bool:
    """Return whether this counts sessions that were given; a bare number of times may."""
    if mention.held() is Reason.PLANNED:
        return False
    clause = mention.clause
    if mention.topic is Topic.SESSIONS or Topic.SESSIONS in clause.topics:
        return True
    return (
        (mention.head.get("times") or "").startswith(("次", "session"))
        and clause.topics == (Topic.COUNT,)
        and not clause.has(Mark.UNKNOWN, Mark.SYSTEMIC, Mark.ASIDE)
        and not line.has(Topic.NOT_TACE, Topic.ABLATION)
        and line.has(*_SHOWING_TACE)
    )


def _counted(counts: Sequence[Mention], line: Line) -> Iterator[Claim]:
    """Yield the claims of counts: of one, or of a total that its parts add up to."""
    numbers = [_number(each) for each in counts]
    totals = [place for place, each in enumerate(counts) if "total" in each.head.values]
    if len(counts) > 1 and len(totals) == 1:
        total = numbers[totals[0]]
        if sum(numbers) == 2 * total:
            counts, numbers = [counts[totals[0]]], [total]
    for mention, number in zip(counts, numbers, strict=True):
        held = mention.held(Reason.IN_THE_PAST) or _not_one_count(mention, len(counts), line)
        yield _claim(mention, number, held)


def _not_one_count(mention: Mention, counts: int, line: Line) -> Reason | None:
    """Return why a count may not be the number of sessions in a row on these lesions."""
    approximate = [each for each in mention.before[-1:] if each.kind is Mark.APPROX]
    recent = [each for each in mention.after[:1] if each.kind is Mark.SPAN and each.get("recent")]
    ablated = any(not _leaves_the_count(each) for each in line.of(Topic.ABLATION))
    return first_reason(
        (Reason.DENIED, mention.denied),
        (Reason.NOT_EXACT, bool(approximate)),
        (Reason.NOT_SAME_LESIONS, counts > 1 or mention.clause.has(Mark.OTHER_LESIONS)),
        (Reason.COUNT_STARTS_AGAIN, ablated),
        (Reason.TOTAL_OR_PART, bool(recent)),
    )


def _number(mention: Mention) -> int:
    return number_of(mention.head.get("count") or "one")


def _numbered(line: Line, counted: int) -> Iterator[Claim]:
    """Yield the claim of the latest session that is named, if it is beyond what was counted."""
    named = [each for each in line.of(Topic.SESSION_NUMBER) if _was_given(each)]
    latest = max(named, key=lambda mention: session_number(mention.head), default=None)
    number = session_number(latest.head) if latest else 0
    if latest is None or number <= counted:
        return
    held = latest.held(Reason.IN_THE_PAST) or _not_one_count(latest, 1, line)
    if number == 1 and (latest.clause.has(Mark.DATE, *_OF_ANY_TIME) or line.has(Mark.LAST)):
        # A first session with a date, or beside a last one, may have been one of several.
        held = held or Reason.TOTAL_OR_PART
    yield _claim(latest, number, held, NoteKind.COUNTED_BY_NUMBER)


def _was_given(mention: Mention) -> bool:
    return mention.held() not in (Reason.PLANNED, Reason.IN_THE_PAST)


def _leaves_the_count(mention: Mention) -> bool:
    """Return whether an ablation or resection is told as none, as planned, or as before TACE."""
    clause = mention.clause
    if mention.denied or mention.held() is Reason.PLANNED:
        return True
    return not clause.has(Topic.SESSIONS, Topic.SESSION_NUMBER, Mark.TACE) and clause.has(
        Mark.PAST, Mark.AFTERWARDS
    )
