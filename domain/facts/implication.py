"""What the given answers say of the facts that were not answered.

An implied fact is shown as implied and never asked. A number of sessions can be known
only as "at least so many", which decides some questions and is shown nowhere.
"""

from collections.abc import Mapping
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
)
from domain.facts.fact import Answer
from domain.facts.vocabulary import NewLesions, Occurrence, TargetResponse
from domain.logic.knowledge import Interval, Known


def known_from(answers: Mapping[str, Answer | str]) -> dict[str, Known]:
    """Return what the answers, named values also by their names, say by themselves."""
    return dict(zip(answers, map(_known, answers, answers.values()), strict=True))


@cache
def _known(name: str, answer: Answer | str) -> Known:
    # Of every answer there is, some six thousand, it is worked out once.
    return FACTS[name].known(answer)


def implied_answers(answers: Mapping[str, Answer]) -> dict[str, Answer]:
    """Return the one possible answer of every unanswered fact that has only one left."""
    implied: dict[str, Answer] = {}  # in catalogue order
    if answers.get(SESSIONS_WITHIN_6_MONTHS.name) == TACE_SESSIONS.high:
        implied[TACE_SESSIONS.name] = TACE_SESSIONS.value(TACE_SESSIONS.ticks(TACE_SESSIONS.high))
    if answers.get(TACE_SESSIONS.name) == 0:
        implied[SESSIONS_WITHIN_6_MONTHS.name] = 0
    if answers.get(RESIDUAL_VIABILITY.name) == 0:
        implied[TARGET_RESPONSE.name] = TargetResponse.CR
    if answers.get(PROGRESSED_FROM_BASELINE.name) is True:
        implied[TARGET_RESPONSE.name] = TargetResponse.PD
    if _progressed_only_since_the_smallest(answers):
        implied[PROGRESSED_FROM_BASELINE.name] = False
    if answers.get(TARGET_RESPONSE.name) == TargetResponse.CR:
        implied[RESIDUAL_VIABILITY.name] = 0
    return {name: answer for name, answer in implied.items() if name not in answers}


def _progressed_only_since_the_smallest(answers: Mapping[str, Answer]) -> bool:
    """Return whether the target progressed, with too little viable to be above baseline."""
    viability = answers.get(RESIDUAL_VIABILITY.name)
    return (
        answers.get(TARGET_RESPONSE.name) == TargetResponse.PD
        and viability is not None
        and RESIDUAL_VIABILITY.known(viability).high <= RESIDUAL_VIABILITY.ticks(50)
    )


def fewest_sessions(answers: Mapping[str, Answer]) -> int:
    """Return how many sessions there must have been, given the other answers."""
    fewest = 0
    if any(FACTS[name].follows_tace for name in answers) or Occurrence.NEW in (
        answers.get(VASCULAR_INVASION.name),
        answers.get(EXTRAHEPATIC_SPREAD.name),
    ):
        fewest = 1
    if answers.get(NEW_LESIONS.name) == NewLesions.AFTER_CONSECUTIVE_SESSIONS:
        fewest = 2
    within = answers.get(SESSIONS_WITHIN_6_MONTHS.name)
    return max(fewest, within) if isinstance(within, int) else fewest


def with_implications(
    answers: Mapping[str, Answer], said: Mapping[str, Known], implied: Mapping[str, Answer]
) -> dict[str, Known]:
    """Return what the answers say by themselves, together with what follows from them."""
    known = {**said, **known_from(implied)}
    if TACE_SESSIONS.name not in known and (fewest := fewest_sessions(answers)):
        known[TACE_SESSIONS.name] = Interval(fewest, TACE_SESSIONS.ticks(TACE_SESSIONS.high))
    return known
