"""How long after the last TACE the judged scan was made: day 28 to 92 counts as 1-3 months.

A duration counts only where it is tied to TACE or to the scan, and the scan is a contrast CT
or MRI. N/7 are days, N/52 weeks, N/12 months.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import inf

from conversations.shorthand.claims import Claim
from conversations.shorthand.clauses.clause import Clause
from conversations.shorthand.fragments import number_of
from conversations.shorthand.groups.ablation import leaves_the_count
from conversations.shorthand.groups.scan import scanned, why_not_this_scan
from conversations.shorthand.groups.session_dates import line_dates
from conversations.shorthand.kinds import NEUTRAL, Kind, Mark, Topic
from conversations.shorthand.lexing import Token, term
from conversations.shorthand.line import Line
from conversations.shorthand.mentions import Mention
from conversations.shorthand.understood import Reason
from domain.facts.catalogue import IMAGING_TIMING
from domain.facts.vocabulary import ImagingTiming

_NUMBER = (
    r"(?:(?<![0-9./])[0-9]{1,3}(?:\.[0-9])?|(?<![a-z])(?:one|two|three|four|five|six|seven|eight|"
    r"nine|"
    r"ten|twelve|half\s+a)(?![a-z])|[一二两三四五六七八九十半])"
)
_UNIT = (
    r"(?:(?P<d>/\s*7(?![0-9/])|(?:days?|d)(?![a-z])|天|日)"
    r"|(?P<w>/\s*52(?![0-9/])|(?:weeks?|wks?|w)(?![a-z])|周|星期|礼拜)"
    r"|(?P<m>/\s*12(?![0-9/])|(?:months?|mths?|mos?|m)(?![a-z])|(?P<half>个半月)|"
    r"(?P<over_m>个[多余]月)|个月|月(?!\s*[0-9]))"
    r"|(?P<y>(?:years?|yrs?|y)(?![a-z])|年))"
)
_LIMIT = (
    r"(?:(?P<less><|less\s+than|under|不足|不到|未满|小于)|(?P<most>≤|up\s+to|at\s+most|within|"
    r"不超过)|"
    r"(?P<least>≥|at\s+least|满|至少)|(?P<over>>|more\s+than|over|超过|大于|超))"
)
_APPROX = r"(?P<approx>~|about|approx(?:imately)?\.?|around|nearly|almost|约|大约|将近|近|大概)"

TERMS = (
    term(
        Topic.INTERVAL,
        rf"(?:{_LIMIT}\s*)?(?:{_APPROX}\s*)?(?:第\s*)?(?P<number>{_NUMBER})"
        rf"(?:\s*(?:-|~|to|or|至|到|或)\s*(?P<until>{_NUMBER}))?(?P<tens>余|多)?(?P<more_than>\+)?\s*-?\s*{_UNIT}"
        r"(?P<more>余|多|\+)?(?:\s*(?P<or_more>以上|or\s+(?:more|longer)(?![a-z])))?",
        r"(?<![a-z])(?P<tied>pod|d|(?:post-?\s?(?:op|tace|procedure|treatment)\s+)?day)\s*\+?\s?"
        r"(?P<number>[0-9]{2,3})(?![0-9a-z/.])",
        r"(?<![a-z])(?:(?P<w>week|wk)|(?P<m>month))[\s-]+(?P<number>[0-9]{1,2})(?![0-9a-z/.])",
    ),
)

_OF_SESSIONS = (Topic.SESSIONS, Topic.SESSION_NUMBER)

_DATE_LIKE = ("/12", "/7", "月")
"""Units that, beside a scan, may just as well be part of a date."""

_TIED_BY = (Mark.SINCE_TACE, Mark.AFTERWARDS, Mark.SCAN)
_PASSED_OVER = (*NEUTRAL, Mark.DATE, Mark.TACE, Mark.LAST, Topic.SESSION_NUMBER)
_SOMETHING_ELSE = {
    Topic.SESSIONS_INEXACT,
    Topic.ABLATION,
    Topic.NOT_TACE,
    Mark.SYSTEMIC,
    Mark.ASIDE,
    Mark.UNKNOWN,
    Mark.UNKNOWN_ASIDE,
}

_CAME = (["入院"], ["住院"], ["出院"], ["admission"], ["discharge"], ["diagnosis"])
_FOUND = (Topic.RESPONSE, Topic.COURSE, Topic.VIABILITY, Mark.RECURRENCE)
_DAYS_AGO = ("yesterday", "this week", "昨日", "昨天", "本周")
_SOME_TIME_AGO = ("last week", "last month", "上周", "上月", "上个月")
_AT = (["at"], ["@"], ["于"])

_WEEK = 7
_FIRST_DAY, _LAST_DAY = 28, 92
_LENGTHS = {"d": (1, 1), "w": (_WEEK, _WEEK), "m": (28, 31), "y": (365, 366)}
"""Days that one unit has, at least and at most."""
_SLACK = 0.1
"""What "about" may be off, as a share of the duration."""


def claims(line: Line) -> Iterator[Claim]:
    """Yield what the line says of the time between TACE and the scan."""
    for mention in line.of(Topic.INTERVAL):
        first, last = _days(mention.head)
        scan_ago = _scan_ago(mention, line)
        if scan_ago is None:
            held = mention.held() or _not_since_tace(mention, line)
        else:
            held = mention.held(Reason.IN_THE_PAST)
            first -= scan_ago
        held = held or why_not_this_scan(mention, line)
        if _followed_further(mention, line):
            held = held or Reason.EARLIER_SCAN
        answer = None if held is Reason.NOT_CLEAR else _side(first, last)
        if answer is None:
            held = held or Reason.NEAR_LIMIT
        if not scanned(line):
            held = held or Reason.NO_SCAN
        yield Claim(IMAGING_TIMING.name, *mention.span, answer, held)
    yield from _by_dates(line)


def _followed_further(mention: Mention, line: Line) -> bool:
    """Return whether what was found later is told too: "1 month PR, 6 months PD"."""
    return any(
        later.place > mention.place
        and later.clause.has(*_FOUND)
        and _days(later.head)[0] > _days(mention.head)[1]
        for later in line.of(Topic.INTERVAL)
    )


def _scan_ago(mention: Mention, line: Line) -> int | None:
    """Return how many days ago the scan was at most, where the last TACE is told by today.

    "Last TACE 6 weeks ago, MRI today"; `None` where it is not told so.
    """
    clause = mention.clause
    last_tace = clause.has(Mark.LAST, Mark.TACE, Topic.SESSION_NUMBER)
    ago = clause.has(Mark.AGO) and not clause.has(Mark.PAST, Mark.SCAN)
    if not (last_tace and ago) or _other_treatment(line):
        return None
    for before, each in pairwise((clause, *line.clauses)):
        if each.has(Mark.NOW) and (each.has(Mark.SCAN) or before.has(Mark.SCAN)):
            return 0
        if each.has(Mark.SCAN) and _named(each, _DAYS_AGO):
            return _WEEK - 1
    return None


def _by_dates(line: Line) -> Iterator[Claim]:
    """Yield the claim of two dates: that of the last TACE, and that of the one scan."""
    dates = line_dates(line)
    if dates.last is None or dates.scan is None or line.has(Topic.NO_CONTRAST, Topic.NO_SCAN):
        return
    first, last = dates.scan.days_since(dates.last)
    if first >= 0:
        answer = _side(first, last)
        yield Claim(IMAGING_TIMING.name, *dates.span, answer, None if answer else Reason.NEAR_LIMIT)


def _not_since_tace(mention: Mention, line: Line) -> Reason | None:
    """Return why the duration may not run from the last TACE to a scan."""
    tokens = mention.clause.tokens
    place = next(place for place, each in enumerate(tokens) if each is mention.head)
    sides = tokens[:place][::-1], tokens[place + 1 :]
    at = [each.text for each in sides[0][:1]] in _AT
    ties = {tie for side in sides for tie in _ties(side)}
    beside = tokens[max(place - 1, 0) : place + 2]
    days = mention.head.get("d", "w") is not None
    if mention.clause.has(Topic.RESPONSE) and (
        # "CR 6/52"; of months it may be how long the response has lasted.
        at or (days and any(each.kind is Topic.RESPONSE for each in beside))
    ):
        ties.add(Mark.SCAN)
    tied = bool(ties) or "tied" in mention.head.values
    date_like = (mention.head.get("d", "m") or "").replace(" ", "") in _DATE_LIKE and not at
    unclear = (
        not tied
        or (ties == {Mark.SCAN} and date_like)
        or (Mark.SINCE_TACE not in ties and _other_treatment(line))
        or mention.clause.has(Mark.EACH, Mark.RECURRENCE, Mark.AGAIN, Topic.COURSE)
        or any(_after_something_else(side) for side in sides)
        or (not mention.clause.has(Mark.SCAN) and _scanned_some_time_ago(line))
        or _since_a_response(*sides)
        or _of_systemic(*sides)
        or _before_tace(sides[1])
    )
    if ties == {Mark.SCAN} and date_like and _told_before(mention, line):
        # "1月MRI SD,6月MRI PD": of which scan is the time that was told?
        return Reason.NOT_CLEAR
    return Reason.SINCE_WHEN if unclear else None


def _scanned_some_time_ago(line: Line) -> bool:
    """Return whether the scan was of last month, or week: then a time until now is not its."""
    return any(clause.has(Mark.SCAN) and _named(clause, _SOME_TIME_AGO) for clause in line.clauses)


def _named(clause: Clause, times: Sequence[str]) -> bool:
    """Return whether one of these times is told in so many words."""
    return any(each.text in times for each in clause.all(Mark.DATE))


def _told_before(mention: Mention, line: Line) -> bool:
    """Return whether the time of another scan after TACE has been told already."""
    return any(
        each.place < mention.place and each.clause.has(Mark.SINCE_TACE, Mark.AFTERWARDS)
        for each in line.of(Topic.INTERVAL)
    )


def _near(side: Sequence[Token]) -> list[Kind]:
    """Return what stands on one side of a duration, the nearest first, but for small words."""
    return [each.kind for each in side if each.kind not in _PASSED_OVER]


def _ties(side: Sequence[Token]) -> Iterator[Kind]:
    """Yield what ties a duration to TACE or a scan on one side of it."""
    return (kind for kind in _near(side)[:1] if kind in _TIED_BY)


def _other_treatment(line: Line) -> bool:
    """Return whether TACE was not the last treatment, as far as is told."""
    last_tace = max((each.start for each in line.all(Mark.TACE, *_OF_SESSIONS)), default=-1)
    if last_tace < 0 and any(not each.denied for each in line.of(Topic.ABLATION)):
        return True
    return any(each.head.start > last_tace for each in line.of(Topic.NOT_TACE)) or any(
        not leaves_the_count(each, line) for each in line.of(Topic.ABLATION)
    )


def _before_tace(side: Sequence[Token]) -> bool:
    """Return whether TACE came so long after something: "half a year later TACE"."""
    kinds = [each.kind for each in side if each.kind not in NEUTRAL]
    then = bool(side) and side[0].kind is Mark.AFTERWARDS and not side[0].text.isascii()
    return then and bool({*kinds[1:2]} & {Mark.TACE, Topic.SESSIONS, Topic.SESSION_NUMBER})


def _after_something_else(side: Sequence[Token]) -> bool:
    near = _near(side)
    came = [each.text for each in side[1:2]]
    response = [each.kind for each in side[:2]] == [Mark.AFTERWARDS, Topic.RESPONSE]
    after_response = response and side[0].text in ("after", "following")
    return near[:1] == [Mark.AFTERWARDS] and (
        after_response or bool(set(near[1:2]) & _SOMETHING_ELSE) or came in _CAME
    )


def _of_systemic(before: Sequence[Token], after: Sequence[Token]) -> bool:
    """Return whether the duration is one of systemic treatment: "靶免2个月后MRI"."""
    then = bool(after) and after[0].kind is Mark.AFTERWARDS and not after[0].text.isascii()
    return then and _near(before)[:1] == [Mark.SYSTEMIC]


def _since_a_response(before: Sequence[Token], after: Sequence[Token]) -> bool:
    """Return whether the duration is how long a response lasted: "PR维持3个月后PD"."""
    return (
        _near(before)[:1] == [Topic.RESPONSE]
        and bool(after)
        and after[0].kind is Mark.AFTERWARDS
        and not after[0].text.isascii()
    )


def _side(first: float, last: float) -> ImagingTiming | None:
    if last < _FIRST_DAY:
        return ImagingTiming.BEFORE_1_MONTH
    if first > _LAST_DAY:
        return ImagingTiming.AFTER_3_MONTHS
    within = first >= _FIRST_DAY and last <= _LAST_DAY
    return ImagingTiming.WITHIN_1_TO_3_MONTHS if within else None


def _days(head: Token) -> tuple[float, float]:
    """Return the fewest and the most days that a duration may mean."""
    said = head.values
    shortest, longest = _LENGTHS[next((unit for unit in _LENGTHS if unit in said), "d")]
    number, until = _number(said["number"]), _number(said.get("until", said["number"]))
    if "half" in said:
        number, until = number + 0.5, until + 0.5
    more = bool(said.keys() & {"more", "more_than", "over_m"})
    until += 9 * ("tens" in said) + more
    vague = longest > shortest or more
    first, last = number * shortest, until * longest - vague
    if "approx" in said:
        first, last = first * (1 - _SLACK), last * (1 + _SLACK)
    if "less" in said or "most" in said:
        return 0, first - 1 if "less" in said else last
    if said.keys() & {"over", "least", "or_more"}:
        return last + 1 if "over" in said else first, inf
    return first, last


def _number(word: str) -> float:
    if word == "半" or word.startswith("half"):
        return 0.5
    return float(word) if word[0].isdigit() else number_of(word)
