"""Which scan a finding was read from: only contrast CT or MRI after TACE counts."""

from collections.abc import Iterator
from itertools import pairwise

from conversations.shorthand.claims import Claim
from conversations.shorthand.clauses.clause import NEGATIONS, Clause
from conversations.shorthand.groups.session_dates import line_dates
from conversations.shorthand.groups.sessions import number_of_sessions, session_number
from conversations.shorthand.kinds import NEUTRAL, Mark, Topic
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

_SESSIONS = (Topic.SESSIONS, Topic.SESSION_NUMBER)
_GIVEN = (Mark.TACE, Mark.SINCE_TACE, *_SESSIONS)

_ELSEWHERE_IN_THE_LIVER = (Mark.PLACE, Mark.NEW, Mark.OTHER_LESIONS, Topic.NEW_LESIONS)
"""Where TACE that is told of now, behind a response, was given since: "CR, now TACE to S2"."""

_FROM_A_SCAN = (
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


def scanned(line: Line) -> bool:
    """Return whether there has been a scan, and it was not only planned, or not done."""
    return any(
        clause.has(*_FROM_A_SCAN) and not clause.has(Mark.PLANNED) and not _no_scan(clause)
        for clause in line.clauses
    )


def _no_scan(clause: Clause) -> bool:
    """Return whether a scan is denied, and not what was looked for on it."""
    kinds = [each.kind for each in clause.tokens if each.kind not in NEUTRAL]
    return any(first in NEGATIONS and then is Mark.SCAN for first, then in pairwise(kinds))


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
        (Reason.EARLIER_SCAN, _before_last_tace(line) or before_more_tace(mention, line)),
        (Reason.NOT_CLEAR, bool(named) and latest is None),
        (Reason.EARLIER_SCAN, bool(named) and max(named) != latest),
    )


def before_more_tace(mention: Mention, line: Line) -> bool:
    """Return whether it is told again further on, or TACE was given after it."""
    return (
        line.superseded(mention)
        or _before_a_later_session(mention, line)
        or any(
            token.start > mention.head.end and not clause.has(Mark.PLANNED)
            for clause in line.clauses[mention.place :]
            for token in clause.all(*_GIVEN, Mark.RETREATED)
            if clause.has(Mark.AGAIN, Mark.RETREATED)
            or (mention.clause is not clause and clause.follows is Mark.THEN)
            or (clause.has(Mark.NOW) and clause.has(*_ELSEWHERE_IN_THE_LIVER))
        )
    )


def _before_a_later_session(mention: Mention, line: Line) -> bool:
    """Return whether it is told of after some TACE, and then that another one was given."""
    so_far = line.clauses[: mention.place + 1]
    after_some = any(each.has(Mark.SINCE_TACE) for each in so_far)
    named = any(each.has(Mark.LAST, *_SESSIONS) for each in so_far)
    return (
        after_some
        and not named
        and any(
            each.place > mention.place and session_number(each.head) > 1 and each.held() is None
            for each in line.of(Topic.SESSION_NUMBER)
        )
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
