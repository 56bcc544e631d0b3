"""Whether the tumor markers keep rising after TACE; one higher value does not show it.

A series must have risen at its last two steps, and end above where it began.
"""

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from conversations.shorthand.claims import Claim
from conversations.shorthand.clauses import Clause
from conversations.shorthand.fragments import ARROW, COUNT, TACE, phrases
from conversations.shorthand.kinds import Mark, Topic
from conversations.shorthand.lexing import Token, term, words
from conversations.shorthand.line import Line
from conversations.shorthand.mentions import Mention
from conversations.shorthand.understood import NoteKind, Reason
from domain.facts.catalogue import TUMOR_MARKER_TREND
from domain.facts.vocabulary import MarkerTrend

_FIGURE = r"[0-9]{1,7}(?:,[0-9]{3}){0,2}(?:\.[0-9]{1,2})?(?:k(?![a-z])|万)?"
_MARKER_UNIT = r"(?:\s*(?:ng/ml|ug/l|\u03bcg/l|mau/ml|miu/ml|iu/ml))?"
_WHEN = (
    r"[0-9/.\s#-]|jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec|pre|post|before|after|baseline|now|today|at\s|tace|w(?:ee)?ks?|mo(?:nth)?s?|d(?:ays?)?|"
    r"初诊|术前|术后|首次|末次|次|周|个|月|年|日|天|第|[一二三四]"
)
_VALUE = rf"{_FIGURE}{_MARKER_UNIT}(?:\s*\((?:{_WHEN}){{1,12}}\))?(?![0-9])"
"""A figure, with its unit and, in brackets, when it was measured."""
_CHECKED = rf"(?:\s*(?:levels?|水平|值))?(?:\s*{COUNT}\s*次)?(?:复查|检测|检查|动态)?(?:结果)?(?:分别|依次|先后)?为?\s*[:=]?\s*"
_STEP = (
    rf"(?:{ARROW}|\s+to\s+|\s*,?\s*(?:and\s+)?then\s+(?:(?:climbed|rose|up|back\s+up|fell|dropped|down)\s+)?(?:to\s+)?)"
)
_NEXT = (
    r"\s*,?\s*(?:(?:后|又|再|随后|继而|然后|并|逐渐|逐步|持续|进行性){0,3}(?:升至|升到|增至|上升至|升高至|升高到|上升到|涨到|涨至|"
    r"降至|降到|下降至|降为|降低至|下降到)|(?:fell|rose|dropped|climbed|increased|decreased|up|down|rising|falling)\s+to)\s*"
)
_COMMA = r"\s*[,、;]\s*"
_NO_COUNT = r"(?!\s*(?:[a-z%*/]|次|枚|个|周|月|天|年|分|级))"
_RISE = r"(?:升高|增高|上升|攀升|升|增加|上扬|走高|上涨)(?:趋势)?"

_MARKER = phrases(
    """
    afp | alpha~fetoprotein | afp~l3 | pivka | pivka~ii | pivka~2 | dcp | tumor marker
    tumor markers | tumour marker | tumour markers | marker | markers
    甲胎蛋白 | 异常凝血酶原 | 肿瘤标志物 | 肿标 | 标志物 | 甲胎
    """
)

