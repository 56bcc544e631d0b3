"""The words in which the course of the tumor markers is told."""

from conversations.shorthand.fragments import COUNT, TACE, phrases
from conversations.shorthand.groups.marker_figures import (
    COMMA,
    FIGURE,
    LABELLED,
    NEXT,
    NO_COUNT,
    STEP,
    UNIT,
    VALUE,
    WHEN,
)
from conversations.shorthand.kinds import Mark, Topic
from conversations.shorthand.lexing import term, words

_CHECKED = (
    rf"(?:\s*(?:levels?|水平|值))?(?:\s*{COUNT}\s*次)?(?:复查|检测|检查|动态)?(?:结果)?(?:分别|"
    r"依次|先后)?为?\s*[:=]?\s*"
)
_RISE = r"(?:↑{1,3}|升高|增高|上升|攀升|升|增加|上扬|走高|上涨)(?:趋势)?"

_MARKER = phrases(
    """
    afp | alpha~fetoprotein | afp~l3 | pivka | pivka~ii | pivka~2 | dcp | tumor marker
    tumor markers | tumour marker | tumour markers | marker | markers
    甲胎蛋白 | 异常凝血酶原 | 肿瘤标志物 | 肿标 | 标志物 | 甲胎
    """
)
_NAME = rf"{_MARKER}(?:\s*\(\s*{_MARKER}\s*\))?(?:\s*(?:levels?|水平|值))?"

