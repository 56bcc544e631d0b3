"""The six other reasons against TACE, present now.

A bilirubin is no severe jaundice, tense ascites not refractory, a shunt not diffuse, and an
occluded artery may still be passed, unless the line says so.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from conversations.shorthand.claims import Claim
from conversations.shorthand.fragments import phrases
from conversations.shorthand.kinds import Mark, Topic
from conversations.shorthand.lexing import term
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

_GRADE = (
    r"(?:\s*\(?(?:(?:west\s+haven|wh|grade|gr|g|stage)\s*[:-]?\s*)?(?:(?P<none>0)|(?P<there>[1-4]|i{1,3}|iv))"
    r"(?:\s*(?:-|~)\s*[1-4])?\s*(?:期|级|度)?(?![a-z0-9.])\)?)?"
)
_PRONOUN = r"(?!\s+(?:has|is|was|had|will|can|did|does|underwent|received|got|also|then)(?![a-z]))"
_JAUNDICE = r"(?:jaundiced?|icter(?:us|ic))(?![a-z])"
_ASCITES = r"(?:ascites(?![a-z])|腹水|腹腔积液)"
_SHUNT = (
    r"(?:(?:(?:intrahepatic|hepatic)\s+)?(?:ap|av|arterio-?\s?portal|arterio-?\s?venous|arterio-?\s?hepatic|"
    r"arterio-?\s?systemic)\s+(?:shunt(?:s|ing)?|fistulae?|fistulas)(?![a-z])|"
    r"(?:肝)?动脉?[-/]?(?:肝)?(?:门静脉|门脉|静脉|肝静脉)(?:瘘|分流))"
)
_ARTERY = r"(?:(?:(?:proper|common)\s+)?hepatic\s+artery|ha)"

TERMS = (
    term(
        Topic.JAUNDICE,
        rf"(?<![a-z])(?P<full>severe)\s+(?:obstructive\s+)?{_JAUNDICE}|(?P<full_zh>重度|严重)(?:梗阻性)?黄疸",
        rf"(?<![a-z])(?P<less>mild|slight)(?:ly)?\s+{_JAUNDICE}|(?P<less_zh>轻度|轻微)黄疸",
        rf"(?<![a-z])(?:(?P<other>moderate|deep|deeply|marked|obstructive|visible|overt)\s+)?{_JAUNDICE}",
        r"(?P<other>中度|明显|梗阻性)?黄疸",
        r"(?P<full>黄疸\s*\(?(?:重度|严重)\)?)",
    ),
    term(
        Topic.ENCEPHALOPATHY,
        r"(?:(?<![a-z])(?P<other>minimal|covert|overt|subclinical)\s+(?:he|hepatic\s+encephalopathy)(?![a-z])|"
        r"(?P<other_zh>轻微型?|隐匿性)肝性脑病)",
        rf"(?<![a-z])(?:hepatic\s+|portosystemic\s+)?encephalopathy(?![a-z]){_GRADE}|"
        rf"肝性脑病",
        rf"肝性脑病{_GRADE}",
    ),
    term(
        Topic.ENCEPHALOPATHY,
        rf"(?<![a-z&])he(?![a-z]){_PRONOUN}{_GRADE}",
        typed=r"HE(?:\W.*|[0-4]|)",
    ),
    term(
        Topic.ENCEPHALOPATHY,
        r"(?<![a-z])(?:grade|gr)\.?\s*(?P<there>[1-4]|i{1,3}|iv)\s+(?:he|hepatic\s+encephalopathy)(?![a-z])",
        typed=r"(?i:(?:grade|gr)\.?\s*\S+\s+)(?:HE|(?i:hepatic\s+encephalopathy))",
    ),
    term(
        Topic.ASCITES,
        rf"(?<![a-z])(?P<full>(?:diuretic[\s-]*)?(?:refractory|resistant|intractable)|recalcitrant)\s+{_ASCITES}",
        rf"(?P<full>难治性?|顽固性?|利尿剂抵抗性?)\s*{_ASCITES}|(?P<full_after>{_ASCITES}\s*\(?(?:难治性?|顽固性?)\)?)",
        rf"(?<![a-z])(?P<less>diuretic[\s-]*(?:responsive|sensitive|controlled)|non-?\s?refractory)\s+{_ASCITES}|"
        rf"(?P<less_zh>非难治性?|非顽固性?){_ASCITES}",
        rf"(?:(?<![a-z])(?P<other>tense|large(?:[\s-]volume)?|massive|moderate|mild|small|trace|minimal|gross|"
        rf"perihepatic|controlled|some|large\s+amount\s+of|small\s+amount\s+of)\s+)?{_ASCITES}",
        rf"(?P<other>张力性|大量|中等量|中量|少量|微量|少许|轻度|重度|中度)\s*{_ASCITES}",
        rf"(?P<other>{_ASCITES}\s*\(?(?:大量|中等量|中量|少量|微量|少许|张力性|可控|易控制)\)?)",
        r"(?P<other>(?<![a-z])(?:paracentesis|lvp)(?![a-z])|腹穿|放腹水)",
    ),
    term(
        Topic.HEPATORENAL,
        r"(?<![a-z])(?:hrs[\s-]?(?:aki|nk)|hepato-?\s?renal(?:\s+syndrome)?)(?![a-z])(?:\s*type\s*[12])?",
        r"肝肾综合征",
    ),
    term(
        Topic.HEPATORENAL,
        r"(?<![a-z0-9])(?<![0-9]\s)hrs(?![a-z])(?:\s*type\s*[12])?",
        typed=r"HRS(?:\W.*|)",
    ),
    term(
        Topic.SHUNT,
        rf"(?<![a-z])(?:(?P<full>diffuse|diffusely)\s+)?{_SHUNT}",
        rf"(?<![a-z])(?P<less>focal|locali[sz]ed|local|small|tiny|minor|peripheral|single)\s+{_SHUNT}",
        rf"(?P<full>弥漫性?){_SHUNT}|(?P<less>局限性?|局灶性?|局部|小){_SHUNT}",
        rf"(?P<full>{_SHUNT}\s*\(?弥漫性?\)?)",
    ),
    term(
        Topic.ARTERY,
        rf"(?<![a-z]){_ARTERY}\s+(?:is\s+|was\s+|completely\s+)?(?:occluded|occlusion|thrombosed|thrombosis)(?![a-z])",
        r"(?<![a-z])occlu(?:sion\s+of|ded)\s+(?:the\s+)?(?:proper\s+|common\s+)?hepatic\s+artery(?![a-z])",
        r"肝(?:总|固有)?动脉(?:主干)?(?:完全)?(?:闭塞|闭锁)",
        rf"(?P<none>(?<![a-z]){_ARTERY}\s+(?:is\s+|was\s+)?patent(?![a-z])|肝(?:总|固有)?动脉(?:主干)?通畅)",
    ),
    term(
        Topic.REACH,
        phrases(
            """
            not catheterisable | not catheterizable | no access | inaccessible
            cannot be catheterised | cannot be catheterized | cannot be cannulated
            cannot be reached | unable to catheterise | unable to catheterize
            unable to cannulate | could not be catheterised | uncatheterisable
            could not be catheterized | cannot catheterise | cannot catheterize | uncatheterizable
            tumor cannot be reached | unreachable | no route to the tumor
            无法插管 | 不能插管 | 无法超选插管 | 插管失败 | 无法到达 | 无法插入 | 无法超选
            不能到达 | 插管不成功 | 无法插管到达肿瘤 | 无法进入
            """
        ),
        r"(?P<none>(?<![a-z])(?:(?:accessible|reachable|access|reached)\s+)?(?:via|through)\s+collaterals?(?![a-z])|"
        r"(?:可)?经侧支(?:可)?(?:到达|插管|进入)?)",
    ),
    term(
        Topic.BILIRUBIN,
        r"(?<![a-z])(?:t\.?\s?-?bil(?:i(?:rubin)?)?|bili(?:rubin)?|total\s+bilirubin|bil|tb|dbil)(?![a-z])"
        r"(?:\s*[:=]?\s*[<>~]?\s*[0-9]{1,4}(?:\.[0-9]{1,2})?(?:\s*(?:\u03bc|u|mc)?mol/l|\s*mg/dl)?)?",
        r"(?:总|直接)?胆红素(?:\s*[:=]?\s*[<>~]?\s*[0-9]{1,4}(?:\.[0-9]{1,2})?(?:\s*(?:\u03bc|u)?mol/l|\s*mg/dl)?)?",
    ),
)


@dataclass(frozen=True)
class Sign:
    """A finding that is a reason against TACE, if `graded` only in its full degree.

    `why` is told where the degree is another one, or not said.
    """

    fact: str
    why: Reason
    graded: bool = True


_SIGNS = {
    Topic.JAUNDICE: Sign(SEVERE_JAUNDICE.name, Reason.HOW_SEVERE),
    Topic.ENCEPHALOPATHY: Sign(HEPATIC_ENCEPHALOPATHY.name, Reason.HOW_SEVERE, graded=False),
    Topic.ASCITES: Sign(REFRACTORY_ASCITES.name, Reason.REFRACTORY_NOT_SAID),
    Topic.HEPATORENAL: Sign(HEPATORENAL_SYNDROME.name, Reason.HOW_SEVERE, graded=False),
    Topic.SHUNT: Sign(DIFFUSE_FISTULA.name, Reason.DIFFUSE_NOT_SAID),
}
_FULL = {"full", "full_zh", "full_after"}
_LESS = {"less", "less_zh"}
_OTHER = {"other", "other_zh"}


def claims(line: Line) -> Iterator[Claim]:
    """Yield what the line says of the six."""
    for mention in line.of(*_SIGNS):
        sign = _SIGNS[Topic(mention.topic)]
        answer = _there(mention, sign)
        why = sign.why if answer is None else None
        if mention.clause.has(Mark.AT_BASELINE, Mark.DATE):
            why = Reason.IN_THE_PAST
        yield Claim(sign.fact, *mention.span, answer, mention.held() or why)
    for mention in line.of(Topic.BILIRUBIN):
        yield Claim(SEVERE_JAUNDICE.name, *mention.span, held=Reason.BILIRUBIN, quiet=True)
    yield from _artery(line)


def _there(mention: Mention, sign: Sign) -> bool | None:
    """Return whether the reason is there; `None` where its degree leaves that open."""
    said = mention.head.values.keys()
    full = bool(said & _FULL) or not (sign.graded or said & _OTHER)
    if mention.denied:
        return None if said & (_LESS | _OTHER) else False
    if said & _LESS:
        return False
    return True if full else None


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
