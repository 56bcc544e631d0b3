"""Whether the target has also progressed compared with before the first TACE.

mRECIST measures progression from the smallest sum, so PD alone does not say it.
"""

from collections.abc import Iterator

from conversations.shorthand.claims import Claim
from conversations.shorthand.clauses.clause import NEGATIONS, Clause
from conversations.shorthand.groups.response import category, something_may_be_new
from conversations.shorthand.groups.scan import why_not_this_scan
from conversations.shorthand.kinds import Mark, Topic
from conversations.shorthand.lexing import Token
from conversations.shorthand.line import Line
from conversations.shorthand.mentions import Mention
from conversations.shorthand.understood import Reason
from domain.facts.catalogue import PROGRESSED_FROM_BASELINE
from domain.facts.vocabulary import TargetResponse

_COMPARED = (Topic.RESPONSE, Topic.COURSE, Topic.VIABILITY)
"""What is compared with baseline."""

_OPEN_STILL = (Mark.PERCENT, Mark.GROWN, Mark.HIGHER, Mark.STEADY, Mark.NORMAL, Mark.OLD)
"""What leaves open how a PD compares with baseline: "PD, still vs baseline"."""

_LEAST_GROWTH = 20
"""Percent by which the enhancing diameters must have grown."""
_NEAR = 5
"""What "about" may be off."""


def claims(line: Line) -> Iterator[Claim]:
    """Yield what the line says of progression from baseline."""
    for mention in line.of(*_COMPARED):
        clause = mention.clause
        first = clause.all(*_COMPARED)[0] is mention.head
        if first and clause.has(Mark.OF_BASELINE):
            yield from _compared_with_baseline(mention, line)
        elif first and clause.has(Mark.OF_SMALLEST) and _is_pd(mention):
            (smallest, *_) = clause.all(Mark.OF_SMALLEST)
            yield Claim(
                PROGRESSED_FROM_BASELINE.name,
                smallest.start,
                smallest.end,
                held=Reason.BASELINE_OR_SMALLEST,
                quiet=True,
            )


def _compared_with_baseline(mention: Mention, line: Line) -> Iterator[Claim]:
    clause = mention.clause
    answer, why = _progressed(mention)
    if answer is None and why is None:
        return
    if answer is False and not any(_is_pd(each) for each in line.of(Topic.RESPONSE)):
        why = Reason.NOT_NEEDED
    if answer is True and not clause.has(Mark.TARGET) and something_may_be_new(line):
        why = Reason.MAY_BE_NEW_LESION
    held = mention.held() or why or why_not_this_scan(mention, line)
    said = clause.all(Mark.OF_BASELINE)[0]
    start, end = min(mention.head.start, said.start), max(mention.head.end, said.end)
    yield Claim(PROGRESSED_FROM_BASELINE.name, start, end, answer, held)


def _progressed(mention: Mention) -> tuple[bool | None, Reason | None]:
    """Return what a comparison with baseline says; nothing, if it is one of viability."""
    clause = mention.clause
    compared = clause.all(Mark.OF_BASELINE)[0]
    of_share = mention.topic is Topic.VIABILITY and not clause.has(Mark.DIAMETER)
    figures = () if of_share else _figures_of(compared, clause)
    growth = [each for each in figures if "above" in compared.values or _is_growth(each, clause)]
    if "below" in compared.values:
        return (None, None) if of_share else (False, None)
    if len(growth) == 1:
        return _grown(growth[0], denied=clause.has(*NEGATIONS))
    if any(each.get("sign") == "-" for each in figures):
        return False, None
    if "above" in compared.values:
        return None, Reason.NOT_EXACT
    return _in_words(mention)


def _grown(by: Token, *, denied: bool) -> tuple[bool | None, Reason | None]:
    """Return what a growth by so much says; where it is denied, there was less."""
    low = float(by.get("number") or 0)
    high = float(by.get("until") or low)
    said = by.values.keys()
    if denied or "under" in said:
        return (False, None) if high <= _LEAST_GROWTH else (None, Reason.NOT_EXACT)
    if "approx" in said and low - _NEAR < _LEAST_GROWTH < high + _NEAR:
        return None, Reason.NEAR_LIMIT
    if low >= _LEAST_GROWTH:
        return True, None
    open_above = bool(said & {"over", "least"}) or high >= _LEAST_GROWTH
    return (None, Reason.NOT_EXACT) if open_above else (False, None)


def _in_words(mention: Mention) -> tuple[bool | None, Reason | None]:
    """Return what is said of a comparison with baseline without a figure."""
    clause = mention.clause
    if mention.topic is Topic.COURSE:
        return not (mention.denied or "no" in mention.head.values), None
    if not _is_pd(mention):
        return None, Reason.NOT_EXACT if clause.has(Mark.GROWN) else None
    if clause.has(Mark.CHANGE, Mark.FALLING):
        return (None, Reason.NOT_EXACT) if clause.has(Mark.GROWN) else (False, None)
    open_still = clause.has(*_OPEN_STILL, *NEGATIONS)
    return (None, Reason.NOT_EXACT) if open_still else (True, None)


def _figures_of(compared: Token, clause: Clause) -> tuple[Token, ...]:
    """Return the percentage that belongs to a comparison: the one in front of it, or behind."""
    percents = clause.all(Mark.PERCENT)
    comparisons = clause.all(Mark.OF_BASELINE, Mark.OF_SMALLEST)
    if len(comparisons) == 1 or not percents:
        return percents
    if percents[0].start < comparisons[0].start:
        return tuple(each for each in percents if each.end <= compared.start)[-1:]
    return tuple(each for each in percents if each.start >= compared.end)[:1]


def _is_growth(percent: Token, clause: Clause) -> bool:
    return percent.get("sign") == "+" or clause.has(Mark.GROWN, Mark.HIGHER)


def _is_pd(mention: Mention) -> bool:
    return mention.topic is Topic.RESPONSE and category(mention.head) is TargetResponse.PD
