"""Macrovascular invasion on imaging: tumor in portal vein, hepatic vein or vena cava."""

from collections.abc import Iterator

from conversations.shorthand.claims import Claim
from conversations.shorthand.fragments import phrases
from conversations.shorthand.groups.occurrence import Sighting, occurrence_claims, sighting
from conversations.shorthand.kinds import Mark, Topic
from conversations.shorthand.lexing import term, words
from conversations.shorthand.line import Line
from conversations.shorthand.mentions import Mention
from conversations.shorthand.understood import Reason
from domain.facts.catalogue import VASCULAR_INVASION

_WORD = r"(?<![a-z])"
_END = r"(?![a-z])"
_THROMBUS = r"(?:tumou?r(?:al)?\s+thromb(?:us|i|osis|oses|ed)|malignant\s+thromb(?:us|i|osis)|tt)"
_INVASION = (
    rf"(?:{_THROMBUS}|(?:tumou?r\s+|vascular\s+|macro-?vascular\s+)?(?:invasion|inv|involvement|"
    r"infiltration)|invaded)"
)
_SIDE = (
    r"(?:(?:main|right|left|middle|anterior|posterior|segmental|proximal|distal|r|l|m|rt|lt)\s+)*"
)
_PV = (
    rf"{_SIDE}(?:portal\s+(?:veins?|venous)(?:\s+(?:branch(?:es)?|trunk))?|portal\s+branch(?:es)?|"
    r"portal|[mrl]?pvs?|rapv|rppv)"
)
_HV = rf"{_SIDE}(?:hepatic\s+(?:veins?|venous)|[mrl]?hvs?)"
_IVC = rf"(?:ivc(?:\s*/\s*ra)?|inferior\s+vena\s+cava|vena\s+cava|{_SIDE}atri(?:um|al))"
_IN = r"\s+(?:in|of|involving|within|into|at|to)?\s*(?:the\s+)?"

_BRANCH = (
    r"(?:主干|左支|右支|左右支|右前支|右后支|左|右|前|后|一级|二级|三级|分支|支|矢状部|内|及|和|"
    r"、|主|级){0,6}"
)
_TUMOR_ZH = r"\s*(?:内)?(?:可见)?(?:癌栓|瘤栓|侵犯|受侵|受累)(?:形成)?"
_PORTAL_ZH = rf"门(?:静)?脉(?:系统)?{_BRANCH}"
_HEPATIC_ZH = rf"肝(?:左|中|右)?静脉{_BRANCH}"
_CAVAL_ZH = r"(?:下腔静脉|右心?房)"
_DENIED_ZH = r"(?:未见|无|没有)(?:明显|明确)?(?:受侵|侵犯|受累)"

_ANY = (
    "(?:"
    + phrases(
        """
        macrovascular invasion | macro-vascular invasion | vascular invasion | tumor thrombus
        venous invasion | tumour thrombus | tumor thrombi | tumor in vein | tumour in vein
        macrovascular involvement | macrovascular inv | vascular inv | macrovascular disease
        vasc inv | vasc invasion | macrovasc invasion | macrovasc inv | macro vascular invasion
        mvi macroscopic
        vascular involvement | macroscopic vascular invasion | gross vascular invasion
        vascular tumor thrombus | vascular tumour thrombus | macro vi | malignant thrombus
        tumour thrombi | venous tumour thrombus | venous tumor thrombus
        癌栓 | 瘤栓 | 血管侵犯 | 大血管侵犯 | 血管侵袭 | 大血管癌栓 | 静脉癌栓 | 大血管受侵
        血管受侵
        血管癌栓 | 大血管浸润 | 脉管侵犯
        """
    )
    + "(?:形成)?)"
)
_LI_RADS = r"(?<![a-z])lr-?\s?tiv(?![a-z])"
_GRADE = r"(?P<there>v[pv]\s*-?[1-4])(?:\s*[-/~]\s*(?:v[pv])?[1-4])?(?![0-9a-z])"
_CHENG = r"(?:程氏(?:分型|分级)?|cheng'?s?(?:\s+(?:type|class(?:ification)?|grade))?|type|分型)"
_TYPE = rf"\s*\(?(?:{_CHENG})?\s*(?P<there>(?:i{{1,3}}|iv|[1-4])[ab]?)\s*型?(?![a-z0-9])\)?"
_CLEAR = (
    r"(?P<none>\s*(?:[(]\s*-\s*[)]|:?\s*(?:(?:is|are)\s+)?(?:clear|neg(?:ative)?|nil)(?![a-z])|"
    r":\s*[(]?-[)]?|:\s*(?:无|阴性)|-ve(?![a-z])))"
)

