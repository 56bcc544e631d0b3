"""What a line claims of each fact, and which of it can be recorded."""

from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from itertools import combinations, product

from conversations.shorthand.understood import NoteKind, Reason
from domain.facts.admissibility import contradictions
from domain.facts.catalogue import FACTS
from domain.facts.fact import Answer
from domain.facts.implication import known_from

_OF_SOMETHING_ELSE = frozenset(
    {
        Reason.IN_THE_PAST,
        Reason.PLANNED,
        Reason.NOT_UNDERSTOOD,
        Reason.NOT_NEEDED,
        Reason.NO_NUMBER,
        Reason.COUNT_OF_WHAT,
        Reason.NOT_TACE,
        Reason.OTHER_CRITERIA,
        Reason.NOT_TARGET,
        Reason.EARLIER_SCAN,
        Reason.OTHER_TREATMENT,
        Reason.PERCENT_OF_WHAT,
        Reason.NECROSIS,
        Reason.LIPIODOL,
        Reason.BASELINE_OR_SMALLEST,
        Reason.NOT_VASCULAR_INVASION,
        Reason.SINCE_WHEN,
        Reason.ONE_PLACE_ONLY,
        Reason.SYSTEMIC_DRUG,
        Reason.STANDARD_NOT_SAID,
        Reason.DONE_ELSEWHERE,
        Reason.DENIED,
        Reason.NOT_ECOG,
        Reason.BILIRUBIN,
        Reason.IN_JUNE,
        Reason.NEW_OF_WHAT,
        Reason.NOT_SAID_AGAIN,
    }
)
"""Reasons that leave what else is said of the fact alone. Any other one disputes it."""


@dataclass(frozen=True)
class Claim:
    """What some words of the line say of a fact.

    `answer` is `None` where they name no answer. A claim that is `held` is not recorded;
    `quiet` ones are not worth telling once the fact is recorded from other words.
    """

    fact: str | None
    start: int
    end: int
    answer: Answer | None = None
    held: Reason | None = None
    note: NoteKind | None = None
    rule: str | None = None
    quiet: bool = False

    @property
    def disputes(self) -> bool:
        """Return whether this leaves no room for another answer to the same fact."""
        return self.held is None or self.held not in _OF_SOMETHING_ELSE


def settled(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """Return the claims with those held that something else in the line contradicts.

    What is only doubted contradicts as well: a doubt more never makes a fact more certain.
    """
    listed = tuple(claims)
    said: dict[str, set[Answer | None]] = {}
    for claim in listed:
        if claim.fact is not None and claim.disputes:
            said.setdefault(claim.fact, set()).add(claim.answer)
    rule_of = _broken_rules(said)
    return tuple(_checked(claim, said, rule_of) for claim in listed)


def _broken_rules(said: Mapping[str, AbstractSet[Answer | None]]) -> dict[str, str]:
    """Return the facts of which some answer excludes one to another fact, and by which rule.

    Every rule of admissibility binds two facts, so two answers at a time are enough.
    """
    rule_of: dict[str, str] = {}
    for one, other in combinations(said, 2):
        for first, second in product(_given(said[one]), _given(said[other])):
            answers = {one: first, other: second}
            for broken in contradictions(answers, known_from(answers)):
                rule_of |= {one: broken.rule, other: broken.rule}
    return rule_of


def _given(answers: AbstractSet[Answer | None]) -> Iterator[Answer]:
    return (answer for answer in answers if answer is not None)


def recorded(claims: Iterable[Claim]) -> dict[str, Answer]:
    """Return the facts that stand, in the order of the catalogue."""
    answers = {
        claim.fact: claim.answer
        for claim in claims
        if claim.fact is not None and claim.answer is not None and claim.held is None
    }
    return {fact: answers[fact] for fact in FACTS if fact in answers}


def _checked(
    claim: Claim, said: Mapping[str, AbstractSet[Answer | None]], rule_of: Mapping[str, str]
) -> Claim:
    if claim.held is not None or claim.fact is None:
        return claim
    if len(said[claim.fact]) > 1:
        return replace(claim, held=Reason.CONTRADICTION)
    if claim.fact in rule_of:
        return replace(claim, held=Reason.INADMISSIBLE, rule=rule_of[claim.fact])
    return claim
