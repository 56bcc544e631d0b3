"""TACE-unsuitable: reasons to stop TACE that are not refractoriness.

A concept of Chinese practice, as the source article reports it: TACE should not go on when
the hepatic artery is occluded and cannot be catheterised, liver function is severely
impaired (five signs), performance status is above 2, or a diffuse shunt from the hepatic
artery to the portal or a hepatic vein is present. Any one is enough. It is judged apart
from the four definitions and overrides none of them.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from domain.facts.catalogue import (
    CHILD_PUGH_CLASS,
    DIFFUSE_FISTULA,
    ECOG,
    HEPATIC_ARTERY_OCCLUDED,
    HEPATIC_ENCEPHALOPATHY,
    HEPATORENAL_SYNDROME,
    REFRACTORY_ASCITES,
    SEVERE_JAUNDICE,
)
from domain.facts.vocabulary import ChildPughClass
from domain.logic.conditions import Condition
from domain.logic.knowledge import Knowledge
from domain.logic.panel import Panel
from domain.rules.source import Source

SOURCE = Source.ARTICLE

REASONS: Mapping[str, Condition] = {
    "hepatic_artery_occlusion": HEPATIC_ARTERY_OCCLUDED.is_(True),
    "child_pugh_c": CHILD_PUGH_CLASS.is_(ChildPughClass.C),
    "severe_jaundice": SEVERE_JAUNDICE.is_(True),
    "hepatic_encephalopathy": HEPATIC_ENCEPHALOPATHY.is_(True),
    "refractory_ascites": REFRACTORY_ASCITES.is_(True),
    "hepatorenal_syndrome": HEPATORENAL_SYNDROME.is_(True),
    "ecog_above_2": ECOG.above(2),
    "diffuse_arteriovenous_fistula": DIFFUSE_FISTULA.is_(True),
}


_CONDITIONS = Panel(REASONS.values())


class Unsuitability(StrEnum):
    """Whether TACE has become unsuitable."""

    UNSUITABLE = "unsuitable"
    NOT_UNSUITABLE = "not_unsuitable"
    INDETERMINATE = "indeterminate"
    """No reason is known, and at least one was not checked."""


@dataclass(frozen=True)
class UnsuitabilityFinding:
    """The verdict, the reasons that apply and those not checked, both in the source's order."""

    verdict: Unsuitability
    reasons: tuple[str, ...]
    unknown: tuple[str, ...]


def judge_unsuitability(known: Knowledge) -> UnsuitabilityFinding:
    """Say whether any reason against TACE applies to what is known of a case."""
    return _finding(_CONDITIONS.truths(known))


@cache
def _finding(truths: tuple[bool | None, ...]) -> UnsuitabilityFinding:
    reasons = tuple(reason for reason, truth in zip(REASONS, truths, strict=True) if truth)
    unknown = tuple(reason for reason, truth in zip(REASONS, truths, strict=True) if truth is None)
    if reasons:
        verdict = Unsuitability.UNSUITABLE
    else:
        verdict = Unsuitability.INDETERMINATE if unknown else Unsuitability.NOT_UNSUITABLE
    return UnsuitabilityFinding(verdict, reasons, unknown)
