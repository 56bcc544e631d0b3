"""The words in which sessions are counted, and what is counted in their place."""

from conversations.shorthand.fragments import AT_END, COUNT, ORDINAL, RANGE, TACE, phrases
from conversations.shorthand.kinds import Mark, Topic
from conversations.shorthand.lexing import term

_TIMES = (
    r"(?:次|回|周期|疗程|程|(?:times?|sessions?|cycles?|rounds?|procedures?|courses?|"
    r"treatments?)(?![a-z]))"
)
_SAID_OF_TACE = (
    r"(?:\s*(?:术后|治疗后|治疗史|术|治疗|史|次数|(?:sessions?|procedures?|treatments?|done|"
    r"performed|completed)(?![a-z]))){0,3}"
)
_TOTAL = (
    r"(?:共计|共行|共做|共|总共|总计|累计|总(?=\s*[0-9一二三四五六])|n\s*=|"
    r"(?:a\s+)?total(?:\s+of)?(?![a-z]))"
)
_LINK = rf"\s*[:=-]?\s*(?:(?P<total>{_TOTAL})|已行|已做|行|做了|做)?\s*"
_OF = (
    r"\s*(?:[*x]|次|(?:times?|sessions?|cycles?|rounds?|courses?|procedures?)(?:\s+of)?(?![a-z]))?"
    r"\s*(?:的|(?:prior|previous|prev|past|earlier|consecutive|successive|repeat)(?![a-z])|"
    r"连续)?\s*"
)
_NO_UNIT = (
    r"(?!\s*(?:[-/]?\s*(?:d|w|wk|wks|weeks?|mo|months?|days?|cm|mm)(?![a-z])|周|天|个月|月|/))"
)
_WHOLE_WORD = r"(?:\s*(?:sessions?|procedures?|cycles?|treatments?)(?![a-z]))?"
_MORE = r"(?:[<>≤≥]\s*|(?:at\s+least|more\s+than|up\s+to|over)\s+|至少|超过|不少于|多于)"
_FEW = rf"{COUNT}{RANGE}[*x]?{COUNT}(?!\s*/)"
_SEVERAL = (
    r"(?:多次|数次|若干次|几次|反复|"
    + phrases("""
        multiple | several | many | numerous | repeated | serial | some | a few | few
        """)
    + ")"
)
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
_ABLATION = phrases(
    """
    rfa | mwa | rf ablation | radiofrequency ablation | microwave ablation | ablation | ablated
    pei | cryoablation | resection | resected | hepatectomy | hepatectomised | surgery
    transplanted | transplant | transplantation | olt | ldlt
    射频 | 射频消融 | 微波 | 微波消融 | 消融 | 氩氦刀 | 冷冻消融 | 肝切除 | 切除 | 切除术
    肝癌切除 | 肝部分切除 | 肝移植 | 移植 | 肝癌术 | 手术切除 | 根治性切除 | 根治术 | 根治性手术
    根治性消融 | 手术
    """
)
_NOT_TACE = (
    rf"(?:{TACE}\s*[-+/&]\s*)?(?:"
    + phrases(
        """
        haic | folfox~haic | haic folfox | cyberknife | stereotactic | radiation | pbt | taci | tai
        tae | bland embolization | bland embolisation | tare
        sirt | y90 | y-90 | radioembolization | radioembolisation | sbrt | ebrt | radiotherapy
        rt | proton
        肝动脉灌注化疗 | 肝动脉灌注 | 灌注化疗 | 肝动脉栓塞 | 放疗 | 放射治疗
        粒子 | 粒子植入 | 碘125 | 质子 | 化疗 | 立体定向放疗 | 伽马刀 | 钇90
        """
    )
    + rf"|(?<![a-z])i-?125(?![0-9])|(?P<any>介入(?:治疗|术|手术)?))(?:\s*[-+/&]\s*{TACE})?"
)

