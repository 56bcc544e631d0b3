"""How many of the sessions fall in the six months that end with the latest one.

A span of six months or less that all sessions fall in counts too ("TACE x3 over 5/12").
"6月内" may mean "in June" and never counts.
"""

from collections.abc import Iterator

from conversations.shorthand.claims import Claim
from conversations.shorthand.fragments import COUNT, TACE, number_of
from conversations.shorthand.groups.session_dates import line_dates
from conversations.shorthand.groups.sessions import number_of_sessions
from conversations.shorthand.kinds import Mark, Topic
from conversations.shorthand.lexing import term
from conversations.shorthand.line import Line
from conversations.shorthand.mentions import Mention
from conversations.shorthand.understood import Reason
from domain.facts.catalogue import SESSIONS_WITHIN_6_MONTHS

_SIX_MONTHS = (
    r"(?:(?:6|six)[\s-]*(?:months?|mths?|mos?|m)(?![a-z])|6\s*/\s*12(?![0-9])|26\s*/\s*52|"
    r"half[\s-]+(?:a[\s-]+)?year|(?:6|六)\s*个月|半年)"
)
_SIX_MONTHS_AT_LEAST, _SIX_MONTHS_AT_MOST = 181, 184
"""Days."""
_RECENT = r"(?:(?:the\s+)?(?:last|past|preceding|prior|previous)\s+)"
_WITHIN = r"\s*(?:内|以内|之内)"
_GIVEN = (
    rf"\s*(?:仅|只|仅有|只有|已|行|做了|做|完成|接受|给予|予|连续|共|其中|有|治疗|:|{TACE}|"
    rf"术){{0,5}}\s*"
)
_SHORT = (
    rf"(?:(?P<six>{_SIX_MONTHS})|(?P<short>(?:(?:[1-5](?:\.5)?|one|two|three|four|five|"
    r"[一二两三四五])\s*-?\s*"
    r"(?:(?:months?|mths?|mos?|m)(?![a-z])|/\s*12(?![0-9])|个半?月)|"
    r"(?:[1-9]|1[0-9]|2[0-6])\s*-?\s*(?:(?:weeks?|wks?|w)(?![a-z])|/\s*52(?![0-9])|周)|"
    r"(?:[1-9]|[1-9][0-9]|1[0-7][0-9])\s*-?\s*(?:(?:days?|d)(?![a-z])|天))))"
)
_LONGER = (
    r"[0-9]{1,3}(?:\.5)?\s*(?:-?\s*(?:years?|yrs?|y|months?|mths?|mos?|m|weeks?|wks?|w)(?![a-z])|"
    r"/\s*(?:12|52)(?![0-9])|个月|年|周)"
)

