"""mRECIST response of the target lesions, on the latest contrast scan, and of nothing else."""

import re
from collections.abc import Iterator

from conversations.shorthand.claims import Claim
from conversations.shorthand.clauses.clause import NEGATIONS
from conversations.shorthand.groups import invasion, new_lesions, spread, viability
from conversations.shorthand.groups.other_treatment import after_other_treatment
from conversations.shorthand.groups.scan import why_not_this_scan
from conversations.shorthand.kinds import NEUTRAL, Mark, Topic
from conversations.shorthand.lexing import Token
from conversations.shorthand.line import Line
from conversations.shorthand.mentions import Mention
from conversations.shorthand.understood import NoteKind, Reason, first_reason
from domain.facts.catalogue import TARGET_RESPONSE
from domain.facts.vocabulary import TargetResponse

_OTHER_FINDINGS = (Topic.INVASION, Topic.NOT_INVASION, Topic.SPREAD, Topic.SUSPECT_SITE)
_COURSE_OF_OTHERS = (
    Topic.INVASION,
    Topic.SPREAD,
    Topic.MARKER,
    Topic.NEW_LESIONS,
    Mark.OF_BASELINE,
)
"""Where progression is that of another finding, or has a fact of its own."""


def claims(line: Line) -> Iterator[Claim]:
    """Yield what the line says of the response."""
    for mention in line.of(Topic.RESPONSE):
        answer = category(mention.head)
        held = (
            mention.held()
            or why_not_this_scan(mention, line)
            or _other_response(mention, answer, line)
        )
        note = NoteKind.FOLLOWS_FROM_CR if answer is TargetResponse.CR else None
        yield Claim(TARGET_RESPONSE.name, *mention.span, answer, held, note)
    for mention in line.of(Topic.OTHER_RESPONSE):
        yield Claim(TARGET_RESPONSE.name, *mention.span, held=Reason.OTHER_CRITERIA)
    for mention in line.of(Topic.COURSE):
        if not mention.clause.has(*_COURSE_OF_OTHERS):
            yield _course(mention, line)


def category(head: Token) -> TargetResponse:
    """Return the category that a response names."""
    abbreviated = head.get("category")
    return TargetResponse(
        re.sub("[^A-Z]", "", abbreviated.upper()) if abbreviated else next(iter(head.values))
    )


def _other_response(mention: Mention, answer: TargetResponse, line: Line) -> Reason | None:
    """Return why this is not the mRECIST response of the target lesions to TACE."""
    clause = mention.clause
    return first_reason(
        (Reason.DENIED, mention.denied or _denied_too(mention, line)),
        (Reason.DOUBTFUL, _nearly(mention)),
        (Reason.OTHER_CRITERIA, not _by_mrecist(mention)),
        (
            Reason.NOT_TARGET,
            clause.has(Topic.TUMOR_COUNT)
            or _of_other_lesions(mention)
            or _of_another_finding(mention, line)
            or bool(mention.beside(Mark.OTHER_LESIONS)),
        ),
        (
            Reason.OTHER_TREATMENT,
            clause.has(Mark.SYSTEMIC) or after_other_treatment(mention, line),
        ),
    ) or (_no_pd(mention, line) if answer is TargetResponse.PD else _but_pd(mention, answer, line))


def _denied_too(mention: Mention, line: Line) -> bool:
    """Return whether a denial in front of another response goes on: "neither CR nor PR"."""
    in_front = [
        each
        for each in line.of(Topic.RESPONSE)
        if each.clause is mention.clause and each.head.end <= mention.head.start
    ]
    joined = any(each.kind in (Mark.OR, Mark.LIST) for each in mention.before)
    return joined and bool(in_front) and in_front[-1].denied


def _nearly(mention: Mention) -> bool:
    """Return whether the category is only approached; between two of them "~" is "to"."""
    first = mention.clause.all(Topic.RESPONSE)[0] is mention.head
    return first and any(each.kind is Mark.APPROX for each in mention.before[-1:])


def _of_other_lesions(mention: Mention) -> bool:
    """Return whether the response is that of non-target lesions, or of all.

    Among several in one clause, what stands in front of each says which, or else behind.
    """
    which = (Mark.TARGET, Mark.NOT_TARGET)
    first = mention.clause.in_front()
    in_front = any(each.kind in which for each in first)
    gap = mention.before if in_front else mention.after
    named = [each.kind for each in gap if each.kind in which]
    if len(mention.clause.all(Topic.RESPONSE)) == 1:
        target_in_front = any(each.kind is Mark.TARGET for each in mention.before)
        beside = bool(mention.beside(Mark.NOT_TARGET))
        return beside or (mention.clause.has(Mark.NOT_TARGET) and not target_in_front)
    return bool(named) and named[-1 if in_front else 0] is Mark.NOT_TARGET


