"""Every fact the rules know, in the order in which the data contract lists them."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from domain.facts.fact import Choice, Fact, Number
from domain.facts.vocabulary import (
    ChildPughClass,
    ImagingTiming,
    MarkerTrend,
    NewLesions,
    Occurrence,
    TargetResponse,
    TreatmentIntent,
    ViabilityRange,
)
from domain.logic.knowledge import Interval

TACE_SESSIONS = Number(name="tace_sessions", low=0, high=50)
SESSIONS_WITHIN_6_MONTHS = Number(name="sessions_within_6_months", low=0, high=50)
TREATMENT_INTENT = Choice("treatment_intent", values=tuple(TreatmentIntent))
TARGET_RESPONSE = Choice("target_response", follows_tace=True, values=tuple(TargetResponse))
PROGRESSED_FROM_BASELINE = Choice("progressed_from_baseline", follows_tace=True)
RESIDUAL_VIABILITY = Number(
    name="residual_viability_percent",
    follows_tace=True,
    low=0,
    high=500,
    ticks_per_unit=10,
    ranges=MappingProxyType(
        {
            ViabilityRange.UP_TO_50: Interval(1, 500),
            ViabilityRange.OVER_50: Interval(501, 5000),
        }
    ),
)
IMAGING_TIMING = Choice("imaging_timing", follows_tace=True, values=tuple(ImagingTiming))
NEW_LESIONS = Choice("new_intrahepatic_lesions", follows_tace=True, values=tuple(NewLesions))
VASCULAR_INVASION = Choice("vascular_invasion", values=tuple(Occurrence))
EXTRAHEPATIC_SPREAD = Choice("extrahepatic_spread", values=tuple(Occurrence))
TUMOR_MARKER_TREND = Choice("tumor_marker_trend", follows_tace=True, values=tuple(MarkerTrend))
TECHNIQUE_REASSESSED = Choice("technique_reassessed", follows_tace=True)
STANDARDIZED_TECHNIQUE = Choice("standardized_technique", follows_tace=True)
CHILD_PUGH_CLASS = Choice("child_pugh_class", values=tuple(ChildPughClass))
ECOG = Number(name="ecog", low=0, high=4)
HEPATIC_ARTERY_OCCLUDED = Choice("hepatic_artery_occluded")
SEVERE_JAUNDICE = Choice("severe_jaundice")
HEPATIC_ENCEPHALOPATHY = Choice("hepatic_encephalopathy")
REFRACTORY_ASCITES = Choice("refractory_ascites")
HEPATORENAL_SYNDROME = Choice("hepatorenal_syndrome")
DIFFUSE_FISTULA = Choice("diffuse_arteriovenous_fistula")
TUMOR_COUNT = Number(name="tumor_count", low=1, high=99)
LARGEST_TUMOR_CM = Number(name="largest_tumor_cm", low=0.1, high=50, ticks_per_unit=10)

FACTS: Mapping[str, Fact] = MappingProxyType(
    {
        fact.name: fact
        for fact in (
            TACE_SESSIONS,
            SESSIONS_WITHIN_6_MONTHS,
            TREATMENT_INTENT,
            TARGET_RESPONSE,
            PROGRESSED_FROM_BASELINE,
            RESIDUAL_VIABILITY,
            IMAGING_TIMING,
            NEW_LESIONS,
            VASCULAR_INVASION,
            EXTRAHEPATIC_SPREAD,
            TUMOR_MARKER_TREND,
            TECHNIQUE_REASSESSED,
            STANDARDIZED_TECHNIQUE,
            CHILD_PUGH_CLASS,
            ECOG,
            HEPATIC_ARTERY_OCCLUDED,
            SEVERE_JAUNDICE,
            HEPATIC_ENCEPHALOPATHY,
            REFRACTORY_ASCITES,
            HEPATORENAL_SYNDROME,
            DIFFUSE_FISTULA,
            TUMOR_COUNT,
            LARGEST_TUMOR_CM,
        )
    }
)

PRECEDENCE: Mapping[str, int] = MappingProxyType({name: at for at, name in enumerate(FACTS)})
"""Each fact's number in the order of the catalogue, which is that of asking."""


def in_catalogue_order(facts: Iterable[str]) -> tuple[str, ...]:
    """Return the names of facts, each once, in the order of the catalogue."""
    named = set(facts)
    return tuple(fact for fact in FACTS if fact in named)
