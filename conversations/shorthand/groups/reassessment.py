"""Whether the technique was reassessed before TACE was called a failure.

The drug was changed, or the feeders were looked for again; either is enough, so only both
denials together are a no. A look for feeders at a session after the first is one again.
"""

from collections.abc import Iterator, Sequence

from conversations.shorthand.claims import Claim
from conversations.shorthand.fragments import ARROW, phrases
from conversations.shorthand.groups.sessions import number_of_sessions, session_number
from conversations.shorthand.kinds import Mark, Topic
from conversations.shorthand.lexing import term
from conversations.shorthand.line import Line
from conversations.shorthand.mentions import Mention
from conversations.shorthand.understood import Reason
from domain.facts.catalogue import TECHNIQUE_REASSESSED

_DRUG = phrases(
    """
    epirubicin | epi | cis | doxorubicin | dox | doxo | adriamycin | adm | cisplatin | cddp | ddp
    idarubicin | ida | lobaplatin | oxaliplatin | oxali | mitomycin | mitomycin c | mmc
    miriplatin | pirarubicin | thp | raltitrexed | eadm | 5 fu | irinotecan | iri
    表柔比星 | 表阿霉素 | 阿霉素 | 多柔比星 | 吡柔比星 | 顺铂 | 洛铂 | 奥沙利铂 | 丝裂霉素
    雷替曲塞 | 伊达比星 | 吡喃阿霉素 | 氟尿嘧啶 | 伊立替康 | 羟喜树碱
    """
)
_CARRIER = r"(?:[\s-]*(?:tace|based|deb|beads?|lipiodol|mg|方案|碘油))?"
_SUPPLY = (
    r"(?:(?:all|tumou?r|the|extrahepatic|parasitic|arterial|any|new|additional|further|other|"
    r"collateral|possible|missed|hidden)"
    r"\s+){0,3}(?:feed(?:ers?|ing\s+(?:arter(?:y|ies)|vessels?))|collaterals?(?:\s+(?:feeders?|"
    r"supply|vessels?|arter(?:y|ies)))?|"
    r"(?:arterial\s+|blood\s+)?supply)(?![a-z])"
)
_VERB = (
    r"(?:map(?:ped|ping)?|search(?:ed|ing)?(?:\s+for)?|look(?:ed|ing)?(?:\s+(?:at|for))?|"
    r"hunt(?:ed)?(?:\s+for)?|"
    r"evaluat(?:ed|ion\s+of|e)|assess(?:ed|ment\s+of)?|identif(?:ied|ication\s+of)|"
    r"interrogat(?:ed|ion\s+of)|"
    r"studied|explor(?:ed|ation\s+of)|check(?:ed)?(?:\s+for)?|sought|examined|review(?:ed)?|"
    r"survey(?:ed)?|visuali[sz]ed|"
    r"investigat(?:ed|ion\s+of)|angiogram(?:med)?)"
)
_AGAIN = (
    rf"(?<![a-z])(?:re-?\s?{_VERB}|{_VERB}\s+(?:for\s+)?(?:again|afresh|anew)(?:\s+for)?|"
    rf"(?:again|repeatedly)\s+{_VERB})"
)
_RENEWED = (
    r"(?<![a-z])(?:(?:a\s+)?(?:repeat(?:ed)?|second|new|renewed|further|fresh)\s+(?:search|look|"
    r"hunt|mapping|"
    r"evaluation|assessment|interrogation|angiographic\s+search)\s+(?:for|of)|re-?mapping\s+of|"
    r"another\s+look\s+for)"
)
_BY_ANGIOGRAPHY = (
    r"(?<![a-z])(?:repeat(?:ed)?|second|new)\s+(?:angiogra(?:m|phy)|cbct|angio|dsa|cone[\s-]beam"
    r"\s+ct)\s+(?:that\s+|which\s+|"
    r"and\s+)?(?:to\s+)?(?:searched|looked|search|looking|look|hunting|hunt)\s+for"
)
_SUPPLY_ZH = (
    r"(?:(?:了|全部|所有|肿瘤|新的|其他|肝外|寄生性?|遗漏的?|可能的?|有无|是否存在|潜在)\s*){0,3}"
    r"(?:供血动脉|供养动脉|滋养动脉|供血血管|供血支|侧支(?:供血|循环|动脉|血管|血供)?|供血|血供|"
    r"异位供血|迷走供血)"
)
_SOUGHT_ZH = (
    r"(?:寻找|查找|探查|评估|造影寻找|排查|寻查|搜寻|梳理|找|寻|明确|确认|核查|查|造影(?:明确|"
    r"评估|查找|排查)?)(?:过|了|到)?"
)
_LIST_ZH = rf"(?:\s*\(?(?:含|包括|及|和|、|与|以及)\s*{_SUPPLY_ZH}\)?)?"
_TO_DRUG = (
    rf"(?:{ARROW}|\s+(?:was\s+)?(?:changed|switched|swapped|converted)\s+to\s+|\s+to\s+|\s+then\s+)"
)

_NONE_FOUND = ("none", "none found", "none seen", "nil", "未见", "未发现")