TERMS = (
    term(
        Topic.MARKER,
        rf"{_MARKER}(?:\s*\(\s*{_MARKER}\s*\))?(?:\s*(?:levels?|水平|值)(?![a-z]))?",
        # Among commas and signs of more, two figures are no series yet.
        rf"{_MARKER}{_CHECKED}(?P<series>[<>]?{_VALUE}(?:(?:{_COMMA}|\s*>\s*){_VALUE}){{2,11}}){_NO_COUNT}",
        rf"{_MARKER}{_CHECKED}(?P<series>[0-9]{{1,6}}(?:\.[0-9]+)?(?:,[0-9]{{1,6}}(?:\.[0-9]+)?){{2,11}})(?![0-9])"
        rf"{_MARKER_UNIT}{_NO_COUNT}",
        # One figure, that begins no series.
        rf"{_MARKER}(?:\s*(?:levels?|水平|值))?\s*[:=]?\s*[<>]?\s*{_VALUE}"
        rf"(?![0-9.]|,[0-9]|k(?![a-z])|万|\s*(?:次|升|降|增|上升|下降|后|times|consecutive|successive)|(?:{_STEP}|{_NEXT})[<>]?[0-9]|"
        rf"(?:{_COMMA}[<>]?{_VALUE}){{2}})",
    ),
    term(
        Mark.SERIES,
        rf"(?<![a-z0-9.])[<>]?{_VALUE}(?:(?:{_STEP}|{_NEXT})[<>]?{_VALUE}(?:\s*(?:、|and|&)\s*{_VALUE}{_NO_COUNT})?){{1,11}}",
    ),
    term(
        Mark.SERIES,
        rf"(?<![a-z0-9.]){_FIGURE}{_MARKER_UNIT}\s*\((?:{_WHEN}){{1,12}}\)(?:[\s,、]*{_FIGURE}{_MARKER_UNIT}\s*\((?:{_WHEN}){{1,12}}\)){{1,11}}",
    ),
    term(
        Mark.RISING,
        rf"(?<![a-z])(?:rising|rises|rose|increasing|increased|climbing|climbed|higher|going\s+up|up)\s+(?:after|with|at|on|following)\s+"
        rf"(?:each|every)(?![a-z])(?:\s+(?:{TACE}|session|check|visit|scan|cycle|measurement))?",
        rf"(?:每次|历次)(?:{TACE}|治疗|介入|术|复查)*(?:后|时)?(?:复查|检测)?(?:均|都|逐次)?(?:较前)?{_RISE}",
        r"(?<![a-z])(?:keeps?|kept|continues?\s+to|continued\s+to|continuing\s+to)\s+(?:on\s+)?"
        r"(?:rising|rise|increasing|increase|climbing|going\s+up)(?![a-z])",
        r"(?<![a-z])(?:(?:steadily|progressively|persistently|continuously|continually|consistently|"
        r"serially|relentlessly)\s+(?:rising|increasing|climbing|increased)|"
        r"(?:rising|increasing|climbing)\s+(?:steadily|progressively|persistently|continuously|"
        r"serially|throughout))(?![a-z])",
        r"(?<![a-z])(?:progressive|steady|persistent|continuous|sustained|serial|continued)\s+"
        r"(?:rise|increase)(?![a-z])",
        rf"(?<![a-z])(?:rising|rose|risen|higher|up|increas(?:ed|ing))\s+(?:on|at|in|x|\*)?\s*(?:each\s+of\s+)?"
        rf"(?:(?:the\s+)?last\s+)?(?P<times>{COUNT})\s*(?:consecutive\s+|successive\s+)?"
        r"(?:occasions|checks|tests|times|measurements|values|readings|visits)(?![a-z])",
        rf"(?<![a-z])(?P<times>{COUNT})\s+(?:consecutive|successive)\s+(?:rises|increases)(?![a-z])",
        rf"(?:呈)?(?:持续性?|进行性|逐渐|逐步|不断|逐次|渐进性|一直|持续地)(?:地)?{_RISE}",
        rf"连续\s*(?P<times>{COUNT})\s*次\s*(?:复查|检查|检测|均|都)*\s*{_RISE}",
        rf"(?:复查|检测)?(?P<times>{COUNT})\s*次\s*(?:复查|检查|检测)?(?:均|都|逐次|依次)(?:持续)?{_RISE}",
    ),
    words(
        Mark.HIGHER,
        """
        rising | rises | rise | rose | risen | up | raised | elevated | high | higher | increased
        increase | increasing | going up | climbing | climbed | doubled | tripled | elevation
        up~trending | trending upward | trending upwards
        trending up | uptrending | upward trend | on the rise | soaring | rebounded | rebound
        still rising | up again | rising again | rose again | higher than before | spiked
        persistently elevated | persistently high | still high
        ↑ | ↑↑ | 升高 | 增高 | 上升 | 较前升高 | 较前增高 | 较前上升 | 升 | 高 | 偏高 | 翻倍
        呈上升趋势 | 先降后升 | 复升 | 反跳 | 回升 | 再次升高 | 又升高 | 又升 | 再升高 | 略升高 | 稍升高 | 略高
        增加 | 明显升高 | 轻度升高 | 持续高 | 仍高 | 仍升高 | 未降
        """,
    ),
    words(
        Mark.FALLING,
        """
        falling | fell | falls | fallen | decreasing | decreased | decrease | declining | declined
        decline | down | dropping | dropped | drop | coming down | normalised | normalized
        down~trending | trending downward | trending downwards | dipped | tumbling | plummeted
        trending down | downtrending | downward trend | coming down nicely | halved | in decline
        normalizing | dropping nicely | fallen to normal | dropped to normal | well down
        normalising | down to normal | fell to normal | back to normal | reduced
        ↓ | ↓↓ | 下降 | 降低 | 降至正常 | 降到正常 | 下降至正常 | 恢复正常 | 回落 | 转阴 | 降
        呈下降趋势 | 持续降低 | 逐渐降低 | 逐步下降 | 已降至正常 | 正常化 | 降为正常 | 降至正常范围
        较前下降 | 较前降低 | 较前明显下降 | 较前明显降低 | 显著下降 | 明显降低 | 大幅下降 | 明显下降 | 持续下降 | 逐渐下降 | 进行性下降
        """,
    ),
    words(
        Mark.STEADY,
        """
        not changed | remains stable | no trend | level | plateaued | steady state | remains flat
        基本稳定 | 无显著变化 | 变化不明显 | 未见明显变化 | 较前相仿 | 较前无明显变化 | 较前无变化 | 波动不大
        stable | unchanged | flat | plateau | static | steady | no change | similar | same
        平稳 | 稳定 | 无变化 | 无明显变化 | 变化不大 | 相仿 | 持平 | 同前 | 大致同前
        """,
    ),
    words(
        Mark.NORMAL,
        """
        normal | normal throughout | always normal | within normal limits | wnl
        remains normal | remained normal | stays normal | in the normal range | normal level
        normal levels | not up | not increased | no increase | no elevation | no longer elevated
        within normal range | not raised | not elevated | not rising | no rise
        未见异常升高 | 未升 | 没升 | 没有升高 | 未见增高 | 未增高 | 不升 | 无增高 | 正常值范围
        正常 | 始终正常 | 一直正常 | 正常范围 | 在正常范围 | 不高 | 未升高 | 无升高 | 未见升高
        不升高
        """,
    ),
    term(
        Mark.FILLER,
        rf"(?<![a-z])(?:on|at|over|in|across)\s+(?:the\s+)?(?:last\s+)?{COUNT}\s+(?:checks|occasions|tests|measurements|visits|readings|samples)(?![a-z])",
    ),
    term(
        Mark.NEVER_RAISED,
        r"[<≤]\s*(?:[0-9]|1[0-9]|20)(?:\.[0-9]+)?(?![0-9.])(?:\s*ng/ml)?\s*(?:throughout|all\s+along)(?![a-z])",
        r"(?<![a-z])never\s+(?:above|over|exceeded|exceeding|more\s+than|>)\s*(?:[0-9]|1[0-9]|20)(?![0-9.])",
        r"(?:术|治疗)前(?:即|就)?(?:正常|不高|阴性)\s*,?\s*(?:术|治疗)后(?:亦|也|仍|均|一直)?(?:正常|不高|阴性)",
        r"(?:一直|始终|均|从未超过)\s*[<≤]?\s*(?:[0-9]|1[0-9]|20)(?:\.[0-9]+)?(?![0-9.])",
    ),
    term(
        Topic.MARKER,
        r"(?<![a-z])(?P<never>non-?\s?(?:afp|pivka|dcp)[\s-]*(?:secret(?:ing|or|ory)|produc(?:ing|er))|"
        r"(?:afp|pivka|dcp)[\s-]*(?:negative|neg|non-?secret(?:ing|or|ory))(?=\s+(?:hcc|tumou?r|disease|lesion)))(?![a-z])",
    ),
    words(
        Mark.NEVER_RAISED,
        """
        non~secretor | nonsecretory | non~secreting | non~secretory | never raised
        never elevated | never high | never up | normal at baseline and throughout | never abnormal
        normal before and after | normal pre and post | normal before and after tace
        normal at baseline and since | always low | not a secretor | always within normal limits
        afp negative tumour | never been raised | never been elevated | has never been raised
        术前术后均正常 | 术前术后均不高 | 治疗前后均正常 | 治疗前后均不高 | 从不升高 | 从来不高 | 术前即正常
        始终在正常范围 | 一直在正常范围 | 全程正常 | 始终处于正常范围
        一直不高 | 从未升高 | 始终不高 | 从不高 | 始终未升高 | 一直未升高 | 不分泌 | 非分泌型
        始终阴性 | 一直阴性
        """,
    ),
    words(
        Mark.RAISES_PIVKA,
        """
        warfarin | acenocoumarol | phenprocoumon | vka | vitamin k antagonist | vitamin k deficiency
        cholestasis | cholestatic
        华法林 | 维生素k拮抗剂 | 维生素k缺乏 | 胆汁淤积 | 胆汁瘀积
        """,
    ),
)

