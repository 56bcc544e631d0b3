"""What a line of shorthand was understood to say, and what was left out of it and why."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum, auto
from types import MappingProxyType

from domain.facts.fact import Answer


class Reason(StrEnum):
    """Why something in a line was not recorded."""

    TOO_LONG = auto()
    NOT_UNDERSTOOD = auto()
    NOT_NEEDED = auto()
    UNKNOWN_BESIDE = auto()
    """Something is said beside it that was not understood."""
    DOUBTFUL = auto()
    NOT_KNOWN = auto()
    """The line itself says that it was not done or is not known."""
    NOT_CLEAR = auto()
    """A "no" stands where it may belong to this or to something else."""
    PLANNED = auto()
    IN_THE_PAST = auto()
    DENIED = auto()
    """It says only what the value is not."""
    CONTRADICTION = auto()
    """The line says something else of the same fact."""
    INADMISSIBLE = auto()
    """It cannot be true together with another fact of the line."""
    NOT_EXACT = auto()
    NO_NUMBER = auto()
    OUT_OF_RANGE = auto()

    NOT_THIS_CASE = auto()
    """It is said of another patient or cancer, or of none."""
    COUNT_OF_WHAT = auto()
    NOT_SAME_LESIONS = auto()
    NOT_TACE = auto()
    COUNT_STARTS_AGAIN = auto()
    TOTAL_OR_PART = auto()
    IN_JUNE = auto()

    OTHER_CRITERIA = auto()
    NOT_A_CATEGORY = auto()
    NOT_TARGET = auto()
    MAY_BE_NEW_LESION = auto()
    EARLIER_SCAN = auto()
    OTHER_TREATMENT = auto()
    NO_CONTRAST = auto()
    NO_SCAN = auto()
    PERCENT_OF_WHAT = auto()
    NECROSIS = auto()
    LIPIODOL = auto()
    AREA_OR_DIAMETER = auto()
    BASELINE_OR_SMALLEST = auto()

    LATEST_OR_EACH = auto()
    NEW_OF_WHAT = auto()
    """Nothing new: lesions, invasion or spread?"""
    ONE_PLACE_ONLY = auto()
    WHEN_APPEARED = auto()
    NOT_VASCULAR_INVASION = auto()
    NOT_YET_SPREAD = auto()
    CHEST_NOT_IMAGED = auto()
    ONE_VALUE = auto()
    RAISED_OTHERWISE = auto()
    """PIVKA-II under warfarin or with cholestasis."""
    SINCE_WHEN = auto()
    NEAR_LIMIT = auto()

    ONE_OF_TWO = auto()
    NOT_SAID_AGAIN = auto()
    """A look for feeders, which may have been the first one."""
    SYSTEMIC_DRUG = auto()
    STANDARD_NOT_SAID = auto()
    DONE_ELSEWHERE = auto()
    NEITHER_INTENT = auto()
    POINTS_DISAGREE = auto()
    NOT_ECOG = auto()
    REACH_NOT_SAID = auto()
    BILIRUBIN = auto()
    HOW_SEVERE = auto()
    REFRACTORY_NOT_SAID = auto()
    DIFFUSE_NOT_SAID = auto()


def first_reason(*reasons: tuple[Reason, bool]) -> Reason | None:
    """Return the first reason that applies."""
    return next((reason for reason, applies in reasons if applies), None)


class NoteKind(StrEnum):
    """What is worth telling of something that was recorded."""

    EXTENSION = auto()
    """An old thrombus or metastasis that has grown is recorded as preexisting."""
    FOLLOWS_FROM_CR = auto()
    """Viability 0 follows and is not recorded apart."""
    MEANS_CR = auto()
    """No viability is left, from which a complete response follows."""
    COUNTED_BY_NUMBER = auto()
    """The number of the latest session was taken for how many there were."""
    NEVER_RAISED = auto()
    """A marker that was never raised is recorded as not rising."""
    DIAMETER = auto()
    """A diameter is recorded as the range in which the area lies."""


@dataclass(frozen=True)
class Ignored:
    """Something left out: as it was typed, where, why, and the fact it may have concerned.

    `rule` names the rule of admissibility that facts of the line break, if that is why.
    """

    text: str
    reason: Reason
    fact: str | None = None
    start: int = 0
    rule: str | None = None


@dataclass(frozen=True)
class Note:
    """Something worth telling of a recorded fact, and the words it was read from."""

    text: str
    kind: NoteKind
    fact: str
    start: int = 0


@dataclass(frozen=True)
class Understood:
    """The facts of a line, always admissible together, and everything that was left out."""

    facts: Mapping[str, Answer] = field(default_factory=lambda: MappingProxyType({}))
    ignored: tuple[Ignored, ...] = ()
    notes: tuple[Note, ...] = ()