TERMS = (
    term(
        Topic.FEEDERS,
        r"(?P<none>(?<![a-z])(?:no|without)\s+(?:repeat\s+|further\s+|new\s+|re-?)?(?:feeder|"
        r"collateral)\s+"
        r"(?:search|re-?mapping|mapping|re-?assessment|re-?evaluation|hunt)(?![a-z]))",
        r"(?<![a-z])(?:feeders?|collaterals?)\s+(?:search|re-?mapping|mapping|"
        r"hunt)\s+(?:was\s+)?(?:repeated|redone|done\s+again)(?![a-z])",
        r"(?<![a-z])(?:repeat(?:ed)?|renewed|new)\s+(?:feeder|collateral)\s+(?:search|mapping|"
        r"hunt|assessment)(?![a-z])",
        rf"{_AGAIN}\s+(?:all\s+|the\s+)?{_SUPPLY}",
        rf"{_RENEWED}\s+{_SUPPLY}",
        rf"(?<![a-z]){_SUPPLY}\s+(?:(?:was|were|all|have\s+been)\s+)*{_AGAIN}(?![a-z])",
        rf"(?P<none>(?<![a-z]){_SUPPLY}\s*:?\s*(?:(?:was|were)\s+)?(?:not|"
        rf"never)\s+{_AGAIN})(?![a-z])",
        rf"{_BY_ANGIOGRAPHY}\s+{_SUPPLY}",
        r"(?:重新|再次|重复|再|又)\s*(?:行|做|予)?\s*(?:造影|dsa)?\s*(?:全面|仔细|"
        rf"系统)?(?:地)?\s*{_SOUGHT_ZH}{_SUPPLY_ZH}{_LIST_ZH}",
        rf"{_SUPPLY_ZH}\s*(?:已|均|也)?(?:重新|再次){_SOUGHT_ZH}",
        rf"(?P<none>{_SUPPLY_ZH}\s*(?:也)?未(?:再次?|重新){_SOUGHT_ZH})",
    ),
    # One look, which is a second one only at a later session.
    term(
        Topic.FEEDERS,
        r"(?<![a-z])(?P<once>(?:searched|looked|hunted|sought|checked|interrogated|"
        rf"search)\s+(?:for\s+)?{_SUPPLY})",
        rf"(?P<once>(?:(?:造影|dsa|术中)\s*)?(?:寻找|查找|探查|排查|搜寻){_SUPPLY_ZH}{_LIST_ZH})",
    ),
    term(
        Topic.DRUG,
        r"(?<![a-z])(?:drugs?|agents?|(?:chemo(?:therapy)?|tace|anticancer|cytotoxic)\s+(?:drugs?|"
        r"agents?|regimen)|"
        r"anthracycline|chemo)\s+(?:(?:was|were|has\s+been|already|both)\s+)*(?:changed|switched|"
        r"swapped|altered)(?![a-z])",
        r"(?<![a-z])(?:changed|switched|change|switch|swapped|altered)\s+(?:of\s+|"
        r"in\s+)?(?:the\s+)?"
        r"(?:(?:chemo(?:therapy)?|tace|anticancer|cytotoxic)\s+)?(?:drugs?|agents?|chemo)(?![a-z])",
        r"(?<![a-z])(?:drug|agent)\s+(?:change|switch)(?![a-z])",
        r"(?<![a-z])(?:a\s+)?(?:different|new|second|another)\s+(?:chemo(?:therapy)?\s+|"
        r"cytotoxic\s+)?(?:drug|agent)(?![a-z])"
        r"(?:\s+(?:was\s+)?(?:used|given|tried))?",
        rf"(?<![a-z])(?:(?:changed|switched|swapped)\s+)?(?:from\s+)?(?P<from_drug>{_DRUG})"
        rf"{_CARRIER}{_TO_DRUG}{_DRUG}{_CARRIER}",
        rf"(?<![a-z])(?:(?:changed|switched|swapped)\s+)?(?:from\s+)?(?P<from_drug>{_DRUG})"
        rf"{_CARRIER}(?:\s+(?:x|\*)\s*[0-9])?\s*(?:,\s*)?(?:changed|switched)"
        rf"\s+to\s+{_DRUG}",
        rf"(?<![a-z])(?P<from_drug>{_DRUG})\s+(?:instead\s+of|in\s+place\s+of|rather\s+than|"
        rf"replac(?:ing|ed))\s+{_DRUG}",
        rf"(?:改用|换用|用|以)?(?P<from_drug>{_DRUG})(?:代替|替代|取代|替换)(?:了)?{_DRUG}",
        rf"(?<![a-z])(?:changed|switched|swapped|change|switch)\s+to\s+{_DRUG}",
        r"(?:(?:(?:化疗|灌注|栓塞)?(?:用?药物?|方案))?\s*(?:由|从|将|"
        rf"把)?\s*(?P<from_drug>{_DRUG})\s*)?(?:已)?(?:更换为|更换成|换为|改为|换成|换用|改用|"
        rf"调整为|换)\s*{_DRUG}",
        r"(?:更换|换|调换|改变|调整|变更)(?:了|过)?(?:化疗|灌注|栓塞|tace)?(?:用?药物?|药|"
        r"化疗方案|方案)(?!敷料)",
        r"(?:化疗|灌注|栓塞)?(?:药物|药)\s*(?:已|有|也)?(?:更换|换过|调整|换了)(?:过)?",
        r"(?P<none>(?<![a-z])(?:drugs?|agents?)\s+(?:was\s+|were\s+)?(?:not|never)\s+(?:changed|"
        r"switched)(?![a-z]))",
        r"(?P<none>(?<![a-z])(?:"
        rf"{_DRUG}\s+(?:(?:every|each)\s+(?:time|session)|throughout|(?:at|in)\s+(?:all|each|"
        r"every)(?:\s+sessions?)?)|"
        rf"(?:(?:drugs?|agents?|chemo)\s*:?\s*)?{_DRUG}\s+(?:all\s+through|all\s+along|kept|"
        r"unchanged|only|continued|as\s+before)|"
        r"(?:drugs?\s+(?:the\s+)?same|same\s+(?:drugs?|agents?|chemo(?:therapy)?)|(?:drugs?|"
        r"agents?)\s+unchanged|"
        r"no\s+changes?\s+(?:of|in|to)\s+(?:the\s+)?(?:drugs?|agents?)))(?![a-z])|"
        r"(?:(?:化疗)?(?:用?药物?|方案))?\s*(?:一直|始终|均|每次|历次)(?:均|都)?(?:使?用|"
        rf"为)?{_DRUG}|"
        r"(?:药物|化疗药物?|方案|用药)(?:也|均|一直)?(?:未变|不变|同前|同上|相同|未更换|未换|没换|"
        r"没变|"
        r"未调整|一样)|(?:均|都|始终|一直)?(?:使?用)?同一(?:种)?(?:化疗)?(?:药物?|方案)|从未换药|"
        r"没换过药|没有换药)",
    ),
    term(
        Topic.REASSESSED,
        r"(?<![a-z])technique\s+(?:was\s+|has\s+been\s+)?re-?(?:assessed|evaluated|viewed)(?![a-z]"
        r")|"
        r"(?<![a-z])technical\s+re-?assessment(?![a-z])",
        r"(?P<none>(?<![a-z])technique\s+(?:was\s+)?(?:not|never)\s+re-?(?:assessed|"
        r"evaluated)(?![a-z]))",
        r"(?:技术|操作)(?:已|已经)?重新评估|重新评估(?:了)?(?:技术|操作)",
    ),
)