_TIMES = {"k": 1_000, "万": 10_000}
_NAMES_OF_AFP = ("afp", "alpha", "甲胎")
_AFP_NORMAL, _PIVKA_NORMAL = 20, 40
"""ng/mL and mAU/mL."""
_STEADY = 1.1
"""Figures that differ by less than this go up and down, and no further."""
_SURELY_RAISED = 40
"""ng/mL of AFP, mAU/mL of PIVKA-II: below it a rise may be one within the normal range."""

_TRENDS = (
    Mark.SERIES,
    Mark.RISING,
    Mark.HIGHER,
    Mark.FALLING,
    Mark.STEADY,
    Mark.NORMAL,
    Mark.NEVER_RAISED,
)
_NOT_RISING = frozenset({Mark.FALLING, Mark.STEADY, Mark.NORMAL, Mark.NEVER_RAISED})


def claims(line: Line) -> Iterator[Claim]:
    """Yield what the line says of the markers, any one of which may rise."""
    read = [(mention, *_trend(mention)) for mention in line.of(Topic.MARKER)]
    rises = any(trend is MarkerTrend.RISING for _, trend, _ in read)
    trends = {trend for _, trend, _ in read if trend}
    for mention, trend, never_raised in read:
        if rises and (never_raised or _normal(mention, trend)):
            # It says nothing of the other marker, which rises.
            yield Claim(TUMOR_MARKER_TREND.name, *mention.span, held=Reason.NOT_NEEDED)
            continue
        why = None if trend else Reason.ONE_VALUE
        if trend is None and _leaves_the_trend(mention, trends):
            # One value that is low, or beside another marker that rises, disputes nothing.
            (trend,) = trends
        if mention.clause.has(Mark.AT_BASELINE) and not mention.clause.has(Mark.SERIES):
            why = Reason.IN_THE_PAST
        if trend is MarkerTrend.RISING and _raised_otherwise(mention, line):
            why = Reason.RAISED_OTHERWISE
        note = NoteKind.NEVER_RAISED if never_raised else None
        yield Claim(TUMOR_MARKER_TREND.name, *mention.span, trend, mention.held() or why, note)


