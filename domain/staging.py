"""CNLC stage and the indication for TACE, by the 2024 Chinese primary liver cancer guideline.

As the source article reports it, the guideline recommends TACE in stages Ib to IIIb and
makes it the first choice in IIb and IIIa. The stage follows the case as it stands, and
takes no account of earlier TACE. It is given when every admissible way of completing the
case gives the same one, and only then.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache

from domain.facts.catalogue import (
    CHILD_PUGH_CLASS,
    ECOG,
    EXTRAHEPATIC_SPREAD,
    LARGEST_TUMOR_CM,
    TUMOR_COUNT,
    VASCULAR_INVASION,
)
from domain.facts.fact import Answer
from domain.facts.vocabulary import ChildPughClass, Occurrence
from domain.logic.conditions import ALWAYS, Condition
from domain.rules.source import Source
from domain.worlds.worlds import Given, Worlds

SOURCES = (Source.ARTICLE, Source.GUIDELINE_2024)


class Stage(StrEnum):
    """CNLC stage, least advanced first."""

    IA = "Ia"
    IB = "Ib"
    IIA = "IIa"
    IIB = "IIb"
    IIIA = "IIIa"
    IIIB = "IIIb"
    IV = "IV"


class Indication(StrEnum):
    """What the guideline says of TACE at a stage."""

    RECOMMENDED = "recommended"
    FIRST_CHOICE = "first_choice"
    NOT_LISTED = "not_listed"


@dataclass(frozen=True)
class StagingFinding:
    """A settled stage, and the indication that goes with it."""

    stage: Stage
    tace: Indication


_SEVERAL = TUMOR_COUNT.at_least(2)

STAGES: tuple[tuple[Condition, Stage], ...] = (
    (ECOG.above(2) | CHILD_PUGH_CLASS.is_(ChildPughClass.C), Stage.IV),
    (EXTRAHEPATIC_SPREAD.is_(Occurrence.PREEXISTING, Occurrence.NEW), Stage.IIIB),
    (VASCULAR_INVASION.is_(Occurrence.PREEXISTING, Occurrence.NEW), Stage.IIIA),
    (TUMOR_COUNT.at_least(4), Stage.IIB),
    (_SEVERAL & LARGEST_TUMOR_CM.above(3), Stage.IIA),
    (_SEVERAL | LARGEST_TUMOR_CM.above(5), Stage.IB),
    (ALWAYS, Stage.IA),
)
"""The first statement that holds decides, from the most advanced stage down."""

INDICATIONS: Mapping[Stage, Indication] = {
    Stage.IA: Indication.NOT_LISTED,
    Stage.IB: Indication.RECOMMENDED,
    Stage.IIA: Indication.RECOMMENDED,
    Stage.IIB: Indication.FIRST_CHOICE,
    Stage.IIIA: Indication.FIRST_CHOICE,
    Stage.IIIB: Indication.RECOMMENDED,
    Stage.IV: Indication.NOT_LISTED,
}


def stage(answers: Mapping[str, Answer]) -> StagingFinding | None:
    """Return the stage of a case, or `None` while its answers leave more than one possible."""
    worlds, _ = _staged_worlds()
    return _staged(worlds.given(answers))


@lru_cache(2048)
def _staged(given: Given) -> StagingFinding | None:
    worlds, stages = _staged_worlds()
    admitted = worlds.admitted(given)
    possible = [each for each, where in stages.items() if admitted & where]
    if len(possible) != 1:
        return None
    return StagingFinding(possible[0], INDICATIONS[possible[0]])


@cache
def _staged_worlds() -> tuple[Worlds, Mapping[Stage, int]]:
    """Return the worlds that staging tells apart, and which of them are at each stage."""
    worlds = Worlds(condition for condition, _ in STAGES)
    undecided = worlds.admissible
    stages: dict[Stage, int] = {}
    for condition, decided in STAGES:
        stages[decided] = undecided & worlds.where(condition)
        undecided &= ~stages[decided]
    return worlds, stages