def claims(line: Line) -> Iterator[Claim]:
    """Yield what the line says of it."""
    mentions = line.of(Topic.FEEDERS, Topic.DRUG, Topic.REASSESSED)
    done = any(not _not_done(each) and _why_not(each, line) is None for each in mentions)
    both_denied = _all_denied(mentions, line)
    for mention in mentions:
        held = _why_not(mention, line)
        if _not_done(mention) and not done and not both_denied:
            held = held or Reason.ONE_OF_TWO
        # What was not done does not speak against the other thing, which was.
        answer = done if held is None else not _not_done(mention)
        yield Claim(TECHNIQUE_REASSESSED.name, *mention.span, answer, held)


def _why_not(mention: Mention, line: Line) -> Reason | None:
    if mention.topic is Topic.DRUG and line.has(Mark.SYSTEMIC) and not _names_two(mention):
        return mention.held(Reason.IN_THE_PAST) or Reason.SYSTEMIC_DRUG
    if mention.clause.has(Mark.AT_BASELINE):
        return Reason.IN_THE_PAST
    if (
        "once" in mention.head.values
        and not mention.denied
        and not _at_a_later_session(mention, line)
    ):
        return mention.held(Reason.IN_THE_PAST) or Reason.NOT_SAID_AGAIN
    return mention.held(Reason.IN_THE_PAST)


def _not_done(mention: Mention) -> bool:
    """Return whether it was not done. Feeders that were looked for, none found, were."""
    found_none = mention.topic is Topic.FEEDERS and "none" not in mention.head.values
    behind = any(each.text in _NONE_FOUND for each in mention.after)
    return mention.denied and not (found_none and behind)


def _names_two(mention: Mention) -> bool:
    """Return whether both drugs are named, and so are such as are given in TACE."""
    return "from_drug" in mention.head.values


def _at_a_later_session(mention: Mention, line: Line) -> bool:
    """Return whether the clause names a session after the first one."""
    clause = mention.clause
    named = max(map(session_number, clause.all(Topic.SESSION_NUMBER)), default=0)
    last_of = (number_of_sessions(line) or 0) if clause.has(Mark.LAST) else 0
    return max(named, last_of) > 1


def _all_denied(mentions: Sequence[Mention], line: Line) -> bool:
    """Return whether both ways of reassessing the technique are denied."""
    denied = {each.topic for each in mentions if _not_done(each) and _why_not(each, line) is None}
    return denied >= {Topic.FEEDERS, Topic.DRUG} or Topic.REASSESSED in denied
