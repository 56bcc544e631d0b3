"""Words around findings that change nothing about them: places, dates, scans, small talk.

Only words that can neither deny, doubt, postpone nor transfer a finding belong here: a
finding beside a word that is in no list is not recorded.
"""

from conversations.shorthand.fragments import TACE
from conversations.shorthand.kinds import Mark
from conversations.shorthand.lexing import term, words

_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\.?"
_YEAR = r"(?:19|20)[0-9]{2}"
_SEGMENT = r"(?:[1-8][ab]?|i{1,3}v?|iv[ab]?|vi{0,3})"

TERMS = (
    term(Mark.TACE, TACE),
    term(
        Mark.DATE,
        rf"(?<![0-9]){_YEAR}\s*[-/.]\s*[0-9]{{1,2}}(?:\s*[-/.]\s*[0-9]{{1,2}})?(?![0-9])",
        rf"(?<![0-9])(?:[0-9]{{1,2}}[-/.])?[0-9]{{1,2}}[-/.](?:{_YEAR}|[0-9]{{2}}(?![0-9/]))(?![0-9])"
        r"(?<!/7)(?<!/12)(?<!/52)",
        rf"{_YEAR}\s*年(?:\s*[0-9]{{1,2}}\s*月(?:\s*[0-9]{{1,2}}\s*[日号])?)?(?:底|初|中)?",
        r"(?<![0-9.])[0-9]{1,2}\s*月\s*[0-9]{1,2}\s*[日号]",
        rf"(?<![a-z])(?:[0-9]{{1,2}}\s+)?{_MONTH}\s*(?:[0-9]{{1,2}}(?![0-9/]))?,?\s*(?:{_YEAR})(?![0-9])",
        rf"(?<![0-9./]){_YEAR}(?![0-9./年])",
    ),
    term(
        Mark.PLACE,
        rf"(?<![a-z])(?:segments?|segs?|s)\.?\s*{_SEGMENT}(?:\s*(?:[/&-]|and)\s*s?{_SEGMENT}){{0,6}}"
        r"(?![a-z0-9])",
        rf"(?:肝)?s?{_SEGMENT}(?:\s*[/、-]\s*s?{_SEGMENT}){{0,6}}\s*段",
        r"(?:肝)?(?:左|右)(?:肝|内|外|前|后)?叶(?:上段|下段|前段|后段)?|尾状?叶|(?:左|右)肝",
        r"(?<![a-z])(?:right|left|caudate|treated)\s+lobe(?![a-z])|(?<![a-z])(?:rt|lt|r|l)\s+lobe(?![a-z])",
    ),
    term(
        Mark.FILLER,
        r"(?<![0-9.])[0-9]{1,2}(?:\.[0-9]{1,2})?(?:\s*[*x]\s*[0-9]{1,2}(?:\.[0-9]{1,2})?){0,2}\s*"
        r"(?:cm|mm|厘米|毫米|公分)(?![a-z0-9])",
        r"(?:before|prior\s+to)\s+(?:the\s+)?next(?:\s+(?:session|procedure|tace))?",
        r"下次\s*(?:tace)?\s*(?:术|治疗)?前",
        r"(?<![a-z])f/?u(?![a-z])",
    ),
    words(
        Mark.SCAN,
        """
        mri | ct | cect | ce mri | ce ct | cemri | mdct | ct tap | ct cap | ct abdomen | ct scan
        mri scan | multiphase ct | multiphasic ct | dynamic ct | dynamic mri | triphasic ct
        4 phase ct | contrast mri | contrast ct | contrast enhanced mri | contrast enhanced ct
        primovist mri | eob mri | gd eob mri | scan | scans | imaging | ct增强 | mri增强
        增强mri | 增强ct | 增强磁共振 | 磁共振 | 核磁 | 增强核磁 | 复查 | 影像 | 影像学 | 增强
        增强扫描 | 普美显 | 上腹部增强ct | 上腹部增强mri | 肝脏增强mri | 肝脏增强ct | 动态增强
        """,
    ),
    term(Mark.SCAN, r"(?<![a-z])mr(?![a-z])", typed="MR"),
    words(
        Mark.LIVER_ONLY,
        """
        liver mri | liver ct | liver only | abdominal ct | abdominal mri | ct abdo
        仅查肝脏 | 仅上腹部 | 肝脏mri | 肝脏ct | 上腹部ct | 上腹部mri | 上腹部
        """,
    ),
    words(
        Mark.NO_CHEST,
        """
        chest not imaged | no chest imaging | no chest ct | chest ct pending | chest not done
        chest ct not done | chest not scanned
        未查胸部 | 胸部未查 | 未行胸部ct | 未做胸部ct | 胸部ct未查 | 胸部ct未做 | 胸部ct待查
        """,
    ),
    words(
        Mark.LAST,
        """
        last | latest | final | most recent | last session | latest session | last procedure
        last treatment
        末次 | 最后一次 | 最近一次 | 最近 | 末次治疗 | 末次手术
        """,
    ),
    term(
        Mark.LAST,
        rf"(?:(?<![a-z])(?:last|latest|final|most\s+recent)\s+|末次|最后一次|最近一次){TACE}",
    ),
    words(
        Mark.AFTERWARDS,
        """
        s/p | status post | post | after | following | post~op
        距 | 距离 | 术后 | 后 | 之后 | 术后复发 | 治疗后
        """,
    ),
    words(
        Mark.APPROX,
        """
        about | approx | approximately | around | roughly | circa
        约 | 大约 | 约为 | 左右 | 近
        """,
    ),
    term(Mark.APPROX, "~"),
    words(
        Mark.ELSEWHERE,
        """
        outside hospital | osh | elsewhere | other hospital | outside
        外院 | 院外 | 当地 | 当地医院 | 外地 | 外地医院 | 他院
        """,
    ),
    words(
        Mark.FILLER,
        """
        here | in house | at our center | at our centre | our hospital
        本院 | 我院 | 我科
        """,
    ),
    words(
        Mark.OTHER_LESIONS,
        """
        different lesions | different lesion | other lesions | other lesion | another lesion
        separate lesions | each lobe | different targets | other lobe | staged
        不同病灶 | 其他病灶 | 另一病灶 | 不同部位 | 分次 | 左右叶 | 非同一病灶
        """,
    ),
    words(
        Mark.FILLER,
        """
        intent | aim | a | an | the | of | on | in | at | @ | by | per | as | is | was | are
        were | be | been | has | had | have | and then | from | to | for | via | shows | showed
        showing | shown | demonstrates | demonstrated | reveals | revealed | seen | noted | found
        finding | findings | done | performed | underwent | undergone | received | receiving
        given | completed | got | patient | pt is | patients | hcc | liver | hepatic
        hepatocellular carcinoma | hepatoma | cancer | carcinoma | tumor | tumour | tumors
        tumours | lesion | lesions | disease | nodule mass | mass | report | reported | reporting
        reads | read | says | summary | case | assessment | score | grade | class | stage
        current | so far | to date | total | in total | tolerated | well | sessions | session
        procedure | procedures | treatment | treatments | treated with | therapy | course | it
        its | he | she | his | her | they | we | i | who | which | there | this | that | these
        also | only | just | same lesions | same lesion | same target | same targets
        arterial phase | arterial | follow up | followup | rha | lha | cha | dome | portal phase
        washout | aphe | standard | cbct | cone beam ct | dsa guided | angio | in a row
        unresectable | inoperable | intermediate | multiphase | w | w/ | x ray | ok | fine | good
        clinically | clinic | ward | tumor board | tumour board | mdt | bedside | so | then
        later | when | while | during | evaluation | review | confirmed | since last
        since last scan | since prior | radiology | radiologist | deb | dsm | ctace
        患者 | 病人 | 已查 | 查 | 检查 | 联合 | 供血动脉 | 供血血管 | 血管 | 肝癌 | 原发性肝癌
        肝细胞癌 | 肝细胞肝癌 | 肝 | 肝脏 | 肿瘤 | 病灶 | 病变 | 灶 | 癌 | 术 | 治疗 | 治疗后 | 行
        已行 | 予 | 给予 | 接受 | 做 | 做了 | 做的 | 已 | 已做 | 共 | 共计 | 总共 | 累计 | 为 | 是
        示 | 显示 | 提示 | 报告 | 报告示 | 见 | 的 | 了 | 在 | 于 | 至 | 到 | 及其 | 其中 | 同一
        同一病灶 | 同一批病灶 | 同一靶病灶 | 经 | 由 | 按 | 对 | 其 | 该 | 此 | 一直 | 评估 | 评价
        评效 | 较前 | 较上次 | 疗效 | 疗效评价 | 疗效评估 | 结果 | 分级 | 评分 | 级 | 分 | 期
        动脉期 | 门脉期 | 延迟期 | 门诊 | 住院 | 随访 | 术中 | 造影 | 介入科 | 会诊 | 病例 | 诊断
        诊断为 | 确诊 | 入院 | 局部 | 肝内 | 段 | 周围 | 边缘 | 内 | 处 | 枚 | 个 | 次 | 全程
        顺利 | 良好 | 一般情况 | 一般情况可 | 一般情况良好 | 情况 | 时 | 年 | 月 | 日 | 天 | 主诉
        就诊 | 现病史 | 连续性 | 单 | 小 | 小病灶 | 大 | 直径 | 最大径 | 其余 | 余 | 余无特殊
        影像学示 | 目的
        """,
    ),
)