def _of_another_finding(mention: Mention, line: Line) -> bool:
    """Return whether the response is that of a thrombus or metastasis: "PR of lung mets"."""
    beside = [each for each in line.mentions if each.clause is mention.clause]
    place = beside.index(mention)
    named = {each.kind for each in mention.before} <= NEUTRAL
    of = any(each.text in ("of", "by", "per") for each in mention.after)
    in_front = beside[:place][-1:] if named else []
    behind = beside[place + 1 :][:1] if of else []
    return any(
        not each.denied and (each.topic in _OTHER_FINDINGS or _only_named(each))
        for each in in_front + behind
    ) or any(each.topic is Topic.LIPIODOL for each in behind)


def _only_named(marker: Mention) -> bool:
    """Return whether a marker is named, and nothing said of it: "AFP CR"."""
    return marker.topic is Topic.MARKER and not marker.head.values


def _no_pd(mention: Mention, line: Line) -> Reason | None:
    """Return why PD may not be that of the target lesions."""
    clause = mention.clause
    no_progression = any("no" in each.head.values for each in line.of(Topic.COURSE))
    may_be_new = not clause.has(Mark.TARGET) and (
        something_may_be_new(line) or (clause.has(Mark.NEW) and not clause.has(*NEGATIONS))
    )
    return first_reason(
        (Reason.NOT_TARGET, may_be_new and (clause.has(Mark.BECAUSE) or _target_told(line))),
        (Reason.CONTRADICTION, no_progression),
        (Reason.MAY_BE_NEW_LESION, may_be_new),
    )


def _target_told(line: Line) -> bool:
    """Return whether the response of the target lesions is told as well."""
    return any(
        each.clause.has(Mark.TARGET) and not each.clause.has(Mark.NOT_TARGET)
        for each in line.of(Topic.RESPONSE)
    )


def _recurred_since(mention: Mention, line: Line) -> bool:
    """Return whether a recurrence is told, but as one for which TACE was given."""
    treated = max(
        (each.place for each in line.of(Topic.SESSIONS, Topic.SESSION_NUMBER)), default=-1
    )
    return any(
        clause.has(Mark.RECURRENCE)
        and not clause.has(Mark.NO_BEFORE, Mark.NO_EITHER, Mark.NO_AFTER)
        and not (place <= treated and place < mention.place)
        for place, clause in enumerate(line.clauses)
    )


def _but_pd(mention: Mention, answer: TargetResponse, line: Line) -> Reason | None:
    """Return what speaks against a response other than PD."""
    clause = mention.clause
    viable = viability.something_viable(line) or _recurred_since(mention, line)
    return first_reason(
        (Reason.CONTRADICTION, answer is TargetResponse.CR and viable),
        # Somewhat larger than at baseline may still be SD.
        (Reason.NOT_A_CATEGORY, clause.has(Mark.GROWN) and not clause.has(Mark.PERCENT)),
    )


def _by_mrecist(mention: Mention) -> bool:
    """Return whether the response is by mRECIST, where its clause names any criteria.

    Among several, those in front of the responses count, or else those behind.
    """
    criteria = (Mark.MRECIST, Mark.OTHER_CRITERIA)
    named = mention.clause.all(*criteria)
    if any(each.kind is Mark.MRECIST for each in named):
        first = mention.clause.all(Topic.RESPONSE)[0]
        in_front = named[0].start < first.start
        gap = mention.before if in_front else mention.after
        named = tuple(each for each in gap if each.kind in criteria)
        return bool(named) and all(each.kind is Mark.MRECIST for each in named)
    return not named


def something_may_be_new(line: Line) -> bool:
    """Return whether the line tells, even in doubt, of what could have made the overall PD."""
    return new_lesions.may_be_new(line) or invasion.may_be_new(line) or spread.may_be_new(line)


def _before_now(mention: Mention, line: Line) -> bool:
    """Return whether a response of now, or after a later session, is told further on."""
    return not mention.clause.has(Mark.NOW) and any(
        each.place > mention.place and each.clause.has(Mark.NOW, Topic.SESSION_NUMBER)
        for each in line.of(Topic.RESPONSE)
    )


def _course(mention: Mention, line: Line) -> Claim:
    """Return what progression in words, which is no category, leaves of the categories."""
    if mention.head.values or mention.denied:
        return Claim(TARGET_RESPONSE.name, *mention.span, held=Reason.DENIED, quiet=True)
    held = Reason.NOT_A_CATEGORY
    if mention.clause.has(Mark.NOT_TARGET) and not mention.clause.has(Mark.TARGET):
        held = Reason.NOT_TARGET
    elif mention.clause.has(Mark.SYSTEMIC):
        held = Reason.OTHER_TREATMENT
    elif mention.held() in (Reason.IN_THE_PAST, Reason.PLANNED) or _before_now(mention, line):
        held = Reason.IN_THE_PAST
    return Claim(TARGET_RESPONSE.name, *mention.span, TargetResponse.PD, held, quiet=True)
