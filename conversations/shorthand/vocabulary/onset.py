"""When a finding appeared: before the first TACE, since TACE, or just that it was there."""

from conversations.shorthand.fragments import (
    BASELINE,
    COUNT,
    FIRST_SESSION,
    NO_LESION_ZH,
    NUMBERED,
    ORDINAL,
    TACE,
    WORD_END,
)
from conversations.shorthand.kinds import Mark
from conversations.shorthand.lexing import term, words

_ALREADY = r"(?:\s*(?:已知|即知|已明确|已确诊|即已有|即存在|已有|即有|就有|已存在|已见|存在))?"

TERMS = (
    term(
        Mark.OF_BASELINE,
        r"(?<![a-z])(?:of|vs\.?|versus|than|from|to|against|(?:as\s+)?compared\s+(?:to|with)|"
        r"as\s+a\s+(?:share|percentage|fraction)\s+of|"
        r"cf\.?|relative\s+to|(?P<above>above|over|(?:greater|larger|bigger|higher|"
        r"more)\s+than)|(?P<below>below|under|(?:smaller|less|"
        rf"lower)\s+than))\s+(?:the\s+)?(?:value\s+|level\s+)?{BASELINE}",
        rf"{BASELINE}(?=\s*[+-]\s*[0-9]{{1,3}}\s*%)",
        rf"(?<=%)\s*on\s+(?:the\s+)?{BASELINE}",
        rf"(?:为|达|约|仅|剩|是|占)\s*(?:约)?{BASELINE}(?:的)?(?=\s*约?[0-9<>≤≥])",
        rf"(?:与|较|比|跟|同|相当于|占|相对于|相较|相较于|对比)\s*{BASELINE}(?:影像|检查|ct|"
        r"mri)?(?:\s*(?:相?比较?|对比|的))?",
        rf"{BASELINE}\s*(?:相比|比较|对比|的(?=\s*[0-9约]))",
        rf"\(\s*(?:the\s+)?baseline\s*[:=]\s*(?:pre|before)[\s-]+{FIRST_SESSION}\s*\)|"
        rf"\(\s*(?:以)?(?:基线|基准)\s*(?:为|是|[:=])\s*{FIRST_SESSION}(?:术)?前\s*\)",
        rf"\(\s*{FIRST_SESSION}(?:术)?前为(?:基线|基准|100%)\s*\)",
        rf"(?:以|按){BASELINE}(?:为(?:基线|基准|参照|100%)|计|计算)",
        rf"(?P<below>小于|低于|缩小于|未超过)\s*{BASELINE}(?:水平)?",
        rf"(?P<below>(?:与|较|比)\s*{BASELINE}(?:相?比较?)?(?:仍|还|尚|要|略|稍|偏|明显)*(?:小|低)(?![结病占]))",
    ),
    term(
        Mark.OF_BASELINE,
        r"(?<![a-z])(?P<above>(?:increase[d]?|growth|grown|bigger|larger|up|rise)\s+(?:on|over|"
        r"from|vs\.?|(?:as\s+)?compared\s+(?:to|with)|relative\s+to)"
        rf"\s+{BASELINE}(?:\s+(?:sum|size))?)",
    ),
    # Before which session is not said.
    term(
        Mark.OF_BEFORE,
        r"(?<![a-z])(?:of|vs\.?|versus|than|from|compared\s+(?:to|with))\s+(?:pre|before)[\s-]*"
        rf"{TACE}",
        rf"(?:与|较|比|跟|同|相对于)\s*(?:{TACE})?\s*(?:术|治疗)前(?:\s*(?:相?比较?|对比|的))?",
    ),
    term(
        Mark.AT_BASELINE,
        rf"(?:(?<![a-z])at\s+)?{BASELINE}{_ALREADY}",
        r"(?<![a-z])(?:before|prior\s+to|pre|pre-dating|predating|predates|antedating)[\s-]*"
        rf"{TACE}(?!{NUMBERED})",
        rf"{TACE}\s*(?:术|治疗)?(?:之)?前{_ALREADY}",
        rf"(?<![a-z])pre{WORD_END}",
        rf"(?<![a-z])at\s+(?:the\s+)?(?:time\s+of\s+)?{FIRST_SESSION}|"
        rf"{FIRST_SESSION}(?:术)?时{_ALREADY}",
        r"(?:术|治疗|介入)(?:之)?前(?:已有|即有|就有|已存在|即存在|就存在|即已存在|即可见|已可见|"
        r"已见)",
    ),
    term(
        Mark.AT_BASELINE,
        rf"(?:{BASELINE}|(?<![a-z])pre[\s-]*(?:{TACE}|op|procedure|treatment)|(?<![a-z])before\s+"
        rf"{TACE}|{TACE}\s*(?:术|治疗)?前|(?:初诊|首诊)时?)\s*(?P<heading>:)",
    ),
    term(
        Mark.BEFORE_SESSION,
        r"(?:术|治疗|介入)前(?:评估|检查|化验|影像|(?:增强)?(?:mri?|ct))?\s*(?P<heading>:)",
    ),
    term(
        Mark.AT_BASELINE,
        r"(?:(?:初诊|首诊|初治|初次就诊)(?:时|即|当时)?|(?:确诊|诊断|发病|起病|就诊)(?:时|即|"
        rf"当时)){_ALREADY}",
    ),
    words(
        Mark.AT_BASELINE,
        """
        at dx | at time of diagnosis | since diagnosis | since dx | from diagnosis | dx
        at initial dx
        since presentation | from the outset | at first presentation | on first scan
        on baseline ct
        on baseline mri | baseline scan | on baseline imaging | on initial imaging | at diagnosis
        at presentation | on presentation | at initial diagnosis
        pre~existing | at first diagnosis | at the start | at outset | from the start | at onset
        原有 | 既有 | 初始
        """,
    ),
    term(Mark.NEW, rf"(?<=[月周天年])(?:后)?出现{WORD_END}"),
    words(
        Mark.NEW,
        """
        new | newly | de novo | new onset | newly developed | newly appeared | developed
        appeared | emerged
        新发 | 新出现 | 新增 | 新见 | 新生 | 新近出现 | 新发现 | 新
        """,
    ),
    term(
        Mark.SINCE_TACE,
        rf"(?<![a-z])(?P<appeared>since)\s+(?:the\s+)?(?:{FIRST_SESSION}|(?:(?:last|latest|"
        rf"previous|prior)\s+|{ORDINAL}\s+)?"
        rf"(?:{TACE}|session)(?:\s*#?\s*{COUNT})?(?![a-z0-9]|\s*[*(x]))",
        # What is counted or numbered is a session of its own.
        rf"(?<![a-z])(?:after|post|following)[\s-]*{TACE}(?!{NUMBERED})",
        rf"(?<![a-z])(?P<appeared>since)\s+{BASELINE}",
        rf"(?P<appeared>{FIRST_SESSION}\s*(?:后)?(?:以来|至今))",
        rf"之间(?P<appeared>(?:新?出现|发生){NO_LESION_ZH})",
        rf"(?<=[次术e])后(?P<appeared>(?:新?出现|发生){NO_LESION_ZH})",
        rf"{TACE}\s*(?:术|治疗)?后(?:\s*(?P<appeared>(?:新?出现|新发现|发生){NO_LESION_ZH}))?",
        rf"{TACE}\s*(?:术|治疗)?后\s*(?:[0-9]{{1,2}}|[一二三四五六半])\s*(?:天|周|个?月|年)余?后?"
        rf"(?P<appeared>(?:新?出现|发生){NO_LESION_ZH})",
        rf"术后(?P<appeared>(?:新?出现|新发现|发生){NO_LESION_ZH})",
    ),
    words(Mark.AGAIN, "again|再次|又|再"),
    term(Mark.AGAIN, rf"(?<![a-z])(?:another|one\s+more|an?\s+further|a\s+repeat)\s+(?={TACE})"),
    term(
        Mark.EACH,
        r"(?<![a-z])after\s+each\s+of\s+(?:the\s+)?last\s+(?:two|three|2|3)"
        rf"(?:\s+(?:{TACE}|sessions))?(?![a-z])",
    ),
    term(Mark.EACH, rf"(?:两|二|2)次(?:{TACE}|介入|治疗)?(?:术)?后(?=[^,;。]{{0,8}}(?:均|都))"),
    words(
        Mark.EACH,
        """
        each | each time | every | every time | consecutive | consecutively | successive
        all sessions | every session | in all sessions | at every session | all three sessions
        in every session | each session | both sessions | in both sessions | all procedures
        历次均 | 每次均 | 每次都 | 各次 | 每次tace | 历次tace | 每次治疗 | 各次tace | 每一次
        全部tace
        after both | both times | on both scans
        last two scans | last 2 scans | both scans | each scan | last two follow ups
        近两次 | 近两次复查 | 末两次复查 | 最近两次复查 | 连续两次复查 | 两次复查
        in all three | in all 3 | in all 2 | in all 4 | in all | all three | all 3 | all 4
        all of them
        after each | after each of the last two | after each of last two | after each of last 2
        after both sessions | each of the last two
        各 | 各行 | 各做
        每次 | 每次后 | 每次术后 | 连续 | 连续两次 | 连续2次 | 连续二次 | 历次 | 最近两次 | 末两次
        接连
        """,
    ),
    words(
        Mark.NOT_REFRACTORY,
        """
        not refractory | non~refractory | not diuretic resistant | not resistant
        diuretic responsive | responding to diuretics | responsive to diuretics
        非难治性 | 非难治 | 非顽固性 | 非顽固 | 不属难治性 | 对利尿剂敏感
        """,
    ),
    words(
        Mark.REFRACTORY,
        """
        refractory | diuretic resistant | diuretic refractory | intractable
        利尿剂抵抗 | 利尿剂无效 | 利尿剂抵抗性 | 难治 | 难治性 | 顽固 | 顽固性
        """,
    ),
    words(Mark.DIFFUSE, "diffuse|diffusely|diffuse type|弥漫|弥漫性|弥漫型|弥漫分布"),
    words(
        Mark.OLD,
        """
        known | persistent | persisting | persists | chronic | long standing | still | remains
        residual
        原 | 旧 | 仍 | 仍有 | 持续 | 持续存在
        """,
    ),
    words(
        Mark.OF_SMALLEST,
        """
        from nadir | vs nadir | versus nadir | above nadir | over nadir | nadir
        from best response | vs best response
        vs smallest | versus smallest | from smallest | above smallest | vs smallest sum
        from smallest sum
        较最小值 | 较最低点 | 较最小径 | 与最佳疗效时比 | 较最佳疗效
        """,
    ),
    words(
        Mark.GROWN,
        """
        progression of | growing | grown | grew | extending | extended | extension of | extension
        enlarging | enlarged | worsening | worse | increasing | larger | bigger
        增 | 增加 | 增加了 | 增大了 | 增长 | 增长了
        延伸 | 加重 | 蔓延 | 增多 | 扩大 | 增大
        """,
    ),
)
