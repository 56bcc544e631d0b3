"""Reading a case from plain data, and saying as data what is wrong with it."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from pydantic import ValidationError

from domain.facts.admissibility import ContradictoryCaseError
from domain.facts.case import Case
from domain.facts.catalogue import FACTS


class Fault(StrEnum):
    """What is wrong with one answer."""

    UNKNOWN_FACT = "unknown_fact"
    NOT_AN_ANSWER = "not_an_answer"
    """A wrong type, a number out of range, or a value that the fact does not have."""


@dataclass(frozen=True)
class Problem:
    """One answer that cannot be read: under which fact name, and why."""

    fact: str
    fault: Fault


class InvalidFactsError(Exception):
    """Facts that cannot be read as a case; every problem is listed."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("; ".join(f"{each.fact}: {each.fault}" for each in problems))
        self.problems = problems


def read_case(facts: Mapping[str, object]) -> Case:
    """Return the case that `facts`, from JSON or a form, stand for.

    Raises `InvalidFactsError` for what is not an answer, and then
    `domain.facts.admissibility.ContradictoryCaseError` for answers that exclude each other.
    """
    unknown = [Problem(name, Fault.UNKNOWN_FACT) for name in facts if name not in FACTS]
    known = {name: facts[name] for name in FACTS if name in facts} if unknown else facts
    try:
        case = Case.model_validate(known)
    except ValidationError as error:
        # One answer can fail against each member of a union: it is one problem.
        names = dict.fromkeys(str(each["loc"][0]) for each in error.errors())
        wrong = [Problem(name, Fault.NOT_AN_ANSWER) for name in names]
        raise InvalidFactsError((*unknown, *wrong)) from error
    except ContradictoryCaseError:
        if unknown:
            raise InvalidFactsError(tuple(unknown)) from None
        raise
    if unknown:
        raise InvalidFactsError(tuple(unknown))
    return case