TERMS = (
    term(
        Topic.INVASION,
        rf"{_WORD}(?P<portal>m?pvtt|pvi){_END}(?:\s*{_GRADE})?",
        rf"{_WORD}(?P<portal>m?pvtt|pvi){_END}{_TYPE}",
        rf"{_WORD}(?P<portal>{_PV}\s+{_INVASION}){_END}(?:\s*{_GRADE})?",
        rf"{_WORD}(?P<portal>{_INVASION}{_IN}{_PV}){_END}",
        rf"{_WORD}(?P<portal>(?P<there>malignant)\s+(?:pvt|{_PV}\s+thromb(?:us|osis)))(?![a-z])",
        rf"{_WORD}(?P<portal>{_GRADE})(?:\s*(?:pvtt|{_PV}\s+{_INVASION}){_END})?",
        rf"{_WORD}(?P<portal>cheng'?s?(?:\s+(?:type|class|grade))?\s*(?P<there>(?:i{{1,3}}|iv|"
        rf"[1-4])[ab]?))(?![a-z0-9])(?:\s*pvtt{_END})?",
        rf"{_WORD}(?P<hepatic>hvtt|hvi){_END}(?:\s*{_GRADE})?",
        rf"{_WORD}(?P<hepatic>{_HV}\s+{_INVASION}){_END}(?:\s*\(?\s*{_GRADE}\)?)?",
        rf"{_WORD}(?P<hepatic>{_INVASION}{_IN}{_HV}){_END}",
        rf"{_WORD}(?P<caval>ivctt|{_IVC}\s+{_INVASION}){_END}",
        rf"{_WORD}(?P<caval>{_INVASION}{_IN}{_IVC}){_END}",
        rf"(?P<portal>{_PORTAL_ZH}{_TUMOR_ZH})(?:\s*\(?\s*{_GRADE}\)?)?",
        rf"(?P<portal>{_PORTAL_ZH}{_TUMOR_ZH}){_TYPE}",
        rf"(?P<hepatic>{_HEPATIC_ZH}{_TUMOR_ZH})(?:\s*\(?\s*{_GRADE}\)?)?",
        rf"(?P<caval>{_CAVAL_ZH}{_TUMOR_ZH})",
        rf"(?P<portal>程氏(?:分型|分级)?\s*(?P<there>(?:i{{1,3}}|iv|[1-4])[ab]?)\s*型?)(?:{_ANY})?",
        rf"{_ANY}{_TYPE}|{_ANY}",
        _LI_RADS,
        # A vessel with a sign or a word that only ever denies tumor in it.
        rf"(?P<portal>(?:{_PORTAL_ZH}|{_WORD}{_PV}){_CLEAR})",
        rf"(?P<hepatic>(?:{_HEPATIC_ZH}|{_WORD}{_HV}){_CLEAR})",
        rf"(?P<caval>(?:{_CAVAL_ZH}|{_WORD}{_IVC}){_CLEAR})",
        rf"(?P<portal>{_PORTAL_ZH}(?P<none>{_DENIED_ZH}))",
        rf"(?P<portal>{_PORTAL_ZH}(?:\s*(?:及|和|、|与)\s*(?:{_HEPATIC_ZH}|"
        rf"下腔静脉)){{1,2}}(?:均)?(?P<none>{_DENIED_ZH}))",
        rf"(?P<none>(?:大)?血管{_DENIED_ZH})",
        rf"{_WORD}vascular\s*:?\s*(?P<none>none|nil|neg(?:ative)?|absent|clear){_END}",
        rf"{_WORD}(?P<portal>(?P<none>vp\s*-?0))(?![0-9a-z])(?:\s*[/,]?\s*vv\s*-?0(?![0-9a-z]))?",
    ),
    term(
        Topic.NOT_INVASION,
        rf"{_WORD}(?P<portal>(?:pvt|{_PV}\s+thromb(?:us|osis|osed)|thromb(?:us|"
        rf"osis){_IN}{_PV})){_END}",
        rf"{_WORD}(?P<caval>{_IVC}\s+thromb(?:us|osis)){_END}",
        r"(?P<portal>门(?:静)?脉(?:主干|左支|右支|分支)?血栓(?:形成)?)",
    ),
    term(
        Mark.VESSEL,
        rf"(?P<portal>{_PORTAL_ZH}|{_WORD}{_PV}{_END})",
        rf"(?P<hepatic>{_HEPATIC_ZH}|{_WORD}{_HV}{_END})",
        rf"(?P<caval>{_CAVAL_ZH}|{_WORD}(?:ivc|inferior\s+vena\s+cava|vena\s+cava){_END})",
    ),
    words(
        Topic.NOT_INVASION,
        """
        mvi | microvascular invasion | micro-vascular invasion | bland thrombus | bland thrombi
        bland pvt | bland portal vein thrombosis | bland portal vein thrombus | bland clot
        bland thrombosis | non tumoral thrombus | bland pv thrombus | microscopic vascular invasion
        bile duct tumor thrombus | bdtt | bile duct invasion | bile duct thrombus | biliary invasion
        bile duct tumour thrombus | thrombus | clot | thrombosis | biliary tumor thrombus
        biliary tumour thrombus
        微血管侵犯 | 微血管癌栓 | 脉管癌栓 | 胆管癌栓 | 胆管侵犯 | 血栓 | 血栓形成 | 病理mvi
        胆管瘤栓 | 微血管浸润 | 胆管内癌栓 | 胆总管癌栓
        """,
    ),
    term(
        Topic.NOT_INVASION,
        r"(?:(?<![a-z])(?:病理\s*)?mvi|微血管侵犯)[\s:-]*(?:\(?m[0-2][ab]?\)?|[0-2](?![0-9])|"
        r"\([+-]\)|[+-](?:ve)?)",
    ),
)

_PLACES = ("portal", "hepatic", "caval")


def claims(line: Line) -> Iterator[Claim]:
    """Yield what the line says of vascular invasion."""
    sightings = [_seen(each) for each in line.of(Topic.INVASION)]
    for mention in line.of(Topic.NOT_INVASION):
        if mention.denied and "portal" in mention.head.values:
            # No thrombus at all is no tumor thrombus either.
            sightings.append(sighting(mention, "portal"))
        else:
            yield Claim(VASCULAR_INVASION.name, *mention.span, held=Reason.NOT_VASCULAR_INVASION)
    yield from occurrence_claims(VASCULAR_INVASION.name, sightings, frozenset({None, "portal"}))


def may_be_new(line: Line) -> bool:
    """Return whether invasion may have appeared since TACE."""
    return any(not each.denied for each in line.of(Topic.INVASION))


def _seen(mention: Mention) -> Sighting:
    vessels = (mention.head, *mention.clause.all(Mark.VESSEL))
    places = [place for place in _PLACES if any(place in each.values for each in vessels)]
    return sighting(mention, places[0] if places else None)
