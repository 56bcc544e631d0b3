"""What TACE was meant to achieve. Bridging, conversion and adjuvant TACE are neither."""

from collections.abc import Iterator

from conversations.shorthand.claims import Claim
from conversations.shorthand.fragments import TACE
from conversations.shorthand.kinds import Mark, Topic
from conversations.shorthand.lexing import term, words
from conversations.shorthand.line import Line
from conversations.shorthand.mentions import Mention
from conversations.shorthand.understood import Reason, first_reason
from domain.facts.catalogue import TREATMENT_INTENT
from domain.facts.vocabulary import TreatmentIntent

_AIM = r"(?:[\s-]*(?:intent(?:ion)?|aim|purpose|goal|setting|attempt)(?![a-z]))"
_AIMED = (
    r"(?:(?:treatment\s+)?(?:intent(?:ion)?|aim|purpose|goal)\s*(?:of\s+(?:tace|"
    r"treatment)\s*)?(?:[:=]|is|was|being)?\s*)"
)
_AIMED_ZH = r"(?:(?:治疗|tace)?(?:的)?(?:目的|意图|目标)\s*(?:[:=]|是|为|在于)?\s*)"
_OTHER_CARE = (
    r"(?:care|medicine|team|service|rt|radiotherapy|radiation|chemo(?:therapy)?|surgery|"
    r"stent(?:ing)?|"
    r"resection|ablation|hepatectomy|rfa|mwa|treatment\s+options?|therapies)"
)

TERMS = (
    term(
        Topic.INTENT,
        rf"(?<![a-z])(?P<palliative>(?:{_AIMED})?(?:palliative(?:ly)?{_AIM}?|palliation)|"
        rf"{_AIMED}(?:(?:disease|tumou?r|local)\s+)*control|(?:(?:disease|tumou?r|"
        r"local)\s+)*control\s+(?:intent|aim|purpose)|"
        r"for\s+(?:(?:disease|tumou?r|local)\s+)+control)(?![a-z])",
        rf"(?<![a-z])(?P<curative>(?:curative|radical){_AIM}|(?:curative|radical)(?=\s+{TACE})|"
        rf"{_AIMED}(?:cure|curative|curing|eradicat(?:e|ion))|curatively|for\s+(?:cure|"
        r"eradication)|(?:with\s+)?intent\s+to\s+cure)(?![a-z])",
        rf"(?P<palliative>{_AIMED_ZH}(?:姑息(?:性)?|控制(?:肿瘤|病情|疾病)?))|"
        rf"(?P<curative>{_AIMED_ZH}(?:根治(?:性)?|治愈))",
        r"(?P<palliative>(?:以)?姑息(?:性)?(?:为目的|目的|意图|做|治疗)?|(?:以)?控制(?:肿瘤|"
        r"病情)(?:为目的|为主)?)",
        r"(?P<curative>(?:按|以)(?:根治(?:性)?|治愈)(?:做|治疗|为目的|目的|意图)?|"
        rf"根治(?:性)?(?:为目的|目的|意图|(?={TACE})))",
    ),
    term(
        Topic.INTENT,
        r"(?<![a-z])(?P<alone>curative)(?![a-z])|(?P<alone_zh>根治(?:性)?)(?![切手消术])",
    ),
    term(
        Mark.ASIDE,
        rf"(?<![a-z])(?:palliative|curative|radical)\s+{_OTHER_CARE}(?![a-z])",
        r"姑息(?:性)?(?:切除|手术|放疗|化疗)|姑息(?:治疗|医学)科",
    ),
    words(
        Topic.OTHER_INTENT,
        """
        bridging | bridge | bridge to transplant | bridging to transplant | bridge to lt
        bridging to lt | bridge to resection | bridge to surgery | downstaging | downstage
        downsizing | downsized | downsize | down~size | conversion intent | conversion surgery
        neoadj | neo~adjuvant | adj | bridged | as a bridge | salvage | downstaged | down staging
        down~stage | conversion | conversion therapy | neoadjuvant | adjuvant
        adjuvant tace | pa tace | prophylactic | bridging to olt | bridge to olt
        bridging to resection | conversion to resection
        桥接 | 桥接治疗 | 桥接移植 | 转化 | 转化治疗 | 降期 | 降期治疗 | 新辅助 | 辅助 | 术后辅助
        辅助性 | 预防性 | 预防性tace | 转化切除
        """,
    ),
)


def claims(line: Line) -> Iterator[Claim]:
    """Yield what the line says of the intent."""
    told = {_intent(each) for each in line.of(Topic.INTENT) if not each.denied}
    for mention in line.of(Topic.INTENT):
        held = mention.held(Reason.IN_THE_PAST) or _not_of_tace(mention, line)
        if len(told) > 1:
            # "Meant to cure, now palliative"
            held = held or Reason.CONTRADICTION
        yield Claim(TREATMENT_INTENT.name, *mention.span, _intent(mention), held)
    for mention in line.of(Topic.OTHER_INTENT):
        yield Claim(TREATMENT_INTENT.name, *mention.span, held=Reason.NEITHER_INTENT)


def _intent(mention: Mention) -> TreatmentIntent:
    palliative = "palliative" in mention.head.values
    return TreatmentIntent.PALLIATIVE if palliative else TreatmentIntent.CURATIVE


def _not_of_tace(mention: Mention, line: Line) -> Reason | None:
    """Return why this may not be what TACE was meant for."""
    clause = mention.clause
    other_treatment = clause.has(Topic.ABLATION, Topic.NOT_TACE, Mark.SYSTEMIC)
    alone = mention.head.get("alone", "alone_zh") is not None
    return first_reason(
        (Reason.DENIED, mention.denied),
        (Reason.NEITHER_INTENT, line.has(Topic.OTHER_INTENT)),
        (Reason.OTHER_TREATMENT, other_treatment),
        (Reason.NOT_CLEAR, alone and clause.topics != (Topic.INTENT,)),
    )
