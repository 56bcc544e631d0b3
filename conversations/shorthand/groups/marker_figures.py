"""Series of marker values: how they are written, and whether they rise."""

import re
from collections.abc import Sequence

from conversations.shorthand.fragments import ARROW
from domain.facts.vocabulary import MarkerTrend

FIGURE = r"[0-9]{1,7}(?:,[0-9]{3}){0,2}(?:\.[0-9]{1,2})?(?:k(?![a-z])|万)?"
UNIT = r"(?:\s*(?:ng/ml|ug/l|\u03bcg/l|mau/ml|miu/ml|iu/ml))?"
WHEN = (
    r"[0-9/.\s#-]|jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec|pre|post|before|after|"
    r"baseline|now|today|at\s|tace|w(?:ee)?ks?|mo(?:nth)?s?|d(?:ays?)?|"
    r"初诊|术前|术后|首次|末次|次|周|个|月|年|日|天|第|[一二三四]"
)
VALUE = rf"{FIGURE}{UNIT}(?:\s*\((?:{WHEN}){{1,12}}\))?(?![0-9])"
"""A figure, with its unit and, in brackets, when it was measured."""
STEP = (
    rf"(?:{ARROW}|\s+to\s+|\s*,?\s*(?:and\s+)?then\s+(?:(?:climbed|rose|up|back\s+up|fell|dropped|"
    r"down)\s+)?(?:to\s+)?)"
)
NEXT = (
    r"\s*,?\s*(?:(?:后|又|再|随后|继而|然后|并|逐渐|逐步|持续|进行性){0,3}(?:升至|升到|增至|"
    r"上升至|升高至|升高到|上升到|涨到|涨至|"
    r"降至|降到|下降至|降为|降低至|下降到)|(?:fell|rose|dropped|climbed|increased|decreased|up|"
    r"down|rising|falling)\s+to)\s*"
)
COMMA = r"\s*[,、;]\s*"
NO_COUNT = r"(?!\s*(?:[a-z%*/]|次|枚|个|周|月|天|年|分|级))"

_LABEL = (
    r"(?:(?:(?<![a-z])(?:pre-?\s?tace|post-?\s?(?:tace\s*)?#?[1-9]|pre|baseline|(?:after|"
    r"at)\s+(?:#|tace\s*)?[1-9]|"
    r"(?:week|wk|w|month|m|mo)\s?[0-9]{1,2}))|[0-9]{1,2}\s*(?:/\s*(?:52|12)|wks?|w(?![a-z])|周|"
    r"个?月|天)后?|"
    r"(?:首次|末次|第\s*[一二三四五1-5]\s*次)(?:tace)?(?:术)?(?:前|后)|(?:术|治疗)[前后]\s*(?:"
    r"[0-9一二三四五六]{1,2}\s*(?:周|个?月|天))?|初诊|基线)"
)
"""When a value was measured, in front of it: "pre 80, post-1 160"."""
LABELLED = (
    rf"{_LABEL}\s*:?\s*{FIGURE}{UNIT}(?:\s*[,;、]?\s*(?:后)?{_LABEL}\s*:?\s*{FIGURE}{UNIT}){{1,9}}"
    r"(?![0-9])"
)

_TIMES = {"k": 1_000, "万": 10_000}
_STEADY = 1.1
"""Figures that differ by less than this go up and down, and no further."""
_NO_MARKER_REACHES = 10_000_000
_SURELY_RAISED = 40
"""ng/mL of AFP, mAU/mL of PIVKA-II: below it a rise may be one within the normal range."""


def figures(text: str) -> list[float]:
    """Return the values of a series, in order."""
    bare = re.sub(r"\([^()]*\)", "", text)
    labelled = re.findall(rf"{_LABEL}\s*:?\s*({FIGURE})", bare)
    if labelled:
        return [_figure(each) for each in labelled]
    if re.fullmatch(rf"[0-9.,]+{UNIT}", bare) and not _thousands(bare):
        bare = bare.replace(",", " ")
    return [_figure(each) for each in re.findall(FIGURE, bare)]


def _thousands(listed: str) -> bool:
    """Return whether commas part the thousands of one figure, unlike those of "56,78,132".

    Those of "300,500,800" would make more than any tumor marker comes to.
    """
    groups = re.sub("[^0-9.,]", "", listed).split(",")
    in_threes = all(len(each.partition(".")[0]) == 3 for each in groups[1:])  # noqa: PLR2004 - digits
    return in_threes and float("".join(groups)) < _NO_MARKER_REACHES


def _figure(text: str) -> float:
    return float(text.replace(",", "").rstrip("k万")) * _TIMES.get(text[-1], 1)


def trend_of(values: Sequence[float]) -> MarkerTrend | None:
    """Return the trend of a series: rising only if its last two steps rose above all before."""
    if len(values) == 1:
        return None
    if values == sorted(values, reverse=True):
        return MarkerTrend.NOT_RISING
    if max(values) <= min(values) * _STEADY and values[-1] <= values[-2]:
        return MarkerTrend.NOT_RISING
    last_three = values[-3:]
    rose_twice = len(values) > 2 and last_three[0] < last_three[1] < last_three[2]  # noqa: PLR2004 - three rise twice
    above_the_first = values[-1] > max(values[0], _SURELY_RAISED)
    return MarkerTrend.RISING if rose_twice and above_the_first else None
