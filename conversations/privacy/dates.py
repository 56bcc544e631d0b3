"""Dates of birth, in both languages. Matched against the text in small letters.

A date with a word for birth is one; so is a whole date before 1990, when nobody had TACE whose
case is judged today.
"""

import re

_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
_WORDED = rf"\d{{1,2}}(?:st|nd|rd|th)?[-\s.]*{_MONTH}[-\s.,]*"
_DATE = (
    r"(?:\d{4}\s?[-/.年]\s?\d{1,2}(?:\s?[-/.月]\s?(?:\d{1,2}\s?[日号]?)?)?"
    r"|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}|\d{8})"
)
_LONG_AGO = r"19[0-8]\d"
_DAY = r"(?:0[1-9]|[12]\d|3[01])"

OF_BIRTH = re.compile(
    rf"(?:\bdob\b|\bd\.\s?o\.\s?b\b\.?|\b(?:date of birth|birth ?date|birthday|born)\b(?: on| in)?)"
    rf"\s*[:=]?\s*(?:\d|{_MONTH}\b)"
    rf"|\bb\.?\s*{_DATE}"
    rf"|(?:出生(?:日期|年月日?|时间|于)?|生日|生于)\s*[:=]?\s*\d|{_DATE}\s*(?:出生|生(?![存化长物]))"
    r"|(?:\d{2,4}|[〇零○一二三四五六七八九]{2,4})年(?:出生|生(?![存化长物]))"
    rf"|(?<!\d){_LONG_AGO}\s?(?:[-/.]\s?\d{{1,2}}\s?[-/.]\s?\d{{1,2}}(?!\d)|年\s?\d{{1,2}}\s?月)"
    rf"|(?<![\d.])\d{{1,2}}[-/.]\d{{1,2}}[-/.]{_LONG_AGO}(?!\d)|(?<!\d){_WORDED}{_LONG_AGO}(?!\d)"
    rf"|(?<!\d){_LONG_AGO}(?:0[1-9]|1[0-2]){_DAY}(?!\d)"
)
