"""Whether the tumor markers keep rising after TACE; one higher value does not show it.

A series must have risen at its last two steps, and end above where it began.
"""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import takewhile

from conversations.shorthand.claims import Claim
from conversations.shorthand.clauses.clause import Clause
from conversations.shorthand.groups.marker_figures import figures, trend_of
from conversations.shorthand.kinds import Mark, Topic
from conversations.shorthand.lexing import Token
from conversations.shorthand.line import Line
from conversations.shorthand.mentions import Mention
from conversations.shorthand.understood import NoteKind, Reason, first_reason
from domain.facts.catalogue import TUMOR_MARKER_TREND
from domain.facts.vocabulary import MarkerTrend

_TACE = (Mark.TACE, Topic.SESSIONS, Topic.SESSION_NUMBER)
_CAME = (
    *("presented", "presents", "presenting", "presentation", "referred", "referral", "admitted"),
    *("入院", "就诊", "收入院", "来院", "来我院", "入我院", "收治", "收住"),
)
"""How a patient is told to have come, which was before TACE."""

_SO = ("so", "hence", "thus", "therefore", "遂", "遂行", "故", "因此", "因而", "后")
"""What stands between a finding and what was done for it."""

_NAMES_OF_AFP = ("afp", "alpha", "甲胎")
_AFP_NORMAL, _PIVKA_NORMAL = 20, 40
"""ng/mL and mAU/mL."""

_TRENDS = (
    Mark.SERIES,
    Mark.RISING,
    Mark.HIGHER,
    Mark.FALLING,
    Mark.STEADY,
    Mark.NORMAL,
    Mark.NEVER_RAISED,
    Mark.OF_BASELINE,
)
_NOT_RISING = frozenset({Mark.FALLING, Mark.STEADY, Mark.NORMAL, Mark.NEVER_RAISED})


def claims(line: Line) -> Iterator[Claim]:
    """Yield what the line says of the markers, any one of which may rise."""
    read = [(mention, *_trend_so_far(mention, line)) for mention in line.of(Topic.MARKER)]
    rises = any(trend is MarkerTrend.RISING for _, trend, _ in read)
    trends = {trend for _, trend, _ in read if trend}
    for mention, trend, never_raised in read:
        if rises and (never_raised or _normal(mention, trend)):
            # It says nothing of the other marker, which rises.
            yield Claim(TUMOR_MARKER_TREND.name, *mention.span, held=Reason.NOT_NEEDED)
            continue
        answer = trend
        if trend is None and _leaves_the_trend(mention, trends):
            # One value that is low, or beside another marker that rises, disputes nothing.
            (answer,) = trends
        note = NoteKind.NEVER_RAISED if never_raised else None
        held = mention.held() or _why_not(mention, trend, line)
        yield Claim(TUMOR_MARKER_TREND.name, *mention.span, answer, held, note)


def _why_not(mention: Mention, trend: MarkerTrend | None, line: Line) -> Reason | None:
    """Return why the trend may not be that of a tumor marker since TACE."""
    clause = mention.clause
    only_before = clause.has(Mark.AT_BASELINE) and not clause.has(Mark.SERIES)
    only_before = only_before or (trend is MarkerTrend.RISING and _led_to_tace(mention, line))
    otherwise = trend is MarkerTrend.RISING and _raised_otherwise(mention, line)
    return first_reason(
        (Reason.RAISED_OTHERWISE, otherwise),
        (Reason.NOT_CLEAR, _of_another_tumor(mention)),
        (Reason.IN_THE_PAST, only_before),
        (Reason.ONE_VALUE, trend is None),
    )


def _of_another_tumor(mention: Mention) -> bool:
    """Return whether "tumor marker" stands for one that no HCC is followed by."""
    in_general = not mention.head.text.startswith((*_NAMES_OF_AFP, "pivka", "dcp", "异常"))
    others = mention.clause.all(Mark.ASIDE)
    return in_general and any(each.text.startswith(("cea", "ca")) for each in others)


def _led_to_tace(mention: Mention, line: Line) -> bool:
    """Return whether a rise is told as why TACE was given, or the patient came."""
    clause = mention.clause
    if _so_tace(mention, line):
        return True
    if clause.has(Mark.SINCE_TACE, Mark.AFTERWARDS):
        return False
    why = any(each.kind is Mark.BECAUSE or each.text == "for" for each in mention.before)
    came = any(each.text in _CAME for each in mention.before + mention.after)
    return came or (why and clause.has(*_TACE))


def _so_tace(mention: Mention, line: Line) -> bool:
    """Return whether the first TACE is told as done for a rise: "AFP rising, hence TACE"."""
    if any(each.start < mention.head.start for each in line.all(*_TACE, Mark.SINCE_TACE)):
        return False
    sentence = takewhile(
        lambda clause: clause.follows is not Mark.STOP, line.clauses[mention.place + 1 :]
    )
    behind = [
        each
        for clause in (mention.clause, *sentence)
        for each in clause.tokens
        if each.start >= mention.head.end
    ]
    so = min((each.start for each in behind if each.text in _SO), default=None)
    return so is not None and any(each.start > so for each in behind if each.kind in _TACE)