TERMS = (
    term(
        Topic.MARKER,
        rf"{_NAME}(?![a-z])",
        rf"{_NAME}\s*[:=]?\s*(?P<series>{LABELLED})",
        # Among commas and signs of more, two figures are no series yet.
        rf"{_MARKER}{_CHECKED}(?P<series>[<>]?{VALUE}(?:(?:{COMMA}|"
        rf"\s*>\s*){VALUE}){{2,11}}){NO_COUNT}",
        rf"{_MARKER}{_CHECKED}(?P<series>[0-9]{{1,6}}(?:\.[0-9]+)?(?:,[0-9]{{1,6}}(?:\.[0-9]+)?"
        rf"){{2,11}})(?![0-9])"
        rf"{UNIT}{NO_COUNT}",
        rf"{_NAME}\s*(?:(?:rising|risen|升高|上升|增高)\s*:|(?:after|post)[\s-]*{TACE}\s*:?|术后\s*:)"
        rf"\s*(?P<series>{VALUE}(?:{COMMA}{VALUE}){{2,11}}){NO_COUNT}",
        # "300-500-800", but no date.
        rf"{_MARKER}{_CHECKED}(?!(?:19|20)[0-9]{{2}}-[0-9]{{1,2}}-)"
        rf"(?P<series>{FIGURE}(?:-{FIGURE}){{2,11}})(?![0-9-])",
        # One figure, that begins no series.
        rf"{_NAME}\s*[:=]?\s*[<>]?\s*(?P<figure>{VALUE})"
        r"(?![0-9.]|,[0-9]|k(?![a-z])|万|\s*(?:次|升|降|增|上升|下降|后|times|consecutive|"
        rf"successive)|(?:{STEP}|{NEXT})[<>]?[0-9]|"
        rf"(?:{COMMA}[<>]?{VALUE}){{2}})",
    ),
    term(
        Mark.SERIES,
        rf"(?<![a-z0-9.])[<>]?{VALUE}(?:(?:{STEP}|{NEXT})[<>]?{VALUE}(?:\s*(?:、|and|"
        rf"&)\s*{VALUE}{NO_COUNT})?){{1,11}}",
    ),
    term(
        Mark.SERIES,
        rf"(?<![a-z0-9.]){FIGURE}{UNIT}\s*\((?:{WHEN}){{1,12}}\)(?:[\s,、]*{FIGURE}{UNIT}\s*\((?:"
        rf"{WHEN}){{1,12}}\)){{1,11}}",
    ),
    term(
        Mark.RISING,
        r"(?<![a-z])(?:rising|rises|rose|increasing|increased|climbing|climbed|higher|going\s+up|"
        r"up)\s+(?:after|with|at|on|following)\s+"
        rf"(?:each|every)(?![a-z])(?:\s+(?:{TACE}|session|check|visit|scan|cycle|measurement))?",
        rf"(?:每次|历次)(?:{TACE}|治疗|介入|术|复查)*(?:后|时)?(?:复查|检测)?(?:均|都|"
        rf"逐次)?(?:较前)?{_RISE}",
        r"(?<![a-z])(?:keeps?|kept|continues?\s+to|continued\s+to|continuing\s+to)\s+(?:on\s+)?"
        r"(?:rising|rise|increasing|increase|climbing|going\s+up)(?![a-z])",
        r"(?<![a-z])(?:(?:steadily|progressively|persistently|continuously|continually|"
        r"consistently|"
        r"serially|relentlessly)\s+(?:rising|increasing|climbing|increased)|"
        r"(?:rising|increasing|climbing)\s+(?:steadily|progressively|persistently|continuously|"
        r"serially|throughout))(?![a-z])",
        r"(?<![a-z])(?:progressive|steady|persistent|continuous|sustained|serial|continued)\s+"
        r"(?:rise|increase)(?![a-z])",
        r"(?<![a-z])(?:rising|rose|risen|higher|up|increas(?:ed|ing))\s+(?:on|at|in|x|"
        r"\*)?\s*(?:each\s+of\s+)?"
        rf"(?:(?:the\s+)?last\s+)?(?P<times>{COUNT})\s*(?:consecutive\s+|successive\s+)?"
        r"(?:occasions|checks|tests|times|measurements|values|readings|visits)(?![a-z])",
        rf"(?<![a-z])(?P<times>{COUNT})\s+(?:consecutive|successive)\s+(?:rises|"
        r"increases)(?![a-z])",
        rf"(?:呈)?(?:持续性?|进行性|逐渐|逐步|不断|逐次|渐进性|一直|持续地)(?:地)?{_RISE}",
        rf"连续\s*(?P<times>{COUNT})\s*次\s*(?:复查|检查|检测|均|都)*\s*{_RISE}",
        rf"(?:复查|检测)?(?P<times>{COUNT})\s*次\s*(?:复查|检查|检测)?(?:均|都|逐次|"
        rf"依次)(?:持续)?{_RISE}",
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
        呈上升趋势 | 先降后升 | 复升 | 反跳 | 回升 | 再次升高 | 又升高 | 又升 | 再升高 | 略升高
        稍升高 | 略高
        增加 | 明显升高 | 轻度升高 | 持续高 | 仍高 | 仍升高 | 未降
        """,
    ),
    term(
        Mark.FALLING,
        r"(?<![a-z])(?:lower|less|below)\s+(?:than\s+)?(?:pre|before)[\s-]*tace(?![a-z])|"
        r"低于(?:术前|治疗前|前次)(?:水平)?",
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
        较前下降 | 较前降低 | 较前明显下降 | 较前明显降低 | 显著下降 | 明显降低 | 大幅下降
        明显下降 | 持续下降 | 逐渐下降 | 进行性下降
        """,
    ),
    words(
        Mark.STEADY,
        """
        not changed | remains stable | no trend | level | plateaued | steady state | remains flat
        基本稳定 | 无显著变化 | 变化不明显 | 未见明显变化 | 较前相仿 | 较前无明显变化 | 较前无变化
        波动不大
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
        non~elevated | non~raised | non elevated throughout
        within normal range | not raised | not elevated | not rising | no rise
        未见异常升高 | 未升 | 没升 | 没有升高 | 未见增高 | 未增高 | 不升 | 无增高 | 正常值范围
        正常 | 始终正常 | 一直正常 | 正常范围 | 在正常范围 | 不高 | 未升高 | 无升高 | 未见升高
        不升高
        """,
    ),
    term(
        Mark.FILLER,
        rf"(?<![a-z])(?:on|at|over|in|across)\s+(?:the\s+)?(?:last\s+)?{COUNT}\s+(?:checks|"
        r"occasions|tests|measurements|visits|readings|samples)(?![a-z])",
    ),
    term(
        Mark.NEVER_RAISED,
        r"[<≤]\s*(?:[0-9]|1[0-9]|20)(?:\.[0-9]+)?(?![0-9.])(?:\s*ng/ml)?\s*(?:throughout|"
        r"all\s+along)(?![a-z])",
        r"(?<![a-z])never\s+(?:above|over|exceeded|exceeding|more\s+than|>)\s*(?:[0-9]|1[0-9]|"
        r"20)(?![0-9.])",
        r"(?:术|治疗)前(?:即|就)?(?:正常|不高|阴性)\s*,?\s*(?:术|治疗)后(?:亦|也|仍|均|"
        r"一直)?(?:正常|不高|阴性)",
        r"(?:一直|始终|均|从未超过)\s*[<≤]?\s*(?:[0-9]|1[0-9]|20)(?:\.[0-9]+)?(?![0-9.])",
    ),
    term(
        Topic.MARKER,
        r"(?<![a-z])(?P<never>non-?\s?(?:afp|pivka|dcp)[\s-]*(?:secret(?:ing|or|ory)|produc(?:ing|"
        r"er))|"
        r"(?:afp|pivka|dcp)[\s-]*(?:negative|neg|non-?secret(?:ing|or|ory))(?=\s+(?:hcc|tumou?r|"
        r"disease|lesion)))(?![a-z])",
    ),
    words(
        Mark.NEVER_RAISED,
        """
        non~secretor | nonsecretory | non~secreting | non~secretory | never raised
        never secreting | never secreted | not secreted | not secreting | 不分泌afp
        never elevated | never high | never up | normal at baseline and throughout | never abnormal
        normal before and after | normal pre and post | normal before and after tace
        normal at baseline and since | always low | not a secretor | always within normal limits
        afp negative tumour | never been raised | never been elevated | has never been raised
        术前术后均正常 | 术前术后均不高 | 治疗前后均正常 | 治疗前后均不高 | 从不升高 | 从来不高
        术前即正常
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
