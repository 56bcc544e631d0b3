"""The digits of case code format `a`: every fact with its answers, in an order that is frozen.

Codes are written into records and links, so this table never changes, whatever becomes of
the catalogue of facts: an added fact or answer needs a new format with a table of its own.
"""

from collections.abc import Mapping
from types import MappingProxyType

Plain = bool | int | float | str
"""An answer as the data contract writes it."""

_YES_OR_NO = (False, True)
_OCCURRENCE = ("absent", "preexisting", "new")
_SESSIONS = tuple(range(51))

FACT_ANSWERS: Mapping[str, tuple[Plain, ...]] = MappingProxyType(
    {
        "tace_sessions": _SESSIONS,
        "sessions_within_6_months": _SESSIONS,
        "treatment_intent": ("palliative", "curative"),
        "target_response": ("CR", "PR", "SD", "PD"),
        "progressed_from_baseline": _YES_OR_NO,
        "residual_viability_percent": ("up_to_50", "over_50", *(n / 10 for n in range(5001))),
        "imaging_timing": ("before_1_month", "within_1_to_3_months", "after_3_months"),
        "new_intrahepatic_lesions": (
            "none",
            "after_latest_session",
            "after_consecutive_sessions",
        ),
        "vascular_invasion": _OCCURRENCE,
        "extrahepatic_spread": _OCCURRENCE,
        "tumor_marker_trend": ("not_rising", "rising"),
        "technique_reassessed": _YES_OR_NO,
        "standardized_technique": _YES_OR_NO,
        "child_pugh_class": ("A", "B", "C"),
        "ecog": (0, 1, 2, 3, 4),
        "hepatic_artery_occluded": _YES_OR_NO,
        "severe_jaundice": _YES_OR_NO,
        "hepatic_encephalopathy": _YES_OR_NO,
        "refractory_ascites": _YES_OR_NO,
        "hepatorenal_syndrome": _YES_OR_NO,
        "diffuse_arteriovenous_fistula": _YES_OR_NO,
        "tumor_count": tuple(range(1, 100)),
        "largest_tumor_cm": tuple(n / 10 for n in range(1, 501)),
    }
)

PLACES: Mapping[str, Mapping[Plain, int]] = MappingProxyType(
    {
        fact: MappingProxyType({answer: place for place, answer in enumerate(answers)})
        for fact, answers in FACT_ANSWERS.items()
    }
)
"""Where each answer stands in its fact's list; 50 and 50.0 stand in the same place."""