def _leaves_the_trend(mention: Mention, trends: AbstractSet[MarkerTrend]) -> bool:
    """Return whether a marker of which no trend is told leaves that of the other one as it is."""
    if len(trends) != 1 or mention.denied or _said_of(mention):
        return False
    if MarkerTrend.RISING in trends or mention.held() is Reason.NOT_KNOWN:
        return True
    figure = mention.head.get("figure")
    return figure is not None and figures(figure)[0] <= _normal_limit(mention)


def _normal_limit(mention: Mention) -> int:
    return _AFP_NORMAL if mention.head.text.startswith(_NAMES_OF_AFP) else _PIVKA_NORMAL


def _raised_otherwise(mention: Mention, line: Line) -> bool:
    """Return whether PIVKA-II may rise for a reason that the line names."""
    pivka = not mention.head.text.startswith(_NAMES_OF_AFP)
    return pivka and any(
        clause.has(Mark.RAISES_PIVKA) and not clause.has(Mark.NO_BEFORE, Mark.NO_EITHER, Mark.PAST)
        for clause in line.clauses
    )


def _trend_so_far(mention: Mention, line: Line) -> tuple[MarkerTrend | None, bool]:
    """Return the trend, none where it has turned since, and whether it was never raised."""
    trend, never_raised = _trend(mention)
    turned = trend is MarkerTrend.NOT_RISING and _rose_then(mention, line)
    return (None, False) if turned else (trend, never_raised)


def _rose_then(mention: Mention, line: Line) -> bool:
    """Return whether a rise of no other marker is told right behind: "fell, then rose twice"."""
    rises = (Mark.HIGHER, Mark.RISING)
    own = mention.clause
    said = _said_of(mention)
    if not mention.denied and own.topics.count(Topic.MARKER) == 1:
        later = [each for each in own.all(*rises) if each not in said]
        if any(each.start > mention.head.end for each in later):
            return True
    return any(
        clause.follows is Mark.THEN and clause.has(*rises) and Topic.MARKER not in clause.topics
        for clause in line.clauses[mention.place + 1 : mention.place + 2]
    )


def _normal(mention: Mention, trend: MarkerTrend | None) -> bool:
    """Return whether a marker is said to be normal, and nothing else."""
    said = _said_of(mention)
    series = [each.text for each in said if each.kind is Mark.SERIES]
    low = bool(series) and max(figures(series[0])) <= _normal_limit(mention)
    return trend is MarkerTrend.NOT_RISING and (
        low or {each.kind for each in said} <= {Mark.NORMAL}
    )


def _trend(mention: Mention) -> tuple[MarkerTrend | None, bool]:
    """Return the trend that one marker is said to have, and whether it was never raised."""
    said = _said_of(mention)
    kinds = {each.kind for each in said}
    if mention.denied:
        # Negative, or no rise. But "no AFP", "not falling", "no steady rise" leave it open.
        negative = not kinds and any(each.kind is Mark.NO_AFTER for each in mention.after)
        return (MarkerTrend.NOT_RISING if negative or kinds == {Mark.HIGHER} else None), False
    never = "never" in mention.head.values or kinds == {Mark.NEVER_RAISED}
    if never or (not kinds and _all_negative(mention.clause)):
        return MarkerTrend.NOT_RISING, never
    if kinds == {Mark.HIGHER} and _after_each_of_two(mention):
        return MarkerTrend.RISING, False
    return _agreed(mention.head, said), False


def _agreed(head: Token, said: Sequence[Token]) -> MarkerTrend | None:
    """Return the trend that all words and figures agree on."""
    kinds = {each.kind for each in said}
    trends = {trend for each in (head, *said) if (trend := _one_trend(each)) is not None}
    if Mark.FALLING in kinds and any(_unclear_series(each) for each in said):
        # "Fell to 40, then rose to 300"
        return None
    if len(trends) != 1 or (Mark.HIGHER in kinds and trends != {MarkerTrend.RISING}):
        return None
    return trends.pop()


def _unclear_series(said: Token) -> bool:
    return said.kind is Mark.SERIES and _one_trend(said) is None


def _after_each_of_two(mention: Mention) -> bool:
    """Return whether a rise is told after one session, and again after another one."""
    clause = mention.clause
    sessions = len(clause.all(Topic.SESSION_NUMBER))
    return sessions > 1 and len(clause.all(Mark.HIGHER)) == sessions


def _all_negative(clause: Clause) -> bool:
    """Return whether a list of markers ends with a denial: "AFP, PIVKA both negative"."""
    return set(clause.topics) == {Topic.MARKER} and any(
        each.kind is Mark.NO_AFTER for each in clause.at_end()
    )


def _said_of(mention: Mention) -> Sequence[Token]:
    """Return the trends beside a marker: behind it, else before it, else of its whole list."""
    for words_beside in (mention.after, mention.before, mention.clause.tokens):
        said = [each for each in words_beside if each.kind in _TRENDS]
        if said:
            return said
    return ()


def _one_trend(said: Token) -> MarkerTrend | None:
    if said.kind in _NOT_RISING or (said.kind is Mark.OF_BASELINE and "below" in said.values):
        return MarkerTrend.NOT_RISING
    if said.kind is Mark.RISING and said.get("times") not in ("1", "one", "一"):
        return MarkerTrend.RISING
    series = said.text if said.kind is Mark.SERIES else said.get("series")
    return trend_of(figures(series)) if series else None
