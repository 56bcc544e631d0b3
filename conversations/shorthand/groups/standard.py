"""Whether the sessions were standardised and refined: said so, or told element by element.

Our reading has three elements: all feeders sought, as selective as the anatomy allows,
embolised to the intended end-point. One that was missed is a no; superselective alone is none
of both.
"""

from collections.abc import Iterator

from conversations.shorthand.claims import Claim
from conversations.shorthand.fragments import TACE
from conversations.shorthand.kinds import Mark, Topic
from conversations.shorthand.lexing import term, words
from conversations.shorthand.line import Line
from conversations.shorthand.mentions import Mention
from conversations.shorthand.understood import Reason, first_reason
from domain.facts.catalogue import STANDARDIZED_TECHNIQUE

_FEEDERS = (
    r"(?:feed(?:ers?|ing\s+(?:arter(?:y|ies)|vessels?))|tumou?r\s+(?:vessels|feeders|arteries))"
)
_TREATED = (
    r"(?:sought|found|identified|searched(?:\s+for)?|mapped|emboli[sz]ed|treated|catheteri[sz]ed|"
    r"selected|occluded|taken)"
)
_FEEDERS_ZH = r"(?:供血动脉|供血支|供血血管|供养动脉|滋养动脉|肿瘤血管|供血)"
_END = (
    r"(?:(?:angiographic\s+)?(?:complete\s+)?stasis|(?:angiographic\s+)?end[\s-]?points?|"
    r"(?:near\s+)?stasis)"
)
_NOT_REACHED = r"(?:not|never|wasn't)\s+(?:reached|achieved|obtained|met|attained)"

TERMS = (
    term(
        Topic.STANDARDISED,
        r"(?<![a-z])standardi[sz]ed(?:\s*(?:and|&|,|/|\+)?\s*refined)?(?![a-z])",
        r"(?<![a-z])refined(?:\s*(?:and|&|,|/|\+)?\s*standardi[sz]ed)?(?![a-z])",
        r"规范(?:化)?(?:\s*(?:、|和|及|且)?\s*精细(?:化)?)?|精细化?(?:\s*(?:、|和|及|"
        r"且)?\s*规范(?:化)?)?(?=\s*(?:tace|操作|治疗|栓塞|$|,))",
        rf"标准化(?=\s*(?:{TACE}|介入|操作|栓塞|技术))",
        r"(?P<none>(?<![a-z])(?:non-?\s?|un)standardi[sz]ed(?![a-z])|(?<![a-z])substandard(?![a-z]"
        r")|不(?:够)?规范|非规范(?:化)?|欠规范|"
        r"不(?:够)?精细|非精细(?:化)?)",
    ),
    words(Mark.TECHNIQUE, "technique|technically|技术|操作"),
    words(
        Topic.SELECTIVE,
        """
        superselective | super~selective | supraselective | selective | selectively
        supra~selective
        superselection | super~selection | superselectively | super~selectively
        superselective catheterisation
        超选 | 超选择 | 超选择性 | 超选择栓塞 | 超选栓塞 | 超选插管 | 超选择插管 | 超选择性插管
        尽量超选
        尽可能超选 | 超选到位 | 超选至 | 超选进入 | 超选择性栓塞 | 微导管超选
        """,
    ),
    term(
        Topic.ALL_FEEDERS,
        r"(?<![a-z])(?:all|every)\s+(?:(?:the|tumou?r|arterial|visible|"
        rf"known)\s+)*{_FEEDERS}\s+(?:(?:incl\.?|including|and|plus)\s+(?:[a-z]+\s*(?:,|/|and|"
        rf"&)?\s*){{1,4}}?)?(?:(?:was|were)\s+)?"
        rf"{_TREATED}(?![a-z])",
        rf"(?<![a-z]){_FEEDERS}\s+all\s+{_TREATED}(?![a-z])",
        rf"(?<![a-z])(?:none|no\s+{_FEEDERS})\s+missed(?![a-z])",
        rf"(?:寻全|找全|寻找全部|全部(?:寻及|找到|寻找)|查全|全部|所有)(?:肿瘤)?{_FEEDERS_ZH}(?:"
        r"均|都|全部)?(?:找到|寻及|栓塞|栓|处理|超选|已栓)?",
        rf"{_FEEDERS_ZH}(?:均|都|全部|已)(?:寻全|找全|栓塞|处理|找到|寻及)",
        r"(?P<missed>(?<![a-z])(?:(?:some|one|a|other|another|several|"
        rf"further)\s+)?{_FEEDERS}\s+(?:(?:was|were)\s+)?(?:missed|overlooked|not\s+{_TREATED}|"
        rf"left\s+(?:untreated|un-?emboli[sz]ed|patent)|untreated)(?![a-z]))",
        rf"(?P<missed>(?<![a-z])missed\s+(?:a\s+)?{_FEEDERS})(?![a-z])",
        rf"(?P<missed>(?:遗漏|漏栓|漏掉)(?:了)?(?:部分|一支)?{_FEEDERS_ZH}|"
        rf"{_FEEDERS_ZH}(?:有)?(?:遗漏|漏栓)|(?:部分|有)?{_FEEDERS_ZH}未(?:寻全|找全|栓塞|处理|"
        r"找到))",
    ),
    term(
        Topic.END_POINT,
        r"(?<![a-z])(?:emboli[sz](?:ed|ation)\s+)?(?:to|until)\s+(?:(?:the|full|intended|"
        rf"planned|angiographic|complete|near)\s+)*{_END}(?![a-z])",
        r"(?<![a-z])(?:end[\s-]?point\s+)?stasis(?![a-z])",
        rf"(?<![a-z])(?:(?:intended|planned|angiographic)\s+)?{_END}\s+(?:(?:was|were|"
        r"is)\s+)?(?:reached|achieved|obtained|met|attained)(?![a-z])",
        r"(?<![a-z])complete(?:ly)?\s+(?:emboli[sz]ation|emboli[sz]ed|devasculari[sz]ation|"
        r"devasculari[sz]ed)(?![a-z])",
        r"(?:栓塞|栓)?(?:至|达|达到|到)(?:了)?(?:预定|预期|既定|理想)?(?:的)?(?:栓塞)?终点|"
        r"(?:栓塞)?终点(?:均|都)?(?:达到|达成|达标)",
        r"(?:完全|彻底|充分)栓塞|超选完全栓塞|完全超选择性栓塞|栓塞(?:完全|彻底|充分|满意)",
        rf"(?P<missed>(?<![a-z])(?:(?:intended|planned|angiographic)\s+)?{_END}\s+(?:(?:was|"
        rf"were)\s+)?{_NOT_REACHED}(?![a-z]))",
        rf"(?P<missed>(?<![a-z])(?:no|without)\s+{_END}(?![a-z]))",
        r"(?P<missed>(?<![a-z])(?:(?:embolic|embolisation|"
        rf"embolization)\s+)?{_END}\s+missed(?![a-z]))",
        r"(?P<missed>(?<![a-z])(?:incomplete|insufficient|inadequate|suboptimal)\s+emboli[sz]ation"
        r"(?![a-z])|(?<![a-z])emboli[sz]ation\s+(?:(?:was|is)\s+)?(?:incomplete|insufficient|"
        r"inadequate|suboptimal)(?![a-z])|(?<![a-z])(?:incompletely|"
        r"insufficiently|inadequately)\s+emboli[sz]ed(?![a-z]))",
        r"(?P<missed>未(?:能)?(?:达|达到|到)(?:预定|预期|既定)?(?:的)?(?:栓塞)?终点|"
        r"栓塞(?:终点)?(?:不完全|不彻底|不充分|不全|未达终点|未达到终点|未完全|欠佳|欠充分))",
    ),
)

