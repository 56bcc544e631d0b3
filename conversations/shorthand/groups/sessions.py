"""How many sessions were given, one after another, to the lesions that are judged."""

import re
from collections.abc import Iterator, Sequence

from conversations.shorthand.claims import Claim
from conversations.shorthand.clauses.clause import Clause
from conversations.shorthand.fragments import number_of
from conversations.shorthand.groups.ablation import leaves_the_count
from conversations.shorthand.groups.session_counts import counts_sessions, why_not_counted
from conversations.shorthand.groups.session_remarks import claims_without_number
from conversations.shorthand.kinds import Mark, Topic
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

_TOTAL_AND_TWO_PARTS = 3


def claims(line: Line) -> Iterator[Claim]:
    """Yield what the line says of the number of sessions."""
    counting = line.of(Topic.SESSIONS, Topic.COUNT, Topic.ALL_WITHIN)
    counts = [each for each in counting if counts_sessions(each, line)]
    yield from _counted(counts, line)
    yield from _numbered(line, max(map(_number, counts), default=0))
    for mention in line.of(Topic.SESSIONS, Topic.SESSION_NUMBER):
        if mention.held() is Reason.PLANNED:
            yield _claim(mention, None, Reason.PLANNED)
    for mention in line.of(Topic.NO_SESSION):
        yield _claim(mention, 0, mention.held(Reason.IN_THE_PAST))
    yield from claims_without_number(line)
    for mention in line.of(Topic.COUNT):
        if mention not in counts and not mention.clause.has(Topic.MARKER):
            yield _claim(mention, None, why_not_counted(mention))


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
    beside = (*mention.before[-1:], *(each for each in mention.after[:1] if each.text == "左右"))
    approximate = [each for each in beside if each.kind is Mark.APPROX]
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
        (Reason.TOTAL_OR_PART, bool(recent) or _at_each(mention) or line.has(Mark.NOT_GIVEN)),
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
        number == 1
        and (
            latest.clause.has(Mark.DATE)
            or line.has(Mark.LAST)
            or _once_more(line)
            or _only_after(latest)
        )
    ):
        held = held or Reason.TOTAL_OR_PART
    if (
        len(line.mentions) == 1
        and not latest.clause.has(Mark.TACE)
        and "tace" not in latest.head.text
    ):
        held = held or Reason.COUNT_OF_WHAT
    yield _claim(latest, number, held, NoteKind.COUNTED_BY_NUMBER)


def _only_after(named: Mention) -> bool:
    """Return whether something was only so after this session, and not after others."""
    in_front = [each.text for each in named.before[-2:]]
    after = named.after[:1] and named.after[0].kind in (Mark.AFTERWARDS, Mark.SINCE_TACE)
    return in_front == ["only", "after"] or (in_front[-1:] in (["仅"], ["只"]) and bool(after))


def _beside_a_finding_of_any_time(latest: Mention, line: Line) -> bool:
    """Return whether the session is only named to tell when something appeared or was done."""
    scanned = session_number(latest.head) > 1 and latest.clause.has(Mark.SCAN, Topic.RESPONSE)
    return not scanned and any(
        each.clause is latest.clause and not (each.denied and each.topic in APPEARED)
        for each in line.of(*_OF_ANY_TIME)
    )


def _once_more(line: Line) -> bool:
    """Return whether TACE was given again, without saying for which time."""
    return any(_given_again(clause) for clause in line.clauses if not clause.has(Mark.PLANNED))


def _given_again(clause: Clause) -> bool:
    """Return whether "again" is said of a TACE that is not counted or numbered itself."""
    if clause.has(Mark.RETREATED):
        return True
    given = (Mark.TACE, Mark.SINCE_TACE)
    counted = (Topic.SESSIONS, Topic.SESSION_NUMBER)
    for place, token in enumerate(clause.tokens):
        behind = {each.kind for each in clause.tokens[place + 1 :]}
        tace_again = token.text == "again" and clause.tokens[place - 1].kind in given
        if token.kind is Mark.AGAIN and behind.isdisjoint(counted):
            return tace_again or not behind.isdisjoint(given)
    return False


def _was_given(mention: Mention) -> bool:
    return mention.held() is not Reason.PLANNED and not mention.clause.has(
        Mark.PAST, Mark.BEFORE_SESSION
    )
