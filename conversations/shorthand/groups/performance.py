"""ECOG performance status. A range or another scale is not converted."""

from collections.abc import Iterator

from conversations.shorthand.claims import Claim
from conversations.shorthand.fragments import ARROW
from conversations.shorthand.kinds import Topic
from conversations.shorthand.lexing import term
from conversations.shorthand.line import Line
from conversations.shorthand.understood import Reason
from domain.facts.catalogue import ECOG

_NAME = (
    r"(?:(?<![a-z])(?:(?:ecog|who|zubrod)(?:[\s/-]*(?:ps|performance\s+status))?|ps|pst|zps|"
    r"performance\s+status)(?:[\s-]*(?:ecog|score|status|grade)(?![a-z])){0,2}|(?:ecog\s*)?体[能力](?:"
    r"活动)?(?:状态|状况)?)"
    r"(?:\s*\)?\s*(?:评分|分级|评级|状态))?"
)
_LINK = (
    r"\s*(?:(?:unchanged|stable|still|remains?)(?:\s+at)?\s+|仍(?:为)?\s*)?(?:[:=-]|of(?![a-z])|"
    r"is(?![a-z])|was(?![a-z])|为)?\s*\(?\s*"
)
_NOT_COUNTED = (
    r"(?![0-9%]|\.[0-9]|\s*(?:[-/]?\s*(?:lesions?|nodules?|tumou?rs?|hccs?|cm|mm|d|days?|wks?|"
    r"weeks?|w|"
    r"mo|months?|x|times?|sessions?|tace)(?![a-z])|\*|/\s*[0-9]|次|枚|个|周|月|天|年|岁))"
)
_RANGE = r"\s*(?:[-~/](?!>)|to|or|至|到|或)\s*"
_FORMER = (
    rf"(?:由|从)?[0-9]\s*分?(?:{ARROW}|升至|降至|变为|恶化至|改善至|升到|降到|变成|\s*,\s*now\s+|"
    r"\s*,\s*现(?:为)?\s*)(?:ps\s*)?"
)
"""A grade that has since become another one."""

TERMS = (
    term(
        Topic.ECOG,
        rf"{_NAME}{_LINK}[0-9]\s*(?:pre|before)\s*,\s*(?P<grade>[0-9])\s*(?:now|post)(?![a-z])",
        rf"{_NAME}{_LINK}(?:{_FORMER}){{0,4}}(?P<grade>[0-9]){_NOT_COUNTED}(?:\s*(?:分|级|"
        r"points?(?![a-z])))?\)?",
    ),
    term(
        Topic.ECOG_INEXACT,
        rf"{_NAME}{_LINK}[0-9]\s*分?{_RANGE}[0-9](?![0-9])(?:\s*分)?",
        rf"{_NAME}{_LINK}(?:[<>≤≥]\s*)[0-9](?![0-9])(?:\s*分)?",
    ),
    term(
        Topic.KARNOFSKY,
        r"(?:(?<![a-z])(?:kps|karnofsky)(?![a-z])|卡氏评分|卡氏)(?:\s*(?:score|评分|"
        r"status))?\s*[:=-]?\s*"
        r"(?:[0-9]{2,3}(?:\s*[-~]\s*[0-9]{2,3})?\s*(?:%|分)?)?",
    ),
)


def claims(line: Line) -> Iterator[Claim]:
    """Yield what the line says of the performance status."""
    for mention in line.of(Topic.ECOG):
        grade = int(mention.head.values["grade"])
        why = None
        if grade > ECOG.high:
            why = Reason.OUT_OF_RANGE
        elif mention.denied:
            why = Reason.DENIED
        elif line.no_longer(mention):
            why = Reason.IN_THE_PAST
        answer = None if why is Reason.OUT_OF_RANGE else grade
        yield Claim(ECOG.name, *mention.span, answer, mention.held() or why)
    for mention in line.of(Topic.ECOG_INEXACT):
        yield Claim(ECOG.name, *mention.span, held=Reason.NOT_EXACT)
    for mention in line.of(Topic.KARNOFSKY):
        yield Claim(ECOG.name, *mention.span, held=Reason.NOT_ECOG)
