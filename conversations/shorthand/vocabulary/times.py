"""Calendar dates and other words for a point in time."""

from conversations.shorthand.kinds import Mark
from conversations.shorthand.lexing import term, words

_YEAR = r"(?P<year>(?:19|20)[0-9]{2})"
_MONTH = r"(?P<month>0?[1-9]|1[0-2])"
_DAY = r"(?P<day>0?[1-9]|[12][0-9]|3[01])"
_REST_OF_MONTH = r"(?:uary|ruary|ch|il|e|y|ust|t|tember|ober|ember)?(?![a-z])\.?"
_MONTH_ALONE = rf"(?:jan|feb|mar|apr|jun|jul|aug|sep|oct|nov|dec){_REST_OF_MONTH}"
_ANY_MONTH = (
    rf"(?:{_MONTH_ALONE}|may(?![a-z]|\s+(?:be|have|well|need|represent|reflect|indicate)(?![a-z])))"
)
_MONTH_NAME = rf"(?P<month_name>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec){_REST_OF_MONTH}"

TERMS = (
    term(
        Mark.DATE,
        rf"(?<![0-9]){_YEAR}\s*[-/.]\s*{_MONTH}(?:\s*[-/.]\s*{_DAY})?(?![0-9])",
        rf"(?<![0-9]){_YEAR}\s*年\s*{_MONTH}\s*月(?:\s*{_DAY}\s*[日号])?(?:底|初|中)?",
        rf"(?<![a-z0-9])(?:{_DAY}(?:st|nd|rd|th)?\s+)?{_MONTH_NAME}\s*,?\s*{_YEAR}(?![0-9])",
        rf"(?<![a-z0-9]){_MONTH_NAME}\s+{_DAY}(?:st|nd|rd|th)?\s*,?\s+{_YEAR}(?![0-9])",
        rf"(?<![0-9/.-]){_MONTH}[/.-]{_YEAR}(?![0-9])",
        # Day and month may be either way round.
        r"(?<![0-9])[0-9]{1,2}[-/.][0-9]{1,2}[-/.](?:(?:19|20)[0-9]{2}|[0-9]{2})(?![0-9/])",
        r"(?<![0-9])[0-9]{1,2}[-/.][0-9]{2}(?![0-9/])(?<!/7)(?<!/12)(?<!/52)",
        r"(?<![0-9.])[0-9]{1,2}\s*月\s*[0-9]{1,2}\s*[日号]",
        r"(?<![0-9./])(?:19|20)[0-9]{2}(?![0-9/年]|\.[0-9])|(?:19|20)[0-9]{2}\s*年(?:底|初|中)?",
        # Without a year; "may" alone is a doubt.
        rf"(?<![a-z]){_ANY_MONTH}(?:\s*[/,&+]\s*{_ANY_MONTH}){{1,5}}(?:\s*(?:19|20)?[0-9]{{2}})?"
        r"(?![a-z0-9])",
        rf"(?<![a-z0-9])(?:[0-9]{{1,2}}(?:st|nd|rd|th)?\s+)?{_MONTH_ALONE}(?:\s+[0-9]{{1,2}}(?!"
        r"[0-9/]))?(?![a-z])",
    ),
    words(
        Mark.DATE,
        """
        yesterday | last week | last month | this week | this month | recently | recent
        昨日 | 昨天 | 上周 | 上月 | 上个月 | 本周 | 本月 | 近日 | 近期 | 今年 | 去年 | 前年
        """,
    ),
)
