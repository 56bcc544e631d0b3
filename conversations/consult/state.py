"""The state of a consult: what was answered, and what was asked but is not known."""

from dataclasses import dataclass, field

from domain.facts.admissibility import ContradictoryCaseError, contradictions
from domain.facts.case import Case
from domain.facts.catalogue import PRECEDENCE, in_catalogue_order
from domain.facts.fact import Answer
from domain.facts.implication import known_from


@dataclass(frozen=True)
class Consult:
    """A case together with the facts that were asked and are not known.

    A fact is answered, or not known, or still open; never two of these.
    """

    case: Case = field(default_factory=Case)
    not_known: frozenset[str] = frozenset()

    def is_open(self, fact: str) -> bool:
        """Return whether the fact was neither answered, nor implied, nor set aside as not known."""
        return not (
            fact in self.case.answers or fact in self.case.implied or fact in self.not_known
        )

    def admits(self, fact: str, answer: Answer | str) -> bool:
        """Return whether the answer fits those that are asked before it: `answering` takes it."""
        before: dict[str, Answer | str] = {
            name: given
            for name, given in self.case.answers.items()
            if PRECEDENCE[name] < PRECEDENCE[fact]
        }
        together = {**before, fact: answer}
        return not contradictions(together, known_from(together))

    def goes_beyond(self, other: "Consult") -> bool:
        """Return whether all that the other consult has stands in this one as well, and more."""
        return (
            self != other
            and other.case.answers.items() <= self.case.answers.items()
            and other.not_known <= self.not_known | self.case.implied.keys()
        )

    def answering(self, fact: str, answer: Answer | str) -> "Amended":
        """Return the consult with this answer, and the later answers that it made untenable.

        Facts that bind each other stand in the catalogue with the one that is asked first in
        front. A new answer gives way to those before it, and outdates those behind it. Raises
        `ContradictoryCaseError` for the former, `pydantic.ValidationError` for no answer at all.
        """
        kept = {name: value for name, value in self.case.answers.items() if name != fact}
        dropped: set[str] = set()
        while True:
            try:
                case = Case.model_validate({**kept, fact: answer})
            except ContradictoryCaseError as error:
                outdated = {each for each in error.facts if PRECEDENCE[each] > PRECEDENCE[fact]}
                if not outdated:
                    raise
                dropped |= outdated
                kept = {name: value for name, value in kept.items() if name not in outdated}
            else:
                not_known = self.not_known.difference({fact}, case.implied)
                return Amended(Consult(case, not_known), in_catalogue_order(dropped))

    def setting_aside(self, *facts: str) -> "Amended":
        """Return the consult with these facts asked and not known, their answers taken back.

        A later answer from which one of them would follow all the same is dropped with it; one
        that follows from an earlier answer stays as it is.
        """
        kept = {name: value for name, value in self.case.answers.items() if name not in facts}
        dropped = {
            name
            for name, value in kept.items()
            for fact in Case.model_validate({name: value}).implied
            if fact in facts and PRECEDENCE[name] > PRECEDENCE[fact]
        }
        case = Case.model_validate(
            {name: value for name, value in kept.items() if name not in dropped}
        )
        not_known = self.not_known.union(facts).difference(case.implied)
        return Amended(Consult(case, not_known), in_catalogue_order(dropped))


@dataclass(frozen=True)
class Amended:
    """A changed consult, and the facts whose answers no longer applied and were dropped."""

    consult: Consult
    dropped: tuple[str, ...] = ()
