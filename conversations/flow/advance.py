"""The transition function: where an action leads from a consult.

It is total: every action on every consult leads to a screen. Whatever is answered, the
consult goes on with the first question that is still open and can still matter, and ends
with the report.
"""

from dataclasses import dataclass, replace
from typing import assert_never

from conversations.consult.state import Amended, Consult
from conversations.flow.actions import (
    Action,
    Back,
    Give,
    GiveSums,
    GiveUsual,
    NoScanYet,
    Open,
    Restart,
    SetAside,
)
from conversations.flow.hearing import Heard
from conversations.flow.remarks import Remark, RemarkKind
from conversations.flow.views import NEXT, Page, View
from conversations.helpers.sums import assess_tenths
from conversations.questions.catalogue import (
    NEEDS_A_SCAN,
    QUESTION_OF,
    QUESTIONS,
    STAGING_QUESTIONS,
    facts_of,
)
from conversations.questions.relevance import asked_before, worth_asking
from domain.appraisal.appraise import appraise
from domain.calculators.mrecist import TargetAssessment
from domain.facts.admissibility import ContradictoryCaseError
from domain.facts.catalogue import (
    PROGRESSED_FROM_BASELINE,
    TARGET_RESPONSE,
    in_catalogue_order,
)


@dataclass(frozen=True)
class Turn:
    """A consult, what to show of it, and what to say about the step that led there.

    `heard` is the line of shorthand that was typed, if that was the step.
    """

    consult: Consult
    view: View = NEXT
    remarks: tuple[Remark, ...] = ()
    heard: Heard | None = None


def advance(consult: Consult, action: Action) -> Turn:  # noqa: PLR0911 - one for each action
    """Return where the action leads."""
    match action:
        case Give(fact, answer):
            try:
                return _turn(consult.answering(fact, answer), _next_after(fact))
            except ContradictoryCaseError as error:
                return refuse(consult, fact, error)
        case GiveUsual(question):
            return _give_usual(consult, question)
        case SetAside(subject):
            aside = consult.setting_aside(*_to_set_aside(consult, subject))
            return _turn(aside, _next_after(subject))
        case NoScanYet():
            turn = _turn(consult.setting_aside(*NEEDS_A_SCAN))
            noted = Remark(RemarkKind.NO_SCAN_YET, NEEDS_A_SCAN)
            return replace(turn, remarks=(noted, *turn.remarks))
        case Open(view):
            return Turn(consult, view)
        case Back(subject):
            return Turn(consult, _before(consult, subject))
        case GiveSums(before, smallest, now):
            return _give_sums(consult, assess_tenths(before, smallest, now))
        case Restart():
            return Turn(Consult())
        case _:
            assert_never(action)


def refuse(consult: Consult, fact: str, error: ContradictoryCaseError) -> Turn:
    """Return the question again, with what the refused answer to `fact` contradicts."""
    others = tuple(each for each in error.facts if each != fact)
    return Turn(
        consult, View(Page.QUESTION, fact), (Remark(RemarkKind.CONTRADICTS, (fact, *others)),)
    )


def _give_usual(consult: Consult, question: str) -> Turn:
    usual = QUESTION_OF[facts_of(question)[0]].usual
    worth = worth_asking(consult, appraise(consult.case))
    answered = [fact for fact in usual if fact in worth]
    if not answered:
        return Turn(consult, remarks=(Remark(RemarkKind.ALREADY_ANSWERED, tuple(usual)),))
    for fact in answered:
        consult = consult.answering(fact, usual[fact]).consult
    return Turn(consult)


def _to_set_aside(consult: Consult, subject: str) -> tuple[str, ...]:
    """Return a fact itself; of a question with several, those that its screen still asks for."""
    facts = facts_of(subject)
    if len(facts) == 1:
        return facts
    worth = worth_asking(consult, appraise(consult.case))
    return tuple(fact for fact in facts if fact in worth)


def _give_sums(consult: Consult, found: TargetAssessment) -> Turn:
    try:
        amended = consult.answering(TARGET_RESPONSE.name, found.response)
    except ContradictoryCaseError as error:
        return refuse(consult, TARGET_RESPONSE.name, error)
    dropped = set(amended.dropped)
    if found.progressed_from_baseline is not None:
        again = amended.consult.answering(
            PROGRESSED_FROM_BASELINE.name, found.progressed_from_baseline
        )
        dropped = (dropped | set(again.dropped)) - {PROGRESSED_FROM_BASELINE.name}
        amended = again
    return _turn(Amended(amended.consult, in_catalogue_order(dropped)))


def _before(consult: Consult, subject: str) -> View:
    """Return the question dealt with before this one; from the first, that one itself."""
    question = QUESTION_OF[facts_of(subject)[0]]
    if subject != question.id:
        return View(Page.QUESTION, question.id)
    place = QUESTIONS.index(question) if question in QUESTIONS else len(QUESTIONS)
    earlier = asked_before(place, consult)
    return View(Page.QUESTION, earlier[-1].id if earlier else question.id)


def _turn(amended: Amended, view: View = NEXT) -> Turn:
    remarks = (Remark(RemarkKind.DROPPED, amended.dropped),) if amended.dropped else ()
    return Turn(amended.consult, view, remarks)


def _next_after(subject: str) -> View:
    """Return what follows an answer: what is next, or the stage for which it was given."""
    for_staging = QUESTION_OF[facts_of(subject)[0]] in STAGING_QUESTIONS
    return View(Page.STAGING) if for_staging else NEXT