TERMS = (
    term(
        Topic.SESSIONS_WITHIN,
        rf"(?:(?<![a-z])[*x]\s*)?(?P<count>{COUNT})\s*(?:[*x]|次|{TACE}|sessions?|of\s+(?:them|"
        r"these|which))?\s*"
        rf"(?:(?:were|was|done|performed)\s+)?(?:with)?in\s+{_RECENT}{_SIX_MONTHS}",
        rf"(?:of\s+(?:which|these|them)\s+)?(?:(?<![a-z])[*x]\s*)?(?P<count>{COUNT})\s*(?:(?:were|"
        r"was|done|"
        rf"performed)\s+)?(?:during|over|in|within)\s+{_RECENT}{_SIX_MONTHS}",
        rf"(?:^|(?<=[,;.(]\s)|(?<=[,;(]))(?P<span>(?P<count>{COUNT})\s+(?:all\s+)?(?:with)?in\s+"
        rf"(?:a\s+)?{_SHORT})",
        rf"(?<![a-z])(?:last|latest)\s+(?P<count>{COUNT})\s+(?:(?:were|"
        rf"fell)\s+)?(?:with)?in(?:side)?\s+(?:{_RECENT})?{_SIX_MONTHS}",
        rf"(?P<count>{COUNT})\s*(?:of\s+(?:them|these|which)\s+)(?:were\s+)?(?:with)?in\s+"
        rf"(?:the\s+)?(?:last\s+|past\s+)?{_SIX_MONTHS}(?!\s*(?:of|from|after|before|"
        r"since)(?![a-z]))",
        rf"(?:近|最近|过去)\s*(?:6|六)\s*月(?:{_WITHIN}|来|中)?{_GIVEN}(?P<count>{COUNT})\s*次",
        rf"(?:近|最近|过去|末次前|末次{TACE}前)\s*{_SIX_MONTHS}(?:{_WITHIN}|\s*来|\s*中)?{_GIVEN}"
        rf"(?P<count>{COUNT})\s*次",
        rf"{_SIX_MONTHS}{_WITHIN}{_GIVEN}(?P<count>{COUNT})\s*次",
        rf"(?:其中)?\s*(?P<count>{COUNT})\s*次\s*(?:是|均)?(?:在|于|位于)\s*(?:近|最近|末次前|"
        rf"末次{TACE}前)?"
        rf"\s*{_SIX_MONTHS}{_WITHIN}",
    ),
    term(
        Topic.ALL_WITHIN,
        rf"(?<![a-z])all\s+(?P<count>{COUNT})\s+(?:{TACE}|sessions?|procedures?)\s+(?:(?:were|"
        rf"done|fell)\s+)?(?:with)?in(?:side)?\s+(?:{_RECENT}|a\s+|the\s+)?{_SIX_MONTHS}",
        rf"(?<![a-z])all\s+(?:of\s+them\s+|sessions\s+|were\s+)?(?:with)?in\s+(?:{_RECENT}|a\s+|"
        r"the\s+)?"
        rf"{_SIX_MONTHS}",
        rf"(?:均|都|全部|皆)(?:在|于)?\s*(?:近|最近)?\s*{_SIX_MONTHS}{_WITHIN}(?:完成|做的)?",
    ),
    term(
        Topic.IN_JUNE,
        rf"(?<![0-9])[0-9]{{1,2}}\s*月{_WITHIN}(?:\s*(?:做的|行|做了|做|已|完成|接受|给予|连续|共|"
        rf"{TACE}|术)){{0,5}}"
        rf"(?:\s*{COUNT}\s*次)?",
    ),
    term(
        Mark.SPAN,
        rf"(?<![a-z])(?:over|(?:with)?in|during|across|for)\s+(?P<recent>{_RECENT})?(?:a\s+|"
        r"the\s+)?"
        rf"(?:{_SHORT}|{_LONGER})(?:[\s-]+(?:window|period|span|interval)(?![a-z]))?",
        rf"/\s*(?:{_SHORT}|{_LONGER})",
        rf"(?P<recent>近|最近|过去)?\s*(?:{_SHORT}|{_LONGER})\s*(?:内|以内|之内|间|期间)",
        rf"(?P<recent>近|最近|过去)\s*(?:{_SHORT}|{_LONGER}|[0-9]{{1,2}}\s*月)(?:来|中)?(?=\s*(?:共|行|做|已|予|"
        rf"接受|完成|{TACE}))",
    ),
)


def claims(line: Line) -> Iterator[Claim]:
    """Yield what the line says of the sessions within six months."""
    for mention in line.of(Topic.SESSIONS_WITHIN):
        number = number_of(mention.head.get("count") or "one")
        held = mention.held(Reason.IN_THE_PAST)
        if mention.head.get("span") and number != number_of_sessions(line):
            # "3 in 5 months" may be some of them, and long ago.
            held = held or Reason.NOT_EXACT
        yield _claim(mention, number, held)
    for mention in line.of(Topic.ALL_WITHIN):
        number_of_all = number_of_sessions(line)
        held = mention.held(Reason.IN_THE_PAST)
        if number_of_all is None:
            held = held or Reason.NOT_EXACT
        yield _claim(mention, number_of_all, held)
    counts = line.of(Topic.SESSIONS)
    if len(counts) == 1 and _within_six_months(counts[0]):
        number = number_of(counts[0].head.get("count") or "one")
        yield _claim(counts[0], number, counts[0].held(Reason.IN_THE_PAST))
    if not line.of(Topic.SESSIONS_WITHIN, Topic.ALL_WITHIN):
        yield from _by_dates(line)
    for mention in line.of(Topic.IN_JUNE):
        yield _claim(mention, None, Reason.IN_JUNE)


def _claim(mention: Mention, answer: int | None, held: Reason | None) -> Claim:
    return Claim(SESSIONS_WITHIN_6_MONTHS.name, *mention.span, answer, held)


def _by_dates(line: Line) -> Iterator[Claim]:
    """Yield how many sessions fall in the last six months, where each of them has its date."""
    dates = line_dates(line)
    if dates.last is None or not dates.of_each:
        return
    ages = [dates.last.days_since(each) for each in dates.of_each]
    within = [most <= _SIX_MONTHS_AT_LEAST for _, most in ages]
    beyond = [fewest > _SIX_MONTHS_AT_MOST for fewest, _ in ages]
    within[-1] = True
    surely = all(one or other for one, other in zip(within, beyond, strict=True))
    held = None if surely else Reason.NEAR_LIMIT
    yield Claim(SESSIONS_WITHIN_6_MONTHS.name, *dates.span, sum(within) if surely else None, held)


def _within_six_months(mention: Mention) -> bool:
    """Return whether the span behind a count says that all it counts fell in six months.

    Of the last three months it may count only some of those in the last six.
    """
    spans = [each for each in mention.after[:1] if each.kind is Mark.SPAN]
    return any(
        "six" in each.values or ("short" in each.values and "recent" not in each.values)
        for each in spans
    )
