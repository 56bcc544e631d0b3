"""Numbers that stand for a person, in both languages. Matched against text in small letters."""

import re

ID_CARD = re.compile(
    r"(?<!\d)(?:\d{17}|\d{6}[- ](?:19|20)\d{6}[- ]?\d{3})[\dx](?![\da-z])"
    r"|(?<![a-z\d])[stfgm]\d{7}[a-z](?![a-z\d])|(?<![\d-])\d{3}-\d{2}-\d{4}(?![\d-])"
)
"""Chinese cards, those of Singapore, and social security numbers."""

PHONE = re.compile(
    r"(?<!\d)(?:(?:\+|00)?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d)"
    r"|(?:\b(?:phone|tel|telephone|mobile|cell|contact)\b|电话|手机|联系方式)"
    r"\.?\s*(?:no\.?|number|号码?)?\s*[:=]?\s*\+?\(?\d[\d ()-]{5,}"
)
"""Chinese mobiles wherever they stand, and what a word calls a telephone number."""

PHONE_ALONE = re.compile(
    r"(?:\+|(?<!\d)00)[1-9]\d{0,2}[- ]?(?:\(\d{1,4}\)[- ]?)?(?:\d[- ]?){6,12}(?!\d)"
    r"|(?<![\d.,-])\(?0\d{2,4}\)?[- ]?\d{3,4}[- ]?\d{3,4}(?![\d.])"
    r"|(?<![\d.,-])(?:\([2-9]\d{2}\) ?|[2-9]\d{2}([-.]))\d{3}(?(1)\1|[-. ])\d{4}(?![\d.])"
)
"""Numbers with a country's or an area's prefix, where no finding was left standing."""

_TITLED = (
    r"\b(?:mrn|uhid|urn|ssn|nric)\b\.?\s*(?:no\.?|number|#)?"
    r"|\b(?:nhs|hosp(?:ital)?|patient|pt|medical record|record|admission|accession|case|file|chart"
    r"|study|id|card|ref(?:erence)?|reg(?:istration)?)\b\.?\s*(?:(?:no|number|nr|id)\b\.?|#)"
)
_CALLED = r"\b(?:nhs|hosp(?:ital)?|patient|pt|admission|accession|record|case|id|ref)\b\.?"
_CHINESE = (
    r"(?:住院|病历|病案|门诊|登记|就诊|诊疗|影像|检查|放射|病理|身份证|医保|社保|档案|病人|患者"
    r"|就诊卡|医保卡|ct|mri?|片|id)\s*(?:号码?|编号|id)"
)
RECORD = re.compile(
    rf"(?:{_TITLED})\s*[:=]?\s*(?:[a-z]{{1,4}}\d?[-/]?)?\d(?:[ /-]?\d){{2,}}"
    rf"|{_CALLED}\s*[:=]?\s*[a-z]{{0,3}}-?\d{{5,}}"
    rf"|{_CHINESE}\s*[:=]?\s*[a-z]{{0,4}}-?\d{{2,}}|床位?(?:号|编号)\s*[:=]?\s*\d"
)
"""A number with what it is a number of."""

LONG = re.compile(
    r"(?<![a-z\d.])(?:[a-z]{1,3}-?\d{6,}|\d{7,}|\d{3}[- ]\d{3}[- ][02-9]\d{3})(?!\.?\d|[a-z])"
)
"""A number longer than any finding's, where no finding was left standing."""

_VALUE = r"\d{1,7}(?:\.\d+)?(?!\d)"
_FIRST_VALUE = r"\d{1,9}(?:\.\d+)?(?!\d)"
_FINDINGS = re.compile(
    r"(?:afp|甲胎(?:蛋白)?|pivka(?:[- ]?(?:ii|2))?|dcp|异常凝血酶原|ca ?19-?9|cea|dna)"
    rf"[^\d,;。]{{0,12}}{_FIRST_VALUE}(?:(?:[\s→↑↓~–—/,、=>-]|to\b|then\b|[升降]至)+{_VALUE})*"
    rf"|{_VALUE}\s*(?:ng|mau|[μu]g|m?iu)\b"
    r"|(?<!\d)20\d\d\s?[-/.年]\s?\d{1,2}(?:\s?[-/.月]\s?\d{1,2}(?!\d)[日号]?)?"
    r"|(?<!\d)20\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?!\d)"
)


def without_findings(small: str) -> str:
    """Return a text without its marker values and the days of this century."""
    return _FINDINGS.sub("*", small)
