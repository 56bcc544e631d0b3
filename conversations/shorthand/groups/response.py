"""mRECIST response of the target lesions, on the latest contrast scan, and of nothing else."""

import re
from collections.abc import Iterator

from conversations.shorthand.claims import Claim
from conversations.shorthand.clauses.clause import NEGATIONS
from conversations.shorthand.groups import invasion, new_lesions, spread, viability
from conversations.shorthand.groups.other_treatment import after_other_treatment
from conversations.shorthand.groups.scan import why_not_this_scan
from conversations.shorthand.kinds import NEUTRAL, Mark, Topic
from conversations.shorthand.lexing import Token, term, words
from conversations.shorthand.line import Line
from conversations.shorthand.mentions import Mention
from conversations.shorthand.understood import NoteKind, Reason, first_reason
from domain.facts.catalogue import TARGET_RESPONSE
from domain.facts.vocabulary import TargetResponse

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
