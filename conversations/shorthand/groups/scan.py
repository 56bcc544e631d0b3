"""Which scan a finding was read from: only contrast CT or MRI after TACE counts."""

from collections.abc import Iterator

from conversations.shorthand.claims import Claim
from conversations.shorthand.groups.session_dates import line_dates
from conversations.shorthand.groups.sessions import number_of_sessions, session_number
from conversations.shorthand.kinds import Mark, Topic
from conversations.shorthand.lexing import term, words
from conversations.shorthand.line import Line
from conversations.shorthand.mentions import Mention
from conversations.shorthand.understood import Reason, first_reason
from domain.facts.catalogue import IMAGING_TIMING

ULTRASOUND = (
    *("us", "ultrasound", "uss", "ceus", "doppler", "b mode"),
    *("b超", "超声", "彩超", "超声造影"),
)

TERMS = (
    words(
        Topic.NO_CONTRAST,
        """
        no contrast given | contrast not used | with no contrast | no iv contrast
        without iv contrast | non~con | non~contrast | non~con ct | non~contrast ct
        non~contrast mri | noncon
        noncon ct | non~enhanced ct | unenhanced | unenhanced ct | plain ct | without contrast
        ct without contrast | w/o contrast | no contrast | ncct | non~con mri | plain mri
        contrast not given | ct平扫 | mri平扫
        平扫 | 平扫ct | 平扫mri | 未增强 | 未做增强 | 未行增强 | 无增强 | 没有增强 | 未打造影剂
        腹部平扫 | 平扫磁共振 | 非增强 | 非增强ct | 非增强mri
        """,
    ),
    term(Mark.SCAN, r"(?:ct|mri)?平扫\s*[+及和、&/加]\s*(?:动态)?增强(?:扫描)?(?:ct|mri)?"),
    words(
        Topic.OTHER_SCAN,
        """
        ultrasound | uss | ceus | doppler | dsa | angiogram | angiography | b mode | b超
        超声 | 彩超 | 超声造影
        """,
    ),
    term(Topic.OTHER_SCAN, r"(?<![a-z])us(?![a-z])", typed="US"),
    words(Mark.WHOLE_BODY, "pet|pet ct|pet/ct|fdg pet|petct|全身pet"),
    words(
        Topic.NO_SCAN,
        """
        no imaging since | no scan since | not imaged since | not scanned since
        no follow up imaging
        no follow up imaging since | no imaging since last | never rescanned | not rescanned
        未复查影像 | 一直未复查 | 未再复查 | 没复查 | 一直没复查
        no scan yet | no mri yet | no ct yet | no imaging yet | not yet scanned | scan pending
        mri pending | ct pending | imaging pending | awaiting mri | awaiting ct | awaiting scan
        awaiting imaging | no post tace imaging | not yet imaged | no follow up scan
        尚未复查 | 未复查 | 待复查 | 尚未行增强 | 未行增强mri | 未行增强ct | 还没复查 | 没有复查
        尚未增强 | 复查未做 | 尚未影像复查
        """,
    ),
)

FROM_A_SCAN = (
    Mark.SCAN,
    Topic.RESPONSE,
    Topic.OTHER_RESPONSE,
    Topic.VIABILITY,
    Topic.NEW_LESIONS,
)
"""What shows that there has been a scan."""


def claims(line: Line) -> Iterator[Claim]:
    """Yield that a scan was none by which TACE can be judged."""
    for mention in line.of(Topic.NO_CONTRAST, Topic.NO_SCAN, Topic.OTHER_SCAN):
        why = Reason.NO_SCAN if mention.topic is Topic.NO_SCAN else Reason.NO_CONTRAST
        yield Claim(IMAGING_TIMING.name, *mention.span, held=why)


def why_not_this_scan(mention: Mention, line: Line) -> Reason | None:
    """Return why a finding was not read from the latest contrast scan after TACE."""
    clause = mention.clause
    other_scan = clause.has(Topic.OTHER_SCAN, Mark.WHOLE_BODY) and not clause.has(Mark.SCAN)
    latest = number_of_sessions(line)
    named = [session_number(each) for each in clause.all(Topic.SESSION_NUMBER)]
    return first_reason(
        (Reason.NO_SCAN, not clause.has(Mark.SCAN) and _not_scanned(mention, line)),
        (Reason.NO_CONTRAST, other_scan or _without_contrast(mention, line)),
        (Reason.IN_THE_PAST, clause.has(Mark.AT_BASELINE)),
        (Reason.EARLIER_SCAN, _before_last_tace(line)),
        (Reason.NOT_CLEAR, bool(named) and latest is None),
        (Reason.EARLIER_SCAN, bool(named) and max(named) != latest),
    )


def _not_scanned(mention: Mention, line: Line) -> bool:
    """Return whether there was no scan; "no scan since then" is no such thing."""
    return any(
        not (each.place > mention.place and each.clause.has(Mark.AFTERWARDS))
        for each in line.of(Topic.NO_SCAN)
    )


def _before_last_tace(line: Line) -> bool:
    """Return whether the dates have the scan before the last TACE."""
    dates = line_dates(line)
    return bool(dates.last and dates.scan and dates.scan.last < dates.last.first)


def _without_contrast(mention: Mention, line: Line) -> bool:
    """Return whether no contrast was given, unless that is said of another scan."""
    own_scan = mention.clause.has(Mark.SCAN)
    return any(
        each.clause is mention.clause or not (own_scan and _names_a_scan(each.head.text))
        for each in line.of(Topic.NO_CONTRAST)
    )


def _names_a_scan(text: str) -> bool:
    return any(each in text for each in ("ct", "mr", "平扫"))
