"""Whether the technique was reassessed, and whether it was standardised throughout.

Reassessed: the drug was changed, or the feeders were looked for again; either is enough, so
only both denials together are a no. Superselective is not yet standardised.
"""

from collections.abc import Iterator, Sequence

from conversations.shorthand.claims import Claim
from conversations.shorthand.fragments import ARROW, phrases
from conversations.shorthand.kinds import Mark, Topic
from conversations.shorthand.lexing import term, words
from conversations.shorthand.line import Line
from conversations.shorthand.mentions import Mention
from conversations.shorthand.understood import Reason
from domain.facts.catalogue import STANDARDIZED_TECHNIQUE, TECHNIQUE_REASSESSED

_DRUG = phrases(
    """
    epirubicin | epi | doxorubicin | dox | adriamycin | adm | cisplatin | cddp | ddp | idarubicin
    lobaplatin | oxaliplatin | mitomycin | mmc | miriplatin | pirarubicin | thp | raltitrexed
    eadm
    表柔比星 | 表阿霉素 | 阿霉素 | 多柔比星 | 吡柔比星 | 顺铂 | 洛铂 | 奥沙利铂 | 丝裂霉素
    雷替曲塞 | 伊达比星
    """
)
_SUPPLY = (
    r"(?:(?:all|tumou?r|the|extrahepatic|parasitic|arterial|any|new|additional)\s+){0,3}"
    r"(?:feed(?:ers?|ing\s+(?:arter(?:y|ies)|vessels?))|collaterals?|(?:arterial\s+)?(?:blood\s+)?supply)"
    r"(?![a-z])"
)
_AGAIN = (
    r"(?<![a-z])(?:re-?\s?(?:map(?:ped|ping)?|search(?:ed|ing)?(?:\s+for)?|look(?:ed)?(?:\s+for)?|"
    r"evaluat(?:ed|ion\s+of)|assess(?:ed|ment\s+of)|identif(?:ied|ication\s+of)|interrogated|studied)|"
    r"(?:looked|searched|sought|look|search)\s+(?:for\s+)?again(?:\s+for)?)"
)
_SUPPLY_ZH = (
    r"(?:(?:了|全部|所有|肿瘤|新的|其他|肝外|寄生性?)\s*){0,3}"
    r"(?:供血动脉|供养动脉|滋养动脉|供血血管|供血支|侧支(?:供血|循环|动脉)?)"
)
_SOUGHT_ZH = r"(?:寻找|查找|探查|评估|造影寻找|排查|寻查|寻)"

TERMS = (
    term(
        Topic.FEEDERS,
        rf"{_AGAIN}\s+{_SUPPLY}",
        rf"(?<![a-z]){_SUPPLY}\s+(?:(?:was|were|all)\s+)?{_AGAIN}(?![a-z])",
        rf"(?P<none>(?<![a-z]){_SUPPLY}\s+(?:(?:was|were)\s+)?not\s+{_AGAIN})(?![a-z])",
        r"(?<![a-z])(?:repeat(?:ed)?|second|new)\s+(?:angiogra(?:m|phy)|cbct|angio)\s+(?:that\s+|which\s+|"
        rf"and\s+)?(?:searched|looked|search|looking)\s+for\s+{_SUPPLY}",
        rf"(?<![a-z])(?:looked|searched)\s+for\s+{_SUPPLY}\s+again(?![a-z])",
        rf"(?:重新|再次|重复)\s*(?:造影)?\s*{_SOUGHT_ZH}{_SUPPLY_ZH}(?:\s*(?:及|和|、)\s*{_SUPPLY_ZH})?",
        rf"{_SUPPLY_ZH}\s*(?:已|均)?(?:重新|再次){_SOUGHT_ZH}",
    ),
    term(
        Topic.DRUG,
        r"(?<![a-z])(?:drugs?|agents?|(?:chemo(?:therapy)?|tace|anticancer|cytotoxic)\s+(?:drugs?|agents?)|"
        r"anthracycline|chemo)\s+(?:(?:was|were|has\s+been|already)\s+)?(?:changed|switched|swapped)(?![a-z])",
        r"(?<![a-z])(?:changed|switched|change|switch|swapped)\s+(?:of\s+)?(?:the\s+)?"
        r"(?:(?:chemo(?:therapy)?|tace|anticancer|cytotoxic)\s+)?(?:drugs?|agents?)(?![a-z])",
        r"(?<![a-z])(?:drug|agent)\s+change(?![a-z])",
        rf"(?<![a-z])(?:(?:changed|switched)\s+)?(?:from\s+)?{_DRUG}(?:{ARROW}|\s+(?:changed|switched)\s+to\s+|"
        rf"\s+to\s+){_DRUG}",
        rf"(?<![a-z])(?:changed|switched)\s+to\s+{_DRUG}",
        rf"(?:{_DRUG}\s*)?(?:已)?(?:更换为|换为|改为|换成|换用|改用){_DRUG}",
        r"(?:更换|换|调换|改变|调整)(?:了|过)?(?:化疗|灌注|栓塞|tace)?(?:药物|药|化疗方案)(?!敷料)",
        r"(?:化疗|灌注|栓塞)?(?:药物|药)\s*(?:已|有)?(?:更换|换过|调整)",
        r"(?P<none>(?<![a-z])(?:drugs?|agents?)\s+(?:was\s+|were\s+)?not\s+(?:changed|switched)(?![a-z]))",
        r"(?P<none>(?<![a-z])(?:same\s+(?:drugs?|agents?)|(?:drugs?|agents?)\s+unchanged)(?![a-z])|"
        r"(?:药物|化疗药物?)(?:未变|不变|相同|未更换|未换)|用药(?:未变|不变|相同))",
    ),
    term(
        Topic.REASSESSED,
        r"(?<![a-z])technique\s+(?:was\s+|has\s+been\s+)?re-?(?:assessed|evaluated)(?![a-z])|"
        r"(?<![a-z])technical\s+reassessment(?![a-z])",
        r"(?P<none>(?<![a-z])technique\s+(?:was\s+)?not\s+re-?(?:assessed|evaluated)(?![a-z]))",
        r"(?:技术|操作)(?:已|已经)?重新评估|重新评估(?:了)?(?:技术|操作)",
    ),
    term(
        Topic.STANDARDISED,
        r"(?<![a-z])standardi[sz]ed(?:\s*(?:and|&|,|/|\+)?\s*refined)?(?![a-z])",
        r"(?<![a-z])refined(?![a-z])",
        r"规范(?:化)?(?:\s*(?:、|和|及)?\s*精细(?:化)?)?|精细化?(?=\s*(?:tace|操作|治疗))",
        r"(?P<none>(?<![a-z])non-?\s?standardi[sz]ed(?![a-z])|不规范|非规范(?:化)?|欠规范)",
    ),
    words(Mark.TECHNIQUE, "technique|technically|技术|操作"),
    words(
        Topic.SELECTIVE,
        """
        superselective | super~selective | supraselective | selective | selectively
        superselectively | complete embolization | complete embolisation
        超选 | 超选择 | 超选择性 | 超选择栓塞 | 完全栓塞 | 彻底栓塞 | 超选完全栓塞 | 超选栓塞
        超选插管 | 完全超选择性栓塞
        """,
    ),
)


