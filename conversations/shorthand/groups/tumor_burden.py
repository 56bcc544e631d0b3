"""Number and largest size of the tumors in the liver now, for staging only.

Counts of target, treated, viable or new lesions are not the number of tumors.
"""

import re
from collections.abc import Iterator

from conversations.shorthand.claims import Claim
from conversations.shorthand.fragments import COUNT, RANGE, number_of
from conversations.shorthand.kinds import Mark, Topic
from conversations.shorthand.lexing import term
from conversations.shorthand.line import Line
from conversations.shorthand.mentions import Mention
from conversations.shorthand.understood import Reason
from domain.facts.catalogue import LARGEST_TUMOR_CM, TUMOR_COUNT

_SIZE = (
    r"(?P<size>[0-9]{1,3}(?:\.[0-9]{1,2})?(?:\s*[*x]\s*[0-9]{1,3}(?:\.[0-9]{1,2})?){0,2})\s*-?\s*"
    r"(?P<unit>cm|mm|厘米|毫米|公分)(?![a-z0-9])"
)
_TUMORS = r"(?:hccs?|lesions?|nodules?|tumou?rs?|mass(?:es)?|foci|hepatomas?)(?![a-z])"
_TUMORS_ZH = r"(?:hcc|病灶|结节|肿瘤|肝癌|病变|占位|灶)"
_KIND = r"(?:(?:intra-?hepatic|liver|hepatic|small|large|hypervascular)\s+)?"

TERMS = (
    term(
        Topic.TUMOR_COUNT,
        r"(?<![a-z])(?P<single>single|solitary|sole|"
        rf"unifocal)\s+{_KIND}(?:{_SIZE}\s+)?{_KIND}{_TUMORS}",
        rf"(?<![a-z])(?P<single>single|solitary|sole)\s+{_KIND}{_TUMORS}\s*[,(]?\s*{_SIZE}",
        rf"(?<![a-z])(?P<single>single|solitary)\s*,?\s*{_SIZE}",
        rf"(?<![a-z0-9.]){_SIZE}\s+(?P<single>solitary|single|unifocal)(?![a-z])",
        r"(?<![a-z])(?P<single>solitary|unifocal)(?![a-z])",
        rf"(?P<single>单发|孤立性?)(?:的)?(?:小|大|肝内)?{_TUMORS_ZH}?(?:\s*[(:,]?\s*{_SIZE}\)?)?",
        rf"(?P<single>单个){_TUMORS_ZH}",
        rf"(?<![a-z0-9.])(?P<count>{COUNT})\s+{_KIND}{_TUMORS}",
        rf"(?:肝内)?{_TUMORS_ZH}\s*(?:共|数目|数|:)?\s*(?P<count>{COUNT})\s*(?:枚|个|处)",
        rf"(?:^|(?<=[,;。(]))\s*(?P<count>{COUNT})\s*枚(?=\s*[,;。(]|\s*最大)",
        rf"(?:肝内)?(?P<count>{COUNT})\s*(?:枚|个|处)(?:肝内)?(?:病灶|结节|肿瘤|肝癌)",
    ),
    term(
        Topic.TUMOR_COUNT_INEXACT,
        r"(?<![a-z])(?P<several>multifocal|multiple\s+(?:hccs?|lesions|nodules|tumou?rs)|"
        r"multinodular|numerous\s+"
        r"(?:lesions|nodules|tumou?rs))(?![a-z])|多发(?:病灶|结节|肿瘤|肝癌)?|弥漫型(?=肝癌|"
        r"病灶)|弥漫性?(?:肝癌|病灶)",
        rf"(?:[<>≤≥]\s*{COUNT}|{COUNT}{RANGE}{COUNT})\s*{_KIND}(?:{_TUMORS}|(?:枚|个|处)(?:病灶|"
        r"结节|肿瘤)?)",
    ),
    term(
        Topic.LARGEST,
        r"(?<![a-z])(?:largest|biggest|max(?:imum|imal)?|dominant|up\s+to)(?![a-z])\s*(?:(?:viable"
        r"\s+)?(?:tumou?r|hcc|lesion|"
        rf"nodule|mass))?\s*(?:diameter|size)?\s*(?:of|:|=|is|was|measuring|measures|~)?\s*{_SIZE}",
        rf"(?P<one>(?:直径|长径|大小|径线?)(?:约为|约|为|达|:|=|~)?\s*{_SIZE})",
        r"(?<![a-z])(?P<one>(?:diameter|size|sized|measuring|measures)\s*(?:of|:|=|is|was|"
        rf"~)?\s*{_SIZE})",
        r"(?:最大|大者)(?:者|病灶|肿瘤|结节|一枚|一个)?(?:直径|径|长径)?\s*(?:约为|约|为|达|:|=|"
        r"~)?\s*"
        rf"{_SIZE}",
    ),
)

