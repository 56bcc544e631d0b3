"""Contrast CT and MRI, and what says how far a scan reached."""

from conversations.shorthand.fragments import ORDINAL, TACE
from conversations.shorthand.kinds import Mark
from conversations.shorthand.lexing import term, words

_CONTRAST = (
    r"(?:contrast(?:[\s-]+enhanced)?|enhanced|ce|dynamic|multi-?phas(?:e|ic)|tri-?phas(?:e|ic)|"
    r"tri-?ple[\s-]+phase|(?:4|3|four|three)[\s-]*phas(?:e|ic)|quadriphasic|primovist|eovist|"
    r"gadoxetate|gadoxetic(?:\s+acid)?|"
    r"(?:gd[\s-]*)?eob(?:[\s-]*dtpa)?|gad(?:olinium)?|hepatobiliary|liver[\s-]+protocol)"
)

TERMS = (
    term(
        Mark.SCAN,
        rf"(?<![a-z]){_CONTRAST}[\s-]+(?:liver[\s-]+)?(?:ct|mri|mr|mdct|scan|"
        r"imaging)(?:\s+(?:liver|abdomen|abdo|scan))?(?![a-z])",
        r"(?<![a-z])(?:ct|mri|mr)\s+(?:liver|abdomen|abdo|ap|a/p)?\s*(?:\(\s*)?(?:with|w/?|"
        r"\+)\s*(?:iv\s+)?"
        r"(?:contrast|gad(?:olinium)?)(?![a-z])(?:\s*\))?",
        r"(?<![a-z])(?:ct|mri|mr)[\s,(]*(?:liver\s+)?(?:contrast[\s-]+enhanced|multi-?phas(?:e|"
        r"ic)|tri-?phas(?:e|ic)|"
        r"(?:4|3|four|three)[\s-]*phas(?:e|ic))(?![a-z])",
        r"(?:ct|mri|mr|磁共振|增强)\s*[+/&和及、]\s*(?:胸部|肺部?|chest)\s*(?:平扫|"
        r"薄层)?(?:ct)?(?![a-z])",
        r"(?:三|多|双|四)期(?:增强)?(?:ct|mri|mr)(?:增强)?",
        # Chest, abdomen and pelvis.
        r"(?<![a-z])(?:in\s+(?:the\s+)?)?chest\s*,?\s*abdo(?:men)?\s*,?\s*(?:and|or|&|"
        r"/)?\s*pelvis(?![a-z])|头?(?:颈)?胸腹盆(?:腔|部)?|胸部及(?:全)?腹部",
        r"(?<![a-z])(?:ce[\s-]?)?ct\s*(?:(?:brain|head|neck)[\s,/&+-]*)?(?:tap|cap|thorax|"
        r"chest)[\s,/&+-]*(?:and\s+)?(?:abdo(?:men)?"
        r")?[\s,/&+-]*(?:and\s+)?(?:pelvis)?"
        r"(?<=tap|cap|men|bdo|vis)(?![a-z])",
        r"胸[部]?[、/及+和]?(?:全)?腹[部]?[、/及+和]?(?:盆腔?)?(?:部)?(?:增强)?ct(?:增强)?|"
        r"胸腹(?:盆)?(?:部)?(?:增强)?ct(?:增强)?",
        r"(?:上腹部?|肝脏?|腹部|全腹)?(?:ct|mri|mr|磁共振|核磁)?(?:平扫\s*[+及和、&/加]\s*)?(?:多"
        r"期|三期|动态|普美显|薄层)?增强"
        r"(?:扫描)?(?:ct|mri|mr|磁共振|核磁)?(?:扫描|检查)?",
    ),
    term(
        Mark.SCAN,
        rf"{ORDINAL}\s+(?:post[\s-]*{TACE}|post[\s-]?procedure|follow[\s-]?up|surveillance|"
        r"interval)\s+(?:ct|mri|mr|scan)(?![a-z])",
    ),
    words(
        Mark.SCAN,
        """
        staging ct | staging mri | staging scan | staging | mri | ct | cect | cemri | mdct | ct scan
        cts | mris | mri scan | scan | scans | scanned
        imaging | imaged | cross sectional imaging | ct tap | ct cap | ct chest abdo pelvis
        restaging | restaging scan | surveillance scan | restaging ct | restaging mri
        磁共振 | 核磁 | 复查 | 复查ct | 复查mri | 复查mr | 影像 | 影像学 | 影像学检查 | 普美显
        片子 | 复查片子
        """,
    ),
    term(Mark.SCAN, r"(?<![a-z])mr(?![a-z])", typed="MR"),
    term(
        Mark.SCAN,
        r"(?<![a-z])(?:before|prior\s+to)\s+(?:this|the|today'?s|current)\s+(?:mri|ct|"
        r"scan)(?![a-z])",
    ),
    term(Mark.FILLER, rf"{ORDINAL}(?=\s+(?:mri|ct|mr|scan)(?![a-z]))"),
    words(
        Mark.SCAN,
        "with contrast | contrast given | post contrast | with iv contrast | contrast enhanced",
    ),
    words(
        Mark.LIVER_ONLY,
        """
        liver mri | liver ct | liver only | abdominal ct | abdominal mri | ct abdo | ct abdomen
        mri liver | ct liver | mri abdomen | upper abdomen
        仅查肝脏 | 仅上腹部 | 肝脏mri | 肝脏ct | 上腹部ct | 上腹部mri | 上腹部 | 上腹ct | 上腹mri
        腹部ct
        腹部mri | 上腹部mr
        """,
    ),
    term(
        Mark.NO_CHEST,
        r"(?:仅|只)(?:有|行|做|查|做了|查了)?(?:上?腹部?|肝脏?)(?:增强)?(?:mri|ct|mr|磁共振)",
        r"(?<![a-z])only\s+(?:liver|abdominal|upper\s+abdominal)\s+(?:mri|ct)(?![a-z])",
    ),
    words(
        Mark.NO_CHEST,
        """
        chest not imaged | no chest imaging | no chest ct | chest ct pending | chest not done
        chest ct not done | chest not scanned | chest not yet imaged | chest not included
        chest not covered | no ct chest | ct chest not done | ct chest pending
        chest imaging pending
        chest imaging not done | no thoracic imaging | without chest imaging | chest not assessed
        liver mri only | liver ct only | liver only scan | abdominal imaging only | abdomen only
        mri liver only | ct abdomen only | in the field of view | in field of view | within the fov
        in imaged field | upper abdomen only | chest ct awaited | awaiting chest ct
        awaiting ct chest
        未查胸部 | 胸部未查 | 未行胸部ct | 未做胸部ct | 胸部ct未查 | 胸部ct未做 | 胸部ct待查
        未查胸部ct | 肺部未查 | 未查肺部 | 未查肺 | 肺未查 | 胸部未做 | 胸部ct未行 | 胸部未行ct
        胸部未评估
        仅查上腹部 | 仅查肝脏 | 仅查腹部 | 仅查上腹 | 只查上腹部 | 只查肝脏 | 只查了肝脏
        只查了上腹部
        仅行上腹部 | 仅行肝脏 | 只做了上腹部 | 只做了肝脏 | 仅做上腹部 | 仅做肝脏 | 扫描范围内
        所见范围内
        扫及范围内 | 未扫胸部 | 胸部未扫 | 胸部尚未检查 | 胸部未检查 | 未检查胸部 | 胸片未做
        未做胸部检查
        """,
    ),
)