_ELEMENTS = (Topic.SELECTIVE, Topic.ALL_FEEDERS, Topic.END_POINT)

_OF_TACE = (
    Mark.TACE,
    Topic.SESSIONS,
    Topic.SESSION_NUMBER,
    Topic.COUNT,
    Mark.EACH,
    Mark.BOTH,
    Mark.TECHNIQUE,
    *_ELEMENTS,
)
"""What shows that a technique was that of TACE."""


def claims(line: Line) -> Iterator[Claim]:
    """Yield what the line says of it."""
    for mention in line.of(Topic.STANDARDISED):
        held = mention.held(Reason.IN_THE_PAST) or _not_every_session(mention, line)
        yield Claim(STANDARDIZED_TECHNIQUE.name, *mention.span, not mention.denied, held)
    yield from _elements(line)
    for token in line.all(Mark.ELSEWHERE):
        why = Reason.DONE_ELSEWHERE
        yield Claim(STANDARDIZED_TECHNIQUE.name, token.start, token.end, held=why, quiet=True)


def _elements(line: Line) -> Iterator[Claim]:
    """Yield the claims of what was done: all three in each session, or one that was missed."""
    mentions = line.of(*_ELEMENTS)
    all_done = {each.topic for each in mentions if _done(each)} == set(_ELEMENTS)
    places = [each.place for each in mentions]
    around = line.clauses[max(min(places, default=0) - 1, 0) : max(places, default=0) + 2]
    disputed = {each.topic for each in mentions if _missed(each)} & {
        each.topic for each in mentions if not _missed(each)
    }
    each_session = any(each.has(Mark.EACH, Mark.BOTH) for each in around)
    for mention in mentions:
        answer = False if _missed(mention) else True if all_done and each_session else None
        held = mention.held(Reason.IN_THE_PAST)
        if answer is None:
            held = Reason.STANDARD_NOT_SAID
        elif not answer and mention.topic in disputed:
            held = held or Reason.CONTRADICTION
        elif answer and (line.has(Mark.ELSEWHERE) or not _done(mention)):
            held = held or Reason.TOTAL_OR_PART
        yield Claim(STANDARDIZED_TECHNIQUE.name, *mention.span, answer, held, quiet=True)


def _done(mention: Mention) -> bool:
    return mention.held() is None and not mention.denied and not _missed(mention)


def _missed(mention: Mention) -> bool:
    return "missed" in mention.head.values and not mention.denied


def _not_every_session(mention: Mention, line: Line) -> Reason | None:
    """Return why the technique of all counted sessions may not be meant."""
    clause = mention.clause
    place = mention.place
    around = line.clauses[max(place - 1, 0) : place + 2]
    element_of_each = any(each.has(*_ELEMENTS) and each.has(Mark.EACH) for each in around)
    of_part = not mention.denied and clause.has(Mark.LAST, Topic.SESSION_NUMBER, Mark.ELSEWHERE)
    throughout = any(each.text in ("throughout", "全程") for each in clause.tokens)
    of_tace = throughout or element_of_each or clause.has(*_OF_TACE)
    return first_reason(
        (Reason.STANDARD_NOT_SAID, not of_tace),
        (Reason.TOTAL_OR_PART, of_part),
    )