def _leaves_the_trend(mention: Mention, trends: AbstractSet[MarkerTrend]) -> bool:
    """Return whether a marker of which no trend is told leaves that of the other one as it is."""
    if len(trends) != 1 or mention.denied or _said_of(mention):
        return False
    if MarkerTrend.RISING in trends or mention.held() is Reason.NOT_KNOWN:
        return True
    figures = _figures(_without_name(mention.head.text))
    return bool(figures) and figures[-1] <= _normal_limit(mention)


def _without_name(text: str) -> str:
    return re.sub(r"l3|ii|-2(?![0-9])|2(?=\s*[:=<>])", "", text)


def _normal_limit(mention: Mention) -> int:
    return _AFP_NORMAL if mention.head.text.startswith(_NAMES_OF_AFP) else _PIVKA_NORMAL


def _raised_otherwise(mention: Mention, line: Line) -> bool:
    """Return whether PIVKA-II may rise for a reason that the line names."""
    pivka = not mention.head.text.startswith(_NAMES_OF_AFP)
    return pivka and any(
        clause.has(Mark.RAISES_PIVKA) and not clause.has(Mark.NO_BEFORE, Mark.NO_EITHER, Mark.PAST)
        for clause in line.clauses
    )


def _normal(mention: Mention, trend: MarkerTrend | None) -> bool:
    """Return whether a marker is said to be normal, and nothing else."""
    said = _said_of(mention)
    series = [each.text for each in said if each.kind is Mark.SERIES]
    low = bool(series) and max(_figures(series[0])) <= _normal_limit(mention)
    return trend is MarkerTrend.NOT_RISING and (
        low or {each.kind for each in said} <= {Mark.NORMAL}
    )


