"""Which questions can still matter.

A fact is worth asking while some answer to it would change what is possible for some
criterion, or while it is a reason against TACE that was not checked.
"""

from dataclasses import dataclass

from conversations.consult.state import Consult
from conversations.questions.catalogue import QUESTIONS
from conversations.questions.question import Question
from domain.appraisal.appraise import Appraisal
from domain.facts.catalogue import TACE_SESSIONS
from domain.rules.definition import Status
from domain.unsuitability import REASONS

_REASON_FACTS = frozenset().union(*(condition.facts for condition in REASONS.values()))


def worth_asking(consult: Consult, appraisal: Appraisal) -> frozenset[str]:
    """Return the open facts of which an answer can still matter."""
    deciding = {
        fact
        for finding in appraisal.definitions.values()
        for criterion in finding.criteria
        for fact in criterion.missing
    }
    return frozenset(fact for fact in deciding | _REASON_FACTS if consult.is_open(fact))


def open_questions(consult: Consult, worth: frozenset[str]) -> tuple[Question, ...]:
    """Return the questions that ask for something of `worth`, in clinical order."""
    known = consult.case.known
    return tuple(
        question
        for question in QUESTIONS
        if not worth.isdisjoint(question.facts) and question.once.truth(known)
    )


@dataclass(frozen=True)
class Progress:
    """Where in the consult a question stands: its number, and how many may follow at most."""

    number: int
    at_most_left: int


def may_be_asked(consult: Consult, appraisal: Appraisal) -> frozenset[str]:
    """Return the open facts that could still be worth asking, whatever is answered meanwhile.

    What an open criterion reads can matter once others are known, unless its trial was unfair
    already and only that reads it; what only settled ones read never will.
    """
    known = consult.case.known
    read: set[str] = set()
    for finding in appraisal.definitions.values():
        for each in finding.criteria:
            if each.status is Status.UNKNOWN:
                read |= each.criterion.failure.facts | {TACE_SESSIONS.name}
                if each.criterion.trial.truth(known) is not False:
                    read |= each.criterion.trial.facts
    return frozenset(fact for fact in read | _REASON_FACTS if consult.is_open(fact))


def progress(question: Question, consult: Consult, candidates: frozenset[str]) -> Progress:
    """Return the place of a question among those asked and those that may follow.

    `candidates` are the facts that may yet be asked. A question that waits for another's answer
    counts as following until that answer rules it out, so the count never turns out too small.
    """
    place = QUESTIONS.index(question)
    known = consult.case.known
    left = [
        each
        for each in QUESTIONS
        if each is not question
        and not candidates.isdisjoint(each.facts)
        and each.once.truth(known) is not False
    ]
    return Progress(1 + len(asked_before(place, consult)), len(left))


def asked_before(place: int, consult: Consult) -> tuple[Question, ...]:
    """Return the questions in front of `place` that were answered or set aside."""
    dealt_with = consult.case.answers.keys() | consult.not_known
    return tuple(
        question for question in QUESTIONS[:place] if not dealt_with.isdisjoint(question.facts)
    )
