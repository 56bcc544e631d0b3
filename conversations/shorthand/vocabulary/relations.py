"""What ties a finding to a session, a place of treatment or other lesions."""

from conversations.shorthand.fragments import TACE
from conversations.shorthand.kinds import Mark
from conversations.shorthand.lexing import term, words

TERMS = (
    term(Mark.TACE, TACE),
    words(Mark.RETREATED, "retreated|re treated|then repeated|补做|追加"),
    words(
        Mark.LAST,
        """
        last | latest | final | most recent | last session | latest session | last procedure
        last treatment | last one | most recent session
        末次 | 最后一次 | 最近一次 | 最近 | 末次治疗 | 末次手术 | 末次介入 | 末次介入术
        最近一次介入
        最后一次介入 | 末次栓塞
        """,
    ),
    term(
        Mark.LAST,
        rf"(?:(?<![a-z])(?:last|latest|final|most\s+recent)\s+|末次|最后一次|最近一次){TACE}",
        rf"(?:上次|上一次|前次)(?:{TACE}|介入|治疗)(?=\s*(?:术|治疗)?后)",
    ),
    words(
        Mark.AFTERWARDS,
        """
        s/p | status post | post | after | following | post~op | post~procedure | post~treatment
        距 | 距离 | 术后 | 后 | 之后 | 术后复发 | 治疗后 | 距今 | 距上次
        """,
    ),
    words(
        Mark.APPROX,
        """
        about | approx | approximately | around | roughly | circa | some
        约 | 大约 | 约为 | 左右 | 近
        """,
    ),
    term(Mark.APPROX, "~"),
    words(
        Mark.ELSEWHERE,
        """
        outside hospital | osh | elsewhere | other hospital | outside | another hospital
        at another centre | at another center | another centre | another center | overseas | abroad
        referring hospital | local hospital | dgh | peripheral hospital
        外院 | 院外 | 当地 | 当地医院 | 外地 | 外地医院 | 他院 | 上级医院 | 下级医院 | 外省
        """,
    ),
    term(
        Mark.OTHER_LESIONS,
        r"(?<![a-z])(?:other|another|different|separate|second|2nd)\s+(?:tumou?rs?|lesions?|"
        r"nodules?|hccs?|targets?)"
        r"(?![a-z])|另一(?:个|枚)?(?:肿瘤|病灶|结节)|其他(?:肿瘤|病灶|结节)",
    ),
    words(
        Mark.OTHER_LESIONS,
        """
        alternate lobes | alternating lobes | 左右叶交替
        different lesions | different lesion | other lesions | other lesion | another lesion
        separate lesions | each lobe | different targets | other lobe | staged | different segments
        different areas | separate tumours | separate tumors | different tumours | different tumors
        not the same lesion | not same lesion | not the same lesions | not same lesions
        不同病灶 | 其他病灶 | 另一病灶 | 不同部位 | 分次 | 左右叶 | 非同一病灶 | 其他部位 | 不同靶灶
        不同靶病灶 | 不是同一病灶 | 不同肝叶
        """,
    ),
    term(
        Mark.SAME_LESIONS,
        r"(?<![a-z])(?:the\s+)?same\s+(?:s(?:eg(?:ment)?)?\s*[1-8][ab]?\s+)?(?:target\s+)?"
        r"(?:lesions?|tumou?rs?|hccs?|targets?|nodules?)(?![a-z])",
        r"(?:同一|相同|同样)(?:批|个|枚)?(?:的)?(?:s?[1-8]段?)?(?:肝内)?(?:靶)?(?:病灶|肿瘤|部位|"
        r"结节|灶)|同病灶|(?:本|该|此|目前|当前)(?:个|枚)?(?:靶)?病灶",
        r"(?<![a-z])(?:this|current)\s+(?:target\s+)?(?:lesion|tumou?r|hcc|nodule)(?![a-z])",
    ),
    words(
        Mark.RECURRENCE,
        "recurrence|recurrent|recurred|recurs|recurrent hcc|复发|复发后|复发灶|术后复发",
    ),
)
