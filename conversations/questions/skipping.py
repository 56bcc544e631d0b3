"""Which questions were skipped, and why no answer to them could matter."""

from dataclasses import dataclass
from enum import StrEnum

from conversations.consult.state import Consult
from conversations.questions.catalogue import QUESTIONS
from conversations.questions.relevance import may_be_asked
from domain.appraisal.appraise import Appraisal
from domain.appraisal.findings import CriterionFinding
from domain.appraisal.grounds import deciding_facts
from domain.facts.catalogue import TACE_SESSIONS, in_catalogue_order
from domain.rules.definition import Status


class SkipReason(StrEnum):
    """Why a fact was not asked for."""

    IMPLIED = "implied"
    """Its answer follows from others."""
    SETTLED = "settled"
    """Every criterion that reads it is settled by others."""
    WAITS = "waits"
    """It makes sense only after another answer, which was not given."""


@dataclass(frozen=True)
class Skipped:
    """A fact that was not asked for, and the facts because of which."""

    fact: str
    reason: SkipReason
    because_of: tuple[str, ...]


def skipped(consult: Consult, appraisal: Appraisal, worth: frozenset[str]) -> tuple[Skipped, ...]:
    """Return the facts that were passed over, in the order of the questions.

    `worth` are the facts still worth asking: of those only the ones that wait for another
    answer are passed over.
    """
    found = []
    later = may_be_asked(consult, appraisal)
    for question in QUESTIONS:
        waits = question.once.truth(consult.case.known) is not True
        for fact in question.facts:
            if fact in consult.case.implied:
                reason, because_of = SkipReason.IMPLIED, _implying(fact, consult)
            elif not consult.is_open(fact):
                continue
            elif fact in later - worth and (awaited := _awaited(fact, appraisal)):
                reason, because_of = SkipReason.WAITS, awaited
            elif fact not in worth:
                reason, because_of = SkipReason.SETTLED, _settling(fact, consult, appraisal)
            elif waits:
                reason, because_of = SkipReason.WAITS, in_catalogue_order(question.once.facts)
            else:
                continue
            found.append(Skipped(fact, reason, because_of))
    return tuple(found)


def _implying(fact: str, consult: Consult) -> tuple[str, ...]:
    """Return the answers from which `fact` follows: without one of them it would not."""
    answers = consult.case.answers
    return tuple(
        name
        for name in answers
        if fact
        not in type(consult.case)
        .model_validate({other: value for other, value in answers.items() if other != name})
        .implied
    )


def _settling(fact: str, consult: Consult, appraisal: Appraisal) -> tuple[str, ...]:
    """Return the facts that settled, or left pointless to ask about, every criterion reading it."""
    reading = [
        criterion
        for finding in appraisal.definitions.values()
        for criterion in finding.criteria
        if fact in criterion.criterion.facts
    ]
    return in_catalogue_order(
        {each for criterion in reading for each in _grounds(criterion, consult)}
    )


def _awaited(fact: str, appraisal: Appraisal) -> tuple[str, ...]:
    """Return the facts that the criteria reading `fact` need to know before it."""
    missing = {
        name
        for finding in appraisal.definitions.values()
        for criterion in finding.criteria
        if fact in criterion.criterion.facts | {TACE_SESSIONS.name}
        for name in criterion.missing
    }
    return in_catalogue_order(missing - {fact})


def _grounds(criterion: CriterionFinding, consult: Consult) -> tuple[str, ...]:
    if criterion.status is Status.UNKNOWN:
        # Still open, but whatever was answered already leaves this fact without weight.
        read = criterion.criterion.facts | {TACE_SESSIONS.name}
        return tuple(read & consult.case.answers.keys())
    return deciding_facts(criterion, consult.case)
