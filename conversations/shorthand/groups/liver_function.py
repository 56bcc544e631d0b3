"""Child-Pugh class, most recent. A letter that its points contradict is not recorded."""

from collections.abc import Iterator

from conversations.shorthand.claims import Claim
from conversations.shorthand.fragments import ARROW
from conversations.shorthand.kinds import Mark, Topic
from conversations.shorthand.lexing import Token, term
from conversations.shorthand.line import Line
from conversations.shorthand.mentions import Mention
from conversations.shorthand.understood import Reason
from domain.calculators.child_pugh import class_of
from domain.facts.catalogue import CHILD_PUGH_CLASS
from domain.facts.vocabulary import ChildPughClass

_LONG_NAME = (
    r"(?<![a-z])(?:child(?:'?s)?(?:[\s-]*turcotte)?(?:[\s-]*pugh)?|c-?t-?p|cps)(?![a-z]*(?:hood|"
    r"ren|bear))"
    r"(?:[\s-]*(?:class|grade|score|stage|level)(?![a-z])|\s*(?:分级|评分|肝功能分级|肝功能))*"
    r"|肝功能?\s*(?:child(?:[\s-]*pugh)?)?\s*(?:分级|评分)?"
)
_SHORT_NAME = r"(?<![a-z])(?:cp|c-p|c/p)(?:[\s-]*(?:class|grade|score)(?![a-z]))?"
_LINK = r"\s*\)?\s*(?:[:=-]|of(?![a-z])|is(?![a-z])|为)?\s*\(?\s*"
_POINTS = r"[0-9]{1,2}(?![0-9%]|\.[0-9]|\s*/\s*(?:7|12|52))"
_POINT_UNIT = r"(?:\s*(?:分|points?(?![a-z])|pts?(?![a-z])))?"
_LETTER = r"(?P<letter>[abc])(?![a-z])"
# Behind a letter, "6/7" is no number of days.
_SCORE = rf"(?P<points>{_POINTS}|[5-9](?=\s*/\s*7(?![0-9])))(?:\s*[-~/]\s*(?P<until>{_POINTS}))?"
_SCORED = rf"{_LETTER}\s*级?(?:\s*[-(]?\s*{_SCORE}{_POINT_UNIT}\s*\)?)?"
_RANGE = r"\s*(?:[-~/](?!>)|to|or|or\s+class|至|到|或)\s*"
_FORMER = (
    r"(?:(?:improved|worsened|deteriorated|went|changed|dropped|progressed)\s+)?(?:from\s+|由|"
    rf"从)?[abc]?\s*级?\s*[(-]?\s*(?:{_POINTS})?{_POINT_UNIT}\)?(?:{ARROW}|\s+to\s+|改善至|好转至|"
    r"改善为|升至|降至|变为|恶化至|恶化为|进展为|转为)(?:now\s+|现\s*)?(?:child\s*|cp\s*)?"
)
"""A class or score that has since become another one."""

TERMS = (
    term(
        Topic.CHILD_PUGH,
        rf"(?:{_LONG_NAME}){_LINK}{_SCORED}",
        rf"(?:{_LONG_NAME}|{_SHORT_NAME}){_LINK}(?:{_FORMER}){{1,4}}{_SCORED}",
        rf"(?:{_LONG_NAME}|{_SHORT_NAME}){_LINK}(?:{_FORMER}){{1,4}}(?P<points>{_POINTS}){_POINT_UNIT}",
        rf"(?:{_LONG_NAME}){_LINK}(?P<points>{_POINTS})(?:\s*[-~]\s*(?P<until>{_POINTS}))?"
        rf"{_POINT_UNIT}(?:\s*\(\s*{_LETTER}\s*级?\s*\))?",
        rf"{_SHORT_NAME}(?:{_LINK})(?P<letter>[abc])\s*级?\s*[-(]?\s*{_SCORE}"
        rf"{_POINT_UNIT}\s*\)?",
        rf"{_SHORT_NAME}(?:\s+|\s*[:=-]\s*){_LETTER}(?:\s*级)?",
        rf"{_SHORT_NAME}(?:\s+|\s*[:=-]\s*)(?P<points>{_POINTS}){_POINT_UNIT}",
        rf"(?<![a-z0-9-])(?P<alone>(?P<letter>[abc])\s*级)(?:\s*\(?(?P<points>{_POINTS})\s*分?\)?"
        r")?",
        # After another one: "CP A5, now B7".
        r"(?<![a-z0-9-])(?P<again>(?P<letter>[abc])(?P<points>[5-9]|1[0-5]))(?![a-z0-9.])",
    ),
    term(
        Topic.CHILD_PUGH_INEXACT,
        rf"(?:{_LONG_NAME}|{_SHORT_NAME}){_LINK}[abc]\s*级?\s*(?:{_POINTS})?{_POINT_UNIT}\)?"
        rf"{_RANGE}[abc](?![a-z])\s*级?"
        rf"(?:\s*{_POINTS})?",
        rf"(?:{_LONG_NAME}|{_SHORT_NAME}){_LINK}(?:[<>≤≥]\s*(?:[abc](?![a-z])|{_POINTS})|"
        rf"{_POINTS}{_RANGE}{_POINTS})",
    ),
)


def claims(line: Line) -> Iterator[Claim]:
    """Yield what the line says of the class."""
    for mention in line.of(Topic.CHILD_PUGH):
        answer, why = _class(mention)
        if line.no_longer(mention):
            why = why or Reason.IN_THE_PAST
        if mention.denied:
            why = why or Reason.DENIED
        if not _of_liver_function(mention, line):
            answer, why = None, Reason.NOT_CLEAR
        yield Claim(CHILD_PUGH_CLASS.name, *mention.span, answer, mention.held() or why)
    for mention in line.of(Topic.CHILD_PUGH_INEXACT):
        yield Claim(CHILD_PUGH_CLASS.name, *mention.span, held=Reason.NOT_EXACT)


def _of_liver_function(mention: Mention, line: Line) -> bool:
    """Return whether a letter without the name of the score can only be one of its classes."""
    said = mention.head.values
    if "again" in said:
        return mention.clause.has(Mark.NOW) and len(line.of(Topic.CHILD_PUGH)) > 1
    alone = mention.clause.topics == (Topic.CHILD_PUGH,) and len(line.mentions) > 1
    return "alone" not in said or alone


def _class(mention: Mention) -> tuple[ChildPughClass | None, Reason | None]:
    """Return the class that letter and points agree on."""
    said = mention.head
    letter = ChildPughClass(said.values["letter"].upper()) if said.get("letter") else None
    try:
        by_points = {class_of(int(points)) for points in _points(said)}
    except ValueError:
        return None, Reason.OUT_OF_RANGE
    classes = by_points | ({letter} if letter else set())
    if len(classes) > 1:
        return None, Reason.POINTS_DISAGREE if letter else Reason.NOT_EXACT
    return classes.pop(), None


def _points(said: Token) -> list[str]:
    return [said.values[name] for name in ("points", "until") if name in said.values]
