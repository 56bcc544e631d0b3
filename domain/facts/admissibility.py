"""Which answers contradict each other.

Each rule is a statement that every case must satisfy. A case is refused when what is
answered makes a rule false; a rule that reads an unanswered fact refuses nothing, but
it still narrows how the case can be completed (`domain.worlds.worlds`).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from domain.facts.catalogue import (
    EXTRAHEPATIC_SPREAD,
    FACTS,
    NEW_LESIONS,
    PROGRESSED_FROM_BASELINE,
    RESIDUAL_VIABILITY,
    SESSIONS_WITHIN_6_MONTHS,
    TACE_SESSIONS,
    TARGET_RESPONSE,
    VASCULAR_INVASION,
    in_catalogue_order,
)
from domain.facts.vocabulary import NewLesions, Occurrence, TargetResponse
from domain.logic.conditions import Condition, NotMore, implies
from domain.logic.knowledge import Knowledge
from domain.logic.panel import Panel


@dataclass(frozen=True)
class AdmissibilityRule:
    """A statement that every case must satisfy, under the name its error message has."""

    id: str
    statement: Condition


_COMPLETE_RESPONSE = TARGET_RESPONSE.is_(TargetResponse.CR)
_STILL_VIABLE = RESIDUAL_VIABILITY.above(0)
_PROGRESSED = PROGRESSED_FROM_BASELINE.is_(True)
AFTER_A_SESSION = TACE_SESSIONS.at_least(1)

RULES = (
    AdmissibilityRule(
        "sessions_within_6_months_exceed_sessions",
        NotMore(SESSIONS_WITHIN_6_MONTHS.name, TACE_SESSIONS.name),
    ),
    AdmissibilityRule(
        "complete_response_and_viability",
        implies(_COMPLETE_RESPONSE, ~_STILL_VIABLE) & implies(~_STILL_VIABLE, _COMPLETE_RESPONSE),
    ),
    AdmissibilityRule(
        "progressed_without_pd", implies(_PROGRESSED, TARGET_RESPONSE.is_(TargetResponse.PD))
    ),
    AdmissibilityRule(
        "progressed_with_low_viability", implies(_PROGRESSED, RESIDUAL_VIABILITY.above(50))
    ),
    AdmissibilityRule(
        "consecutive_lesions_need_two_sessions",
        implies(NEW_LESIONS.is_(NewLesions.AFTER_CONSECUTIVE_SESSIONS), TACE_SESSIONS.at_least(2)),
    ),
    AdmissibilityRule(
        "new_invasion_without_session",
        implies(VASCULAR_INVASION.is_(Occurrence.NEW), AFTER_A_SESSION),
    ),
    AdmissibilityRule(
        "new_spread_without_session",
        implies(EXTRAHEPATIC_SPREAD.is_(Occurrence.NEW), AFTER_A_SESSION),
    ),
)

_STATEMENTS = Panel(rule.statement for rule in RULES)

NOTHING_FOLLOWS_NO_SESSION = "result_without_session"
"""The rule that with no session nothing that follows TACE can be answered."""


@dataclass(frozen=True)
class Contradiction:
    """A rule that the answers break, and the answered facts it speaks of, in catalogue order."""

    rule: str
    facts: tuple[str, ...]


class ContradictoryCaseError(Exception):
    """Answers that cannot all be true of one case."""

    def __init__(self, contradictions: tuple[Contradiction, ...]) -> None:
        super().__init__("; ".join(f"{each.rule}: {each.facts}" for each in contradictions))
        self.contradictions = contradictions

    @property
    def facts(self) -> tuple[str, ...]:
        """Every fact that a broken rule names, in catalogue order."""
        return in_catalogue_order(fact for each in self.contradictions for fact in each.facts)


def contradictions(answers: Iterable[str], known: Knowledge) -> tuple[Contradiction, ...]:
    """Return every rule that the answers break.

    `answers` are the facts answered, `known` is what their answers say, no more.
    """
    broken = _broken(_STATEMENTS.truths(known))
    if AFTER_A_SESSION.truth(known) is False:
        late = tuple(fact for fact in answers if FACTS[fact].follows_tace)
        if late:
            return (*broken, Contradiction(NOTHING_FOLLOWS_NO_SESSION, (TACE_SESSIONS.name, *late)))
    return broken


@cache
def _broken(truths: tuple[bool | None, ...]) -> tuple[Contradiction, ...]:
    return tuple(
        Contradiction(rule.id, in_catalogue_order(rule.statement.facts))
        for rule, holds in zip(RULES, truths, strict=True)
        if holds is False
    )