TERMS = (
    # Behind these words a number is the session's own.
    term(
        Topic.SESSION_NUMBER,
        r"(?:(?<=after\s)|(?<=post\s)|(?<=post-)|(?<=since\s)|(?<=following\s)|(?<=at\s)|"
        rf"(?<=during\s)|(?<=between\s)|(?<=and\s)){TACE}\s*"
        rf"(?:(?:#|no\.?|number)\s*)?(?P<count>{COUNT})(?!\s*(?:/|[-\s]?(?:d|w|m|x|days?|wks?|"
        r"weeks?|months?|mths?|times?|sessions?)(?![a-z])|[0-9%]))",
    ),
    term(
        Topic.SESSIONS,
        rf"(?P<name>{TACE}){_SAID_OF_TACE}{_LINK}[*x]\s*(?P<count>{COUNT})(?:\s*{_TIMES})?",
        rf"(?P<name>{TACE}){_SAID_OF_TACE}{_LINK}(?P<count>{COUNT})\s*{_TIMES}",
        rf"(?P<name>{TACE}){_SAID_OF_TACE}{_LINK}(?P<count>{COUNT})\s*[*x](?![a-z0-9])",
        rf"(?P<name>{TACE}){_SAID_OF_TACE}\s*\(\s*[*x]?\s*(?P<count>{COUNT})\s*{_TIMES}?\s*\)",
        rf"(?P<name>{TACE})\s*[:=-]?\s*(?P<count>{COUNT}){AT_END}",
        rf"(?P<name>{TACE}){_SAID_OF_TACE}\s*(?P<count>once|twice|thrice)(?![a-z])",
        rf"(?<![a-z0-9./#-])(?:(?P<total>{_TOTAL})\s*)?(?P<count>{COUNT}){_OF}(?P<name>{TACE})"
        rf"{_WHOLE_WORD}",
        rf"[*x]\s*(?P<count>{COUNT})\s*(?P<name>{TACE}){_WHOLE_WORD}",
        # "2 cTACE, 1 DEB"
        rf"(?:(?<=tace,)|(?<=tace\+)|(?<=tace,\s))(?P<count>{COUNT})\s*(?P<name>deb|dem|drug[\s-]eluting)(?={AT_END})",
        rf"(?P<name>{TACE})\s*(?:治疗|手术)?(?:总)?次数\s*[:=为]?\s*(?P<count>{COUNT}){AT_END}",
        rf"(?<![a-z])(?:no\.?|number)\s+of\s+(?P<name>{TACE})(?:\s*(?:sessions?|"
        rf"procedures?))?\s*[:=]?\s*(?P<count>{COUNT})",
        rf"单次(?P<name>{TACE})",
        r"(?<![a-z])(?:(?:first|1st)\s+and\s+only|only\s+one|"
        rf"one\s+and\s+only)\s+(?P<name>{TACE})(?![a-z])",
        rf"(?<![a-z])(?:a\s+|one\s+)?single\s+(?:session\s+of\s+)?(?P<name>{TACE}){_WHOLE_WORD}"
        r"(?![a-z])",
    ),
    term(
        Mark.NOT_GIVEN,
        r"(?:仅|只)(?:做了?|行了?|予)?(?:血管|肝动脉)?(?:造影|灌注)(?:未栓塞)?|未(?:能|行|予)?栓塞|"
        rf"{COUNT}\s*次(?:失败|未成功|中止|终止|放弃)|(?:失败|中止|未成功)\s*{COUNT}\s*次|"
        r"(?:手术|操作)未成功",
        rf"(?<![a-z])(?:{COUNT}|last|first)\s+(?:(?:one|of\s+(?:them|these|which)|session)\s+)?"
        r"(?:was\s+|were\s+)?(?:failed|aborted|abandoned|unsuccessful|not\s+completed)(?![a-z])",
        r"(?<![a-z])(?:(?:diagnostic\s+)?angiogra(?:m|phy)|infusion)\s+only(?![a-z])|(?<![a-z])only"
        r"\s+(?:an?\s+)?(?:diagnostic\s+)?angiogra(?:m|phy)(?![a-z])|(?<![a-z])diagnostic"
        r"\s+angiogra(?:m|phy)(?![a-z])|(?<![a-z])(?:not\s+emboli[sz]ed|"
        r"no\s+emboli[sz]ation)(?![a-z])",
        # What is not among those counted; what was one of something else.
        rf"(?:不含|不包括|不计|未计)[\u4e00-\u9fff]{{0,4}}(?=\s*{COUNT}\s*次)|(?<![a-z])not\s+"
        r"(?:counting|including)(?![a-z])",
        rf"(?:其中\s*{COUNT}\s*次|(?:首次|末次|最后一次))(?:为|是|系)\s*(?={_NOT_TACE})",
        rf"(?<![a-z])(?:(?:last|first|second|third)\s+one|{COUNT}\s+of\s+(?:them|these|which))"
        rf"\s+(?:was\s+|were\s+|being\s+)?(?={_NOT_TACE})",
    ),
    term(
        Topic.SESSION_NUMBER,
        # Without a sign in between, "TACE 12 Mar" is a day.
        rf"{TACE}\s*#?\s*(?P<count>{COUNT})(?=\s*[:(]?\s*(?:[0-9]{{1,2}}[/.-][0-9]|(?:19|"
        rf"20)[0-9]{{2}})|\s*[:(]\s*{_MONTH})",
        rf"{TACE}\s*#\s*(?P<count>{COUNT})(?=\s*{_MONTH})",
        rf"{TACE}\s*#?\s*(?P<count>{COUNT})(?=\s*:?\s*(?:mrecist\s*)?(?:cr|pr|sd|pd)(?![a-z])|"
        r"\s+(?:(?:done|given)\s+)?(?:yesterday|today|last\s+(?:week|month)|this\s+week)(?![a-z]))",
        rf"{TACE}\s*#?\s*(?P<listed>[1-9](?:\s*(?:,|and|&|/)\s*(?:and\s+)?#?[1-9]){{0,4}}\s*(?:,|"
        r"and|&)\s*(?:and\s+)?#?(?P<count>[1-9]))(?![0-9/])(?!\s*(?:d|w|m|周|月|天|个))",
        # "TACE 2/3" may be two of three, or a day.
        rf"{TACE}\s*#?\s*(?P<listed>(?:[1-9]\s*/\s*){{2,5}}(?P<count>[1-9]))(?![0-9/])(?!\s*(?:d|w|m|"
        r"周|月|天|个))(?<!/7)",
        r"(?<![0-9./])(?P<listed>[1-9](?:st|nd|rd|th)(?:\s*(?:,|and|&|/)\s*(?:and\s+)?[1-9]"
        r"(?:st|nd|rd|th)){0,4}\s*(?:,|and|&|/)\s*(?:and\s+)?(?P<count>[1-9])(?:st|nd|rd|th))"
        rf"\s+(?:{TACE}|sessions?)(?![a-z])",
        r"第\s*(?P<listed>[1-9一二三四五六](?:\s*[、,和及与]\s*(?:第\s*)?[1-9一二三四五六]"
        rf"){{0,4}}\s*[、,和及与]\s*(?:第\s*)?(?P<count>[1-9一二三四五六]))\s*次(?:{TACE})?",
        rf"(?<![a-z])(?:session|procedure)\s*(?:#|no\.?)?\s*(?P<count>{COUNT})(?![0-9/])",
        rf"(?<![a-z0-9])#\s?(?P<count>{COUNT})(?![0-9/])",
        r"(?<![0-9./])(?P<nth>[0-9]{1,2})(?:st|nd|rd|th)(?=\s*(?:$|[():,;]|\.(?![0-9])|(?:19|"
        r"20)[0-9]{2}|[0-9]{1,2}[-/.][0-9]|[0-9]{1,2}\s*(?:d|w|m|days?|weeks?|wks?|"
        r"months?)(?![a-z])|(?:mrecist|cr|pr|sd|pd|jan|feb|mar|apr|jun|"
        r"jul|aug|sep|oct|nov|dec)))",
        rf"{ORDINAL}\s*(?:session\s+of\s+)?{TACE}{_WHOLE_WORD}(?![a-z])",
        rf"{ORDINAL}\s+(?:session|procedure|one)(?![a-z])",
        rf"第\s*(?P<count>{COUNT})\s*次\s*{TACE}",
        rf"第\s*(?P<count>{COUNT})\s*次(?=\s*(?:[、,及和与:]|术|治疗|介入|后|改|换|用|因|行|"
        r"mrecist|cr|pr|sd|pd|$))",
        rf"{TACE}\s*(?:#|no\.?\s*|number\s*|session\s*#?\s*|第)\s*(?P<count>{COUNT})(?:\s*次)?"
        r"(?!\s*(?:天|日|周|月|个|年))",
        rf"首次{TACE}|首次(?=术后)",
    ),
    term(
        Topic.COUNT,
        rf"(?:(?P<total>{_TOTAL})\s*)?(?P<count>{COUNT})\s*(?P<times>{_TIMES})",
        rf"(?<![a-z])[*x]\s*(?P<count>{COUNT})",
        rf"(?<![a-z0-9.])(?P<count>{COUNT})\s+(?P<total>in\s+all|in\s+total|all\s+told|altogether)"
        r"(?![a-z])",
        rf"(?<![a-z0-9])(?P<count>{COUNT})\s+(?P<times>(?:were\s+|was\s+|done\s+)?(?:here|"
        r"in[\s-]?house|locally|elsewhere|with\s+us|in\s+(?:19|20)[0-9]{{2}}|at\s+(?:osh|"
        r"an?\s+outside|other|our|this|"
        r"another|dgh)))(?![a-z])",
        r"(?<![a-z])(?P<count>once|twice|thrice)(?![a-z])",
        rf"(?<![a-z0-9./])(?P<count>{COUNT})(?=\s+(?:to|for|on)\s+(?:the\s+|a\s+)?(?:same|this|new|other|"
        r"another|index|right|left|caudate|seg|s[1-8])(?![a-z]))",
        r"(?<![a-z])(?:a\s+)?single\s+(?P<times>session)(?![a-z])",
    ),
    term(
        Topic.SESSIONS_INEXACT,
        rf"{TACE}\s*#?\s*{COUNT}\s*(?:of|out\s+of)\s+{COUNT}|"
        rf"{TACE}\s*#?\s*{COUNT}\s*\(\s*of\s+{COUNT}\s*\)",
        rf"{TACE}{_SAID_OF_TACE}{_LINK}[*x]?\s*{COUNT}\s*\+\s*{COUNT}(?:\s*{_TIMES})?(?![0-9a-z])",
        rf"{TACE}{_SAID_OF_TACE}{_LINK}[*x]?\s*{_MORE}?{_FEW}{_NO_UNIT}(?:\s*{_TIMES})?",
        rf"{TACE}{_SAID_OF_TACE}{_LINK}[*x]?\s*{_MORE}{COUNT}(?:\s*{_TIMES})?",
        rf"{TACE}{_SAID_OF_TACE}{_LINK}[*x]?\s*{COUNT}\s*(?:\+|余|多|plus)(?!\s*[a-z0-9])(?:\s*次"
        r")?",
        rf"{TACE}{_SAID_OF_TACE}{_LINK}[*x]?\s*{COUNT}\s*次?(?:及)?(?:以上|以内|以下)",
        rf"(?:{TACE}\s*[*x]\s*)?{COUNT}(?:\s+{TACE}|\s+sessions?)?\s+or\s+(?:more|fewer)(?:\s+{TACE})?"
        r"(?![a-z])",
        rf"(?:{_MORE}{COUNT}|{_FEW}|{COUNT}\s*(?:\+|余|多)){_OF}{TACE}{_WHOLE_WORD}",
    ),
    term(
        Topic.SESSIONS_INEXACT,
        rf"{TACE}{_SAID_OF_TACE}\s*[*x]?\s*(?P<several>{_SEVERAL})(?:\s*(?:times|"
        r"sessions?)(?![a-z]))?",
        rf"(?P<several>{_SEVERAL})\s*(?:的|(?:cycles|rounds|sessions|courses)\s+of\s+|previous\s+|"
        rf"prior\s+)?\s*{TACE}{_WHOLE_WORD}",
    ),
    term(
        Topic.NO_SESSION,
        rf"(?<![a-z])no\s+(?:prior|previous)\s+{TACE}(?![a-z])",
        rf"(?<![a-z])(?:no|never\s+had|has\s+not\s+had|not\s+had)\s+(?:any\s+)?{TACE}"
        rf"(?:\s+(?:yet|so\s+far|to\s+date))?{AT_END}",
        rf"{TACE}[\s-]+na[i\u00ef]ve(?![a-z])",
        rf"(?:尚未|从未|未曾|未)(?:行|做|接受)?过?{TACE}(?:术|治疗)?{AT_END}",
        rf"(?:既往)?无{TACE}(?:治疗)?史",
    ),
    term(
        Topic.NOT_TACE,
        rf"(?:{COUNT}{_OF})?{_NOT_TACE}{_SAID_OF_TACE}(?:{_LINK}(?:[*x]\s*{COUNT}|"
        rf"{COUNT}\s*{_TIMES}))?",
    ),
    term(
        Topic.ABLATION,
        rf"(?:{COUNT}\s*(?:次|x|\*)?\s*)?{_ABLATION}(?:术)?(?:\s*(?:[*x]\s*{COUNT}|{COUNT}\s*次))?",
    ),
)