def claims(line: Line) -> Iterator[Claim]:
    """Yield what the line says of the technique."""
    yield from _reassessed(line)
    standardised = line.of(Topic.STANDARDISED)
    for mention in standardised:
        held = mention.held(Reason.IN_THE_PAST) or _not_every_session(mention)
        yield Claim(STANDARDIZED_TECHNIQUE.name, *mention.span, not mention.denied, held)
    for mention in line.of(Topic.SELECTIVE):
        why = Reason.STANDARD_NOT_SAID
        yield Claim(STANDARDIZED_TECHNIQUE.name, *mention.span, held=why, quiet=True)
    for token in line.all(Mark.ELSEWHERE):
        why = Reason.DONE_ELSEWHERE
        yield Claim(STANDARDIZED_TECHNIQUE.name, token.start, token.end, held=why, quiet=True)


def _reassessed(line: Line) -> Iterator[Claim]:
    mentions = line.of(Topic.FEEDERS, Topic.DRUG, Topic.REASSESSED)
    done = any(not each.denied and _why_not(each, line) is None for each in mentions)
    both_denied = _all_denied(mentions, line)
    for mention in mentions:
        held = _why_not(mention, line)
        if mention.denied and not done and not both_denied:
            held = held or Reason.ONE_OF_TWO
        # What was not done does not speak against the other thing, which was.
        answer = done if held is None else not mention.denied
        yield Claim(TECHNIQUE_REASSESSED.name, *mention.span, answer, held)


def _why_not(mention: Mention, line: Line) -> Reason | None:
    if mention.topic is Topic.DRUG and line.has(Mark.SYSTEMIC):
        return mention.held(Reason.IN_THE_PAST) or Reason.SYSTEMIC_DRUG
    if mention.clause.has(Mark.AT_BASELINE):
        return Reason.IN_THE_PAST
    return mention.held(Reason.IN_THE_PAST)


def _all_denied(mentions: Sequence[Mention], line: Line) -> bool:
    """Return whether both ways of reassessing the technique are denied."""
    denied = {each.topic for each in mentions if each.denied and _why_not(each, line) is None}
    return denied >= {Topic.FEEDERS, Topic.DRUG} or Topic.REASSESSED in denied


def _not_every_session(mention: Mention) -> Reason | None:
    """Return why the technique of all counted sessions may not be meant."""
    clause = mention.clause
    if not clause.has(*_OF_TACE):
        return Reason.STANDARD_NOT_SAID
    if not mention.denied and clause.has(Mark.LAST, Topic.SESSION_NUMBER, Mark.ELSEWHERE):
        return Reason.TOTAL_OR_PART
    return None


_OF_TACE = (
    Mark.TACE,
    Topic.SESSIONS,
    Topic.SESSION_NUMBER,
    Topic.COUNT,
    Mark.EACH,
    Mark.BOTH,
    Mark.TECHNIQUE,
)
