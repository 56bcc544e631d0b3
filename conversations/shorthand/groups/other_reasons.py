"""The six other reasons against TACE, present now.

A bilirubin is no severe jaundice, tense ascites not refractory, a shunt not diffuse, and an
occluded artery may still be passed, unless the line says so.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from conversations.shorthand.claims import Claim
from conversations.shorthand.clauses.clause import Clause
from conversations.shorthand.kinds import Mark, Topic
from conversations.shorthand.lexing import Token
from conversations.shorthand.line import Line
from conversations.shorthand.mentions import Mention
from conversations.shorthand.understood import Reason
from domain.facts.catalogue import (
    DIFFUSE_FISTULA,
    HEPATIC_ARTERY_OCCLUDED,
    HEPATIC_ENCEPHALOPATHY,
    HEPATORENAL_SYNDROME,
    REFRACTORY_ASCITES,
    SEVERE_JAUNDICE,
)


@dataclass(frozen=True)
class Sign:
    """A finding that is a reason against TACE, if `graded` only in its full degree.

    `why` is told where the degree is another one, or not said. The degree may also stand as a
    word beside it.
    """

    fact: str
    why: Reason
    graded: bool = True
    full_beside: tuple[Mark, ...] = ()
    less_beside: tuple[Mark, ...] = ()


_SIGNS = {
    Topic.JAUNDICE: Sign(SEVERE_JAUNDICE.name, Reason.HOW_SEVERE),
    Topic.ENCEPHALOPATHY: Sign(HEPATIC_ENCEPHALOPATHY.name, Reason.HOW_SEVERE, graded=False),
    Topic.ASCITES: Sign(
        REFRACTORY_ASCITES.name,
        Reason.REFRACTORY_NOT_SAID,
        full_beside=(Mark.REFRACTORY,),
        less_beside=(Mark.NOT_REFRACTORY,),
    ),
    Topic.HEPATORENAL: Sign(HEPATORENAL_SYNDROME.name, Reason.HOW_SEVERE, graded=False),
    Topic.SHUNT: Sign(DIFFUSE_FISTULA.name, Reason.DIFFUSE_NOT_SAID, full_beside=(Mark.DIFFUSE,)),
}
_FULL = {"full", "full_zh", "full_after"}
_LESS = {"less", "less_zh", "less_after"}
_OTHER = {"other", "other_zh", "drained", "drained_zh"}


def claims(line: Line) -> Iterator[Claim]:
    """Yield what the line says of the six."""
    ascites = any(_FULL & each.head.values.keys() for each in line.of(Topic.ASCITES))
    falling = any(each.clause.has(Mark.FALLING, Mark.NORMAL) for each in line.of(Topic.BILIRUBIN))
    denied_in_full = {each.topic for each in line.of(*_SIGNS) if each.denied and _in_full(each)}
    for mention in line.of(*_SIGNS):
        if ascites and mention.head.get("drained", "drained_zh"):
            continue
        sign = _SIGNS[Topic(mention.topic)]
        answer = _there(mention, sign)
        if answer and falling and mention.topic is Topic.JAUNDICE:
            answer = None
        why = sign.why if answer is None else None
        if answer is None and mention.topic in denied_in_full:
            # A shunt, and no diffuse one.
            answer = False
        if mention.clause.has(Mark.AT_BASELINE, Mark.DATE):
            why = Reason.IN_THE_PAST
        yield Claim(sign.fact, *mention.span, answer, mention.held() or why)
    for mention in line.of(Topic.BILIRUBIN):
        yield Claim(SEVERE_JAUNDICE.name, *mention.span, held=Reason.BILIRUBIN, quiet=True)
    yield from _artery(line)


def _there(mention: Mention, sign: Sign) -> bool | None:
    """Return whether the reason is there; `None` where its degree leaves that open."""
    said = mention.head.values.keys()
    full = _in_full(mention) or not (sign.graded or said & _OTHER)
    if mention.denied:
        return None if said & (_LESS | _OTHER) else False
    if said & _LESS or mention.clause.has(*sign.less_beside):
        return False
    return True if full else None


def _in_full(mention: Mention) -> bool:
    """Return whether the full degree is named: refractory, diffuse, severe."""
    beside = _SIGNS[Topic(mention.topic)].full_beside
    return bool(mention.head.values.keys() & _FULL) or any(
        not _of_the_tumor(each, mention.clause) for each in mention.clause.all(*beside)
    )


def _of_the_tumor(degree: Token, clause: Clause) -> bool:
    """Return whether a degree is that of the tumor: "diffuse HCC with AP shunt"."""
    place = clause.tokens.index(degree)
    beside = clause.tokens[max(place - 1, 0) : place + 2]
    return any(each.kind is Mark.TUMOR for each in beside)


def _artery(line: Line) -> Iterator[Claim]:
    """Yield the claims about the artery: occluded counts only if nothing reaches the tumor."""
    mentions = line.of(Topic.ARTERY, Topic.REACH)
    stated = {(each.topic, each.denied) for each in mentions if each.held() is None}
    told = {(each.topic, each.denied) for each in mentions if _disputes(each)}
    answer: bool | None = None
    if stated == told == {(Topic.ARTERY, False), (Topic.REACH, False)}:
        answer = True
    elif stated == told == {(Topic.ARTERY, True)}:
        answer = False
    why = Reason.REACH_NOT_SAID if answer is None else None
    for mention in mentions:
        yield Claim(HEPATIC_ARTERY_OCCLUDED.name, *mention.span, answer, mention.held() or why)


def _disputes(mention: Mention) -> bool:
    return Claim(None, *mention.span, held=mention.held()).disputes
