"""The words for the response, for the criteria it is judged by, and for whose it is."""

from conversations.shorthand.kinds import Mark, Topic
from conversations.shorthand.lexing import term, words

_ABBREVIATED = r"(?:cr|pr|sd|pd)"
_NOT_OTHERWISE = (
    rf"(?![a-z0-9]|-(?!{_ABBREVIATED}(?![a-z]))[a-z0-9]|\s*\u00b1"
    r"|[ ]*[0-9]+(?:\.[0-9]+)?(?!\s*[-/]?\s*(?:d|w|m|周|个月|天)|\s*/\s*[0-9]|[0-9.]))"
)
"""No protein, catheter, pulse rate or standard deviation: a number behind it is a duration."""

_RESPONSE = (
    r"(?:(?:radiolog(?:ic|ical)|radiographic|tumou?r|objective)\s+)?(?:response|responder|"
    r"remission|resp)"
)

TERMS = (
    term(
        Topic.RESPONSE,
        rf"(?<![a-z0-9])(?<!er/)(?P<category>{_ABBREVIATED}){_NOT_OTHERWISE}",
        typed=r"[^a-z]{2}|[^A-Z]{2}",
    ),
    term(
        Topic.RESPONSE,
        r"(?<![a-z0-9.])(?P<category>(?:c\.\s?r|p\.\s?r|p\.\s?d|s\.\s?d))\.?(?![a-z0-9.])",
        typed=r"[^a-z]+",
    ),
    term(
        Topic.RESPONSE,
        rf"(?P<CR>(?<![a-z])complete\s+{_RESPONSE}(?![a-z])|完全缓解)|(?P<PR>(?<![a-z])partial\s+"
        rf"{_RESPONSE}(?![a-z])|部分缓解)|"
        r"(?P<SD>(?<![a-z])stable\s+(?:disease|dz)(?![a-z])|疾病稳定)|(?P<PD>(?<![a-z])progressiv"
        r"e\s+(?:disease|dz)(?![a-z])|疾病进展)",
    ),
    term(
        Topic.OTHER_RESPONSE,
        r"(?<![a-z])(?:lr|li-?rads)[\s-]*tr(?![a-z])(?:\s*[:-]?\s*(?:category\s*)?(?:non-?\s*viabl"
        r"e|viable|"
        r"equivocal|non-?\s*progressing|non-?evaluable|[nve](?![a-z])))?(?:\s*(?:存活|活性|"
        r"无活性|不存活))?",
        r"(?<![a-z])lr-?[1-5m](?![a-z0-9])",
    ),
    words(
        Topic.COURSE,
        """
        progression | progressed | progressing | disease progression | tumor progression
        progress | tumour progression | relapse | relapsed | regrowth | local recurrence
        local progression
        进展 | 病情进展 | 肿瘤进展 | 影像进展 | 局部进展 | 原位复发 | 局部复发 | 边缘复发
        病灶增大
        """,
    ),
    term(
        Topic.COURSE,
        r"(?<![a-z])(?P<no_response>(?:no|without)\s+(?:objective\s+|radiological\s+|"
        r"tumou?r\s+)?response|non-?\s?responders?)(?![a-z])|"
        r"(?P<no_response_zh>未见缓解|未缓解|无缓解|无效|无应答|无反应)",
    ),
    words(
        Mark.THING,
        """
        response | responses | tumour response | tumor response | treatment response
        response assessment | radiological response
        疗效 | 疗效评价 | 疗效评估
        """,
    ),
    term(
        Topic.COURSE,
        r"(?P<no>(?<![a-z])(?:no|without)\s+(?:disease\s+|tumou?r\s+)?progression(?![a-z])|[未无]"
        r"进展)",
    ),
    words(Mark.MRECIST, "mrecist|m recist|modified recist|改良recist"),
    term(
        Mark.OTHER_CRITERIA,
        r"(?<![a-z])(?:i|im|ir)?recist(?:\s*v?\s*1\.[01])?(?![a-z])",
        r"(?<![a-z])(?:q?easl|choi|who\s+criteria|recicl|percist)(?![a-z])",
    ),
    words(
        Mark.TARGET,
        """
        target | targets | target lesion | target lesions | treated lesion | treated lesions
        treated | index lesion | index lesions
        靶 | 靶病灶 | 靶灶 | 靶病变 | 已治疗病灶 | 治疗病灶 | 原病灶 | 治疗靶病灶 | 肝内靶病灶
        """,
    ),
    term(Mark.NOT_TARGET, rf"总(?=\s*{_ABBREVIATED}(?![a-z]))"),
    words(
        Mark.NOT_TARGET,
        """
        non~target | nontarget lesions | non target lesions | overall | overall response
        extrahepatic | remnant | untreated | untreated lesion | untreated lesions
        非靶 | 非靶病灶 | 非靶灶 | 总体 | 整体 | 总疗效 | 综合疗效 | 肝外病灶
        """,
    ),
)
