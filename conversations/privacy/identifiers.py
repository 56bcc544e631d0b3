"""Recognises what looks like an identifier in a typed text, in both languages.

A case is findings, doses of none and numbers of few digits; an identifier is a long number,
a date of birth, or a name beside a number, a sex or a title. Missing one leaks a person;
a false alarm costs a clinician the line they typed. So each pattern asks for what a finding
never has.
"""

import re
from enum import StrEnum
from unicodedata import normalize


class Identifier(StrEnum):
    """What a text seems to hold."""

    ID_CARD = "id_card"
    PHONE = "phone"
    RECORD_NUMBER = "record_number"
    DATE_OF_BIRTH = "date_of_birth"
    NAME = "name"


_DATE = (
    r"(?:\d{4}\s?[-/.年]\s?\d{1,2}(?:\s?[-/.月]\s?(?:\d{1,2}\s?日?)?)?"
    r"|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}|\d{8})"
)
_SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚"
    "卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤"
)
# Words that begin with a character that is also a surname.
_NO_NAMES = "高危|方案|何时|任何|余均|余无|白蛋|金属|向心|万一|付费|何处|江湖|于是|方法|高龄|高度"
_NUMBER_AHEAD = r"(?:号|号码|no\.?|number|nr\.?|#|id)?\s*[:=#]?\s*[a-z]{0,3}-?\d{4,}"

_PATTERNS: tuple[tuple[Identifier, re.Pattern[str]], ...] = (
    (Identifier.ID_CARD, re.compile(r"(?<!\d)\d{17}[\dx](?![\da-z])")),
    (
        Identifier.PHONE,
        re.compile(
            r"(?<!\d)(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d)"
            r"|\+\d{1,3}[- ]?(?:\d[- ]?){7,12}(?!\d)"
            r"|(?:\b(?:phone|tel|mobile|cell)\b|电话|手机)\.?\s*(?:no\.?|号码?)?\s*[:=]?"
            r"\s*\+?\d[\d -]{5,}"
        ),
    ),
    (
        Identifier.RECORD_NUMBER,
        re.compile(
            r"\b(?:mrn|nhs|hospital|patient|medical record|admission|accession|record|case)\b"
            rf"\s*{_NUMBER_AHEAD}"
            r"|(?:住院|病历|病案|门诊|登记|就诊|影像|检查|身份证|医保|社保|床位|病人|患者)"
            r"\s*(?:号|号码|编号|id)\s*[:=]?\s*[a-z]{0,3}-?\d{2,}"
            r"|(?<![\d.])\d{9,}(?![\d.])"
        ),
    ),
    (
        Identifier.DATE_OF_BIRTH,
        re.compile(
            rf"\b(?:dob|d\.o\.b\.?|born(?: on)?|date of birth)\b\s*[:=]?\s*{_DATE}"
            rf"|(?:出生(?:日期|年月)?|生日)\s*[:=]?\s*{_DATE}|{_DATE}\s*(?:出生|生(?![存化长]))"
        ),
    ),
)
"""Matched against the text in small letters."""

_NAMES = re.compile(
    r"\b(?:[Nn]ame|NAME)\s*[:=]\s*\S"
    r"|\b(?:Mr|Mrs|Ms|Miss|Mister|Dr)\.?\s+[A-Z][a-z]+"
    r"|\b[A-Z][a-z]+,?\s+[A-Z][a-z]+,?\s+(?:[MmFf]\b|[Mm]ale|[Ff]emale|#?\d{6,})"
    r"|姓\s*名\s*[:=]?\s*[\u4e00-\u9fff]"
    rf"|(?<![\u4e00-\u9fff])(?:患者|病人)?(?!{_NO_NAMES})[{_SURNAMES}]"
    r"(?:[\u4e00-\u9fff某*×]{1,2}[,、\s]*(?:(?:男|女)性?(?=[,、;。\s\d]|$)|\d{5,})"
    r"|[\u4e00-\u9fff]{0,2}(?:先生|女士))"
)
"""Matched as written, since a name begins with a capital."""


def find_identifier(text: str) -> Identifier | None:
    """Return what kind of identifier a typed text seems to hold, `None` if none."""
    written = normalize("NFKC", text)
    small = written.casefold()
    for kind, pattern in _PATTERNS:
        if pattern.search(small):
            return kind
    return Identifier.NAME if _NAMES.search(written) else None