def _trend(mention: Mention) -> tuple[MarkerTrend | None, bool]:
    """Return the trend that one marker is said to have, and whether it was never raised."""
    said = _said_of(mention)
    kinds = {each.kind for each in said}
    if mention.denied:
        # Negative, or no rise. But "no AFP", "not falling", "no steady rise" leave it open.
        negative = not kinds and any(each.kind is Mark.NO_AFTER for each in mention.after)
        return (MarkerTrend.NOT_RISING if negative or kinds == {Mark.HIGHER} else None), False
    if "never" in mention.head.values:
        return MarkerTrend.NOT_RISING, True
    if not kinds and _all_negative(mention.clause):
        return MarkerTrend.NOT_RISING, False
    trends = {trend for each in (mention.head, *said) if (trend := _one_trend(each)) is not None}
    if len(trends) != 1 or (Mark.HIGHER in kinds and trends != {MarkerTrend.RISING}):
        return None, False
    return trends.pop(), kinds == {Mark.NEVER_RAISED}


def _all_negative(clause: Clause) -> bool:
    """Return whether a list of markers ends with a denial: "AFP, PIVKA both negative"."""
    return set(clause.topics) == {Topic.MARKER} and any(
        each.kind is Mark.NO_AFTER for each in clause.at_end()
    )


def _said_of(mention: Mention) -> Sequence[Token]:
    """Return the trends beside a marker: behind it, else before it, else of its whole list."""
    for words_beside in (mention.after, mention.before, mention.clause.tokens):
        said = [each for each in words_beside if each.kind in _TRENDS]
        if said:
            return said
    return ()


def _one_trend(said: Token) -> MarkerTrend | None:
    if said.kind in _NOT_RISING:
        return MarkerTrend.NOT_RISING
    if said.kind is Mark.RISING and said.get("times") not in ("1", "one", "一"):
        return MarkerTrend.RISING
    series = said.text if said.kind is Mark.SERIES else said.get("series")
    return _of_series(_figures(series)) if series else None


def _figures(text: str) -> list[float]:
    bare = re.sub(r"\([^()]*\)", "", text)
    if re.fullmatch(r"[0-9.,]+", bare) and re.search(r",(?![0-9]{3}(?![0-9]))", bare):
        # Not thousands: "56,78,132".
        bare = bare.replace(",", " ")
    return [_figure(each) for each in re.findall(_FIGURE, bare)]


def _figure(text: str) -> float:
    return float(text.replace(",", "").rstrip("k万")) * _TIMES.get(text[-1], 1)


def _of_series(figures: Sequence[float]) -> MarkerTrend | None:
    if figures == sorted(figures, reverse=True):
        return MarkerTrend.NOT_RISING
    if max(figures) <= min(figures) * _STEADY and figures[-1] <= figures[-2]:
        return MarkerTrend.NOT_RISING
    last_three = figures[-3:]
    rose_twice = len(figures) > 2 and last_three[0] < last_three[1] < last_three[2]  # noqa: PLR2004
    above_the_first = figures[-1] > max(figures[0], _SURELY_RAISED)
    return MarkerTrend.RISING if rose_twice and above_the_first else None