_NOT_ALL = (
    Mark.TARGET,
    Mark.NOT_TARGET,
    Mark.ORGAN,
    Mark.NEW,
    Mark.TACE,
    Mark.AT_BASELINE,
    Mark.DATE,
    Mark.OLD,
    Topic.RESPONSE,
    Topic.VIABILITY,
    Topic.SESSIONS,
    Topic.SESSION_NUMBER,
    Topic.NEW_LESIONS,
    Topic.SPREAD,
    Topic.OTHER_RESPONSE,
)
"""Where lesions may be only some of those in the liver, or not those of today."""

_MILLIMETRES = ("mm", "毫米")


def claims(line: Line) -> Iterator[Claim]:
    """Yield what the line says of the tumors in the liver."""
    for mention in line.of(Topic.TUMOR_COUNT):
        number = 1 if mention.head.get("single") else number_of(mention.head.values["count"])
        held = mention.held() or _not_of_all(mention)
        in_range = TUMOR_COUNT.low <= number <= TUMOR_COUNT.high
        held = held if in_range else held or Reason.OUT_OF_RANGE
        yield Claim(TUMOR_COUNT.name, *mention.span, number if in_range else None, held)
        if mention.head.get("size"):
            yield _largest(mention, held)
    for mention in line.of(Topic.TUMOR_COUNT_INEXACT):
        yield Claim(TUMOR_COUNT.name, *mention.span, held=Reason.NO_NUMBER)
    only_one = any(each.head.get("single") for each in line.of(Topic.TUMOR_COUNT))
    for mention in line.of(Topic.LARGEST):
        if mention.head.get("one") and not only_one:
            # The size of which tumor?
            continue
        held = mention.held() or _not_of_all(mention)
        if held is None and _measured_again(mention, line):
            held = Reason.IN_THE_PAST
        yield _largest(mention, held)


def _measured_again(mention: Mention, line: Line) -> bool:
    """Return whether the size since, or now, is told as well: "8 cm, 4 cm after TACE"."""
    for clause in line.clauses[mention.place :]:
        behind = [each for each in clause.tokens if each.start >= mention.head.end]
        later = any(each.kind in (Mark.SINCE_TACE, Mark.NOW) for each in behind)
        sizes = [each for each in behind if re.fullmatch(_SIZE, each.text)]
        if later and sizes and Topic.NEW_LESIONS not in clause.topics:
            return True
    return False


def _not_of_all(mention: Mention) -> Reason | None:
    if mention.denied:
        return Reason.DENIED
    of_something_else = any(each.kind is Mark.ASIDE for each in mention.before[-1:])
    other = of_something_else or mention.clause.has(*_NOT_ALL)
    return Reason.COUNT_OF_WHAT if other else None


def _largest(mention: Mention, held: Reason | None) -> Claim:
    said = mention.head.values
    per_cm = 10 if said["unit"] in _MILLIMETRES else 1
    largest = max(float(each) for each in re.findall(r"[0-9.]+", said["size"])) / per_cm
    ticks = LARGEST_TUMOR_CM.ticks(largest)
    exact = abs(ticks - largest * LARGEST_TUMOR_CM.ticks_per_unit) < 1e-6  # noqa: PLR2004 - far below a tick
    if not exact or not LARGEST_TUMOR_CM.low <= largest <= LARGEST_TUMOR_CM.high:
        return Claim(LARGEST_TUMOR_CM.name, *mention.span, held=held or Reason.OUT_OF_RANGE)
    return Claim(LARGEST_TUMOR_CM.name, *mention.span, LARGEST_TUMOR_CM.value(ticks), held)
