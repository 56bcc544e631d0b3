"""How many sessions were given, one after another, to the lesions that are judged."""

import re
from collections.abc import Iterator, Sequence

from conversations.shorthand.claims import Claim
from conversations.shorthand.fragments import number_of
from conversations.shorthand.groups.ablation import leaves_the_count
from conversations.shorthand.kinds import NEUTRAL, Mark, Topic
from conversations.shorthand.lexing import Token
from conversations.shorthand.line import Line
from conversations.shorthand.mentions import Mention
from conversations.shorthand.polarity import APPEARED
from conversations.shorthand.understood import NoteKind, Reason, first_reason
from domain.facts.catalogue import TACE_SESSIONS

_OF_ANY_TIME = (
    Topic.INVASION,
    Topic.SPREAD,
    Topic.MARKER,
    Topic.DRUG,
    Topic.FEEDERS,
    *(Topic.SELECTIVE, Topic.ALL_FEEDERS, Topic.END_POINT, Topic.STANDARDISED),
)
"""What may have been at any of several sessions, of which the one named need not be the last."""

_LESIONS = (Mark.SAME_LESIONS, Mark.OTHER_LESIONS, Topic.NEW_LESIONS)
_HERE = ("here", "in house", "in-house", "our hospital", "our centre", "our center")

_TOTAL_AND_TWO_PARTS = 3

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


def claims(line: Line) -> Iterator[Claim]:
    """Yield what the line says of the number of sessions."""
    counting = line.of(Topic.SESSIONS, Topic.COUNT, Topic.ALL_WITHIN)
    counts = [each for each in counting if _counts_sessions(each, line)]
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
        apart = leaves_the_count(mention, line)
        yield _claim(mention, None, Reason.NOT_NEEDED if apart else Reason.COUNT_STARTS_AGAIN)
    for mention in line.of(Topic.COUNT):
        if mention not in counts and not mention.clause.has(Topic.MARKER):
            yield _claim(mention, None, _not_counted(mention))


def _not_counted(mention: Mention) -> Reason:
    """Return why a number of times is not taken for one of sessions."""
    clause = mention.clause
    in_front = {each.kind for each in mention.before} - NEUTRAL
    then = in_front == {Mark.AGAIN} or (
        not mention.before and [each.text for each in mention.after[:1]] == ["后"]
    )
    return (
        first_reason(
            (Reason.NOT_NEEDED, clause.has(Mark.SYSTEMIC)),
            # "TACE x3, 2 of them on this lesion"
            (Reason.NOT_SAME_LESIONS, clause.has(*_LESIONS)),
            # "SD after 3 sessions, PD after 4"; "two more"
            (Reason.TOTAL_OR_PART, then),
        )
        or Reason.COUNT_OF_WHAT
    )


def number_of_sessions(line: Line) -> int | None:
    """Return how many sessions there were, if the line says so and nothing disputes it."""
    return line.counted(_number_of_sessions)


def _number_of_sessions(line: Line) -> int | None:
    stated = [claim for claim in claims(line) if claim.answer is not None or claim.disputes]
    answers = {claim.answer for claim in stated}
    if len(answers) != 1 or any(claim.held for claim in stated):
        return None
    answer = answers.pop()
    return answer if isinstance(answer, int) else None


def session_numbers(named: Token) -> set[int]:
    """Return which sessions are named: "TACE 1, 2 and 3"."""
    listed = named.get("listed")
    return (
        set(map(number_of, re.findall(r"[0-9]+|[一二三四五六]", listed)))
        if listed
        else {session_number(named)}
    )


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


def _counted(counts: Sequence[Mention], line: Line) -> Iterator[Claim]:
    """Yield the claims of counts: of one, or of a total that its parts add up to."""
    numbers = [_number(each) for each in counts]
    totals = [place for place, each in enumerate(counts) if "total" in each.head.values]
    if len(counts) > _TOTAL_AND_TWO_PARTS - 1 and not totals and sum(numbers) == 2 * numbers[0]:
        # All of them, and then what they were: "TACE x3 (2 cTACE, 1 DEB-TACE)".
        totals = [0]
    if len(counts) > 1 and len(totals) == 1 and not _in_different_places(counts):
        total = numbers[totals[0]]
        if sum(numbers) == 2 * total:
            counts, numbers, totals = [counts[totals[0]]], [total], []
    same = not totals and _on_the_same_lesions(counts, line)
    summed = len(counts) > 1 and same
    one_held = any(each.held(Reason.IN_THE_PAST) for each in counts)
    if summed and not one_held:
        numbers = [sum(numbers)] * len(counts)
    for mention, number in zip(counts, numbers, strict=True):
        apart = len(counts) > 1 and not same
        held = mention.held(Reason.IN_THE_PAST) or _not_one_count(mention, line, apart=apart)
        # Where one of the parts is left out, the others are no total.
        yield _claim(
            mention, number, held or (Reason.TOTAL_OR_PART if summed and one_held else None)
        )


