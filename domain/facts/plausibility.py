"""Answers that can stand together but rarely do: worth a second look, never refused."""

from dataclasses import dataclass
from functools import cache

from domain.facts.catalogue import (
    CHILD_PUGH_CLASS,
    PROGRESSED_FROM_BASELINE,
    REFRACTORY_ASCITES,
    RESIDUAL_VIABILITY,
    SEVERE_JAUNDICE,
    TARGET_RESPONSE,
    in_catalogue_order,
)
from domain.facts.vocabulary import ChildPughClass, TargetResponse
from domain.logic.conditions import Condition
from domain.logic.knowledge import Knowledge
from domain.logic.panel import Panel


@dataclass(frozen=True)
class Doubt:
    """A warning: its code in the data contract, and the facts it concerns in catalogue order."""

    code: str
    facts: tuple[str, ...]


_CLASS_A = CHILD_PUGH_CLASS.is_(ChildPughClass.A)

UNLIKELY: tuple[tuple[str, Condition], ...] = (
    # Either sign scores three points, and the other four items at least one each: class B.
    ("child_pugh_a_unlikely", _CLASS_A & REFRACTORY_ASCITES.is_(True)),
    ("child_pugh_a_unlikely", _CLASS_A & SEVERE_JAUNDICE.is_(True)),
    # Diameters a fifth larger than before the first TACE enclose more tumor than then.
    ("viability_unlikely", PROGRESSED_FROM_BASELINE.is_(True) & ~RESIDUAL_VIABILITY.above(100)),
    # A partial response is at least 30% off the diameters.
    ("viability_unlikely", TARGET_RESPONSE.is_(TargetResponse.PR) & RESIDUAL_VIABILITY.above(70)),
)


_STATEMENTS = Panel(statement for _, statement in UNLIKELY)


def doubts(known: Knowledge) -> tuple[Doubt, ...]:
    """Return the doubts about what is known of a case, at most one of each code."""
    return _doubts(_STATEMENTS.truths(known))


@cache
def _doubts(truths: tuple[bool | None, ...]) -> tuple[Doubt, ...]:
    concerned: dict[str, frozenset[str]] = {}
    for (code, statement), holds in zip(UNLIKELY, truths, strict=True):
        if holds:
            concerned[code] = concerned.get(code, frozenset()) | statement.facts
    return tuple(Doubt(code, in_catalogue_order(facts)) for code, facts in concerned.items())