def _in_different_places(counts: Sequence[Mention]) -> bool:
    """Return whether counts are told of several parts of the liver: "S5 x2, S8 x2"."""
    places = [{part.text for part in each.clause.all(Mark.PLACE)} for each in counts]
    told = [each for each in places if each]
    return any(each != told[0] for each in told)


def _on_the_same_lesions(counts: Sequence[Mention], line: Line) -> bool:
    """Return whether all that is counted was given to the same lesions."""
    # Of "TACE x5, x3 on the same lesion" the three are a part.
    part = not line.has(Mark.ELSEWHERE) and any(
        each.topic is Topic.COUNT and each.clause.has(Mark.SAME_LESIONS) for each in counts[1:]
    )
    return line.has(Mark.SAME_LESIONS) and not line.has(Mark.OTHER_LESIONS) and not part


def _not_one_count(mention: Mention, line: Line, *, apart: bool = False) -> Reason | None:
    """Return why a count may not be the number of sessions in a row on these lesions."""
    approximate = [each for each in mention.before[-1:] if each.kind is Mark.APPROX]
    spans = [each for each in mention.after[:1] + mention.before if each.kind is Mark.SPAN]
    recent = [each for each in spans if each.get("recent")]
    ablated = any(not leaves_the_count(each, line) for each in line.of(Topic.ABLATION))
    numbered = mention.topic is Topic.SESSION_NUMBER
    again = not numbered and (
        any(each.kind is Mark.AGAIN for each in mention.before) or _once_more(line)
    )
    none_before = [each.kind for each in mention.before[-1:]] == [Mark.NO_BEFORE]
    return first_reason(
        (Reason.DENIED, mention.denied and (none_before or not numbered)),
        (Reason.NOT_EXACT, bool(approximate)),
        (Reason.NOT_SAME_LESIONS, apart or mention.clause.has(Mark.OTHER_LESIONS)),
        (Reason.COUNT_STARTS_AGAIN, ablated),
        # "Again" is after a recurrence, or else after sessions that are not counted.
        (Reason.TOTAL_OR_PART, again and not line.has(Mark.RECURRENCE, Topic.ABLATION)),
        (Reason.TOTAL_OR_PART, bool(recent) or _at_each(mention)),
    )


def _at_each(mention: Mention) -> bool:
    """Return whether so many were given at each of several times."""
    return any(each.kind is Mark.EACH and each.text.startswith("各") for each in mention.before)


def _number(mention: Mention) -> int:
    return number_of(mention.head.get("count") or "one")


def _numbered(line: Line, counted: int) -> Iterator[Claim]:
    """Yield the claim of the latest session that is named, if it is beyond what was counted."""
    named = [each for each in line.of(Topic.SESSION_NUMBER) if _was_given(each)]
    latest = max(named, key=lambda mention: session_number(mention.head), default=None)
    number = session_number(latest.head) if latest else 0
    if latest is None or number <= counted:
        return
    held = latest.held(Reason.IN_THE_PAST) or _not_one_count(latest, line)
    if _beside_a_finding_of_any_time(latest, line) or (
        # A first session with a date, or beside a last one, may have been one of several.
        number == 1 and (latest.clause.has(Mark.DATE) or line.has(Mark.LAST) or _once_more(line))
    ):
        held = held or Reason.TOTAL_OR_PART
    if (
        len(line.mentions) == 1
        and not latest.clause.has(Mark.TACE)
        and "tace" not in latest.head.text
    ):
        held = held or Reason.COUNT_OF_WHAT
    yield _claim(latest, number, held, NoteKind.COUNTED_BY_NUMBER)


def _beside_a_finding_of_any_time(latest: Mention, line: Line) -> bool:
    """Return whether the session is only named to tell when something appeared or was done."""
    scanned = session_number(latest.head) > 1 and latest.clause.has(Mark.SCAN, Topic.RESPONSE)
    return not scanned and any(
        each.clause is latest.clause and not (each.denied and each.topic in APPEARED)
        for each in line.of(*_OF_ANY_TIME)
    )


def _once_more(line: Line) -> bool:
    """Return whether TACE was given again, without saying for which time."""
    return any(
        clause.has(Mark.AGAIN)
        and clause.has(Mark.TACE, Mark.SINCE_TACE)
        and not clause.has(Mark.PLANNED, Topic.SESSIONS, Topic.SESSION_NUMBER)
        for clause in line.clauses
    )


def _was_given(mention: Mention) -> bool:
    return mention.held() is not Reason.PLANNED and not mention.clause.has(
        Mark.PAST, Mark.BEFORE_SESSION
    )
