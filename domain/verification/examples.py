"""Worked examples: cases with the verdicts that a reader of the definitions comes to by hand."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from domain.rules.definition import Verdict
from domain.staging import Stage
from domain.unsuitability import Unsuitability

_OPEN = Verdict.INDETERMINATE
_UNFAIR = Verdict.NOT_ASSESSABLE
_NO = Verdict.NOT_REFRACTORY
_YES = Verdict.REFRACTORY

Facts = Mapping[str, object]


@dataclass(frozen=True)
class Example:
    """A case as the data contract writes it, and what each rule says of it."""

    name: str
    facts: Facts
    verdicts: Mapping[str, Verdict]
    unsuitability: Unsuitability = Unsuitability.INDETERMINATE
    stage: Stage | None = None


def _verdicts(
    *, epoihcc: Verdict, jsh: Verdict, european: Verdict, cci: Verdict
) -> Mapping[str, Verdict]:
    return MappingProxyType(
        {
            "epoihcc_2013": epoihcc,
            "jsh_lcsgj_2014": jsh,
            "european_2014": european,
            "cci_2022": cci,
        }
    )


_NOTHING_NEW: Facts = {
    "new_intrahepatic_lesions": "none",
    "vascular_invasion": "absent",
    "extrahepatic_spread": "absent",
    "tumor_marker_trend": "not_rising",
}
_IN_TIME: Facts = {"imaging_timing": "within_1_to_3_months"}
_STABLE: Facts = {
    "target_response": "SD",
    "residual_viability_percent": 40,
    **_NOTHING_NEW,
    **_IN_TIME,
}
_TWO_SESSIONS: Facts = {
    **_STABLE,
    "tace_sessions": 2,
    "treatment_intent": "palliative",
    "technique_reassessed": True,
}
_THREE_SESSIONS: Facts = {**_STABLE, "tace_sessions": 3, "sessions_within_6_months": 3}
_PROGRESSED: Facts = {
    "tace_sessions": 3,
    "sessions_within_6_months": 3,
    "target_response": "PD",
    "progressed_from_baseline": True,
    "standardized_technique": True,
    **_IN_TIME,
}
_GOOD_LIVER: Facts = {"child_pugh_class": "A", "ecog": 0}

EXAMPLES = (
    Example(
        "nothing is known",
        {},
        _verdicts(epoihcc=_OPEN, jsh=_OPEN, european=_OPEN, cci=_OPEN),
    ),
    Example(
        "no TACE yet",
        {"tace_sessions": 0},
        _verdicts(epoihcc=_UNFAIR, jsh=_UNFAIR, european=_UNFAIR, cci=_UNFAIR),
    ),
    Example(
        "stable after three sessions within six months, palliative",
        {**_THREE_SESSIONS, "treatment_intent": "palliative"},
        _verdicts(epoihcc=_YES, jsh=_NO, european=_NO, cci=_NO),
    ),
    Example(
        "stable after three sessions within six months, curative",
        {**_THREE_SESSIONS, "treatment_intent": "curative"},
        _verdicts(epoihcc=_YES, jsh=_NO, european=_YES, cci=_NO),
    ),
    Example(
        "stable, intent not known, only two of three sessions within six months",
        {**_THREE_SESSIONS, "sessions_within_6_months": 2},
        _verdicts(epoihcc=_UNFAIR, jsh=_NO, european=_OPEN, cci=_NO),
    ),
    Example(
        "60% viable after two reassessed sessions",
        {**_TWO_SESSIONS, "residual_viability_percent": 60},
        _verdicts(epoihcc=_UNFAIR, jsh=_YES, european=_NO, cci=_NO),
    ),
    Example(
        "exactly 50% viable",
        {**_TWO_SESSIONS, "residual_viability_percent": 50},
        _verdicts(epoihcc=_UNFAIR, jsh=_NO, european=_NO, cci=_NO),
    ),
    Example(
        "60% viable, technique not reassessed",
        {**_TWO_SESSIONS, "residual_viability_percent": 60, "technique_reassessed": False},
        _verdicts(epoihcc=_UNFAIR, jsh=_UNFAIR, european=_NO, cci=_NO),
    ),
    Example(
        "60% viable, but the scan came late",
        {**_TWO_SESSIONS, "residual_viability_percent": 60, "imaging_timing": "after_3_months"},
        _verdicts(epoihcc=_UNFAIR, jsh=_UNFAIR, european=_NO, cci=_NO),
    ),
    Example(
        "new lesions after each of two reassessed sessions",
        {**_TWO_SESSIONS, "new_intrahepatic_lesions": "after_consecutive_sessions"},
        _verdicts(epoihcc=_UNFAIR, jsh=_YES, european=_NO, cci=_NO),
    ),
    Example(
        "new lesions after the latest session alone",
        {**_TWO_SESSIONS, "new_intrahepatic_lesions": "after_latest_session"},
        _verdicts(epoihcc=_UNFAIR, jsh=_NO, european=_NO, cci=_NO),
    ),
    Example(
        "complete response, but vascular invasion has appeared",
        {"tace_sessions": 1, "target_response": "CR", "vascular_invasion": "new"},
        _verdicts(epoihcc=_NO, jsh=_YES, european=_NO, cci=_NO),
    ),
    Example(
        "vascular invasion that was there before",
        {**_TWO_SESSIONS, **_GOOD_LIVER, "vascular_invasion": "preexisting"},
        _verdicts(epoihcc=_UNFAIR, jsh=_NO, european=_NO, cci=_NO),
        stage=Stage.IIIA,
    ),
    Example(
        "markers keep rising, nothing else is known",
        {"tumor_marker_trend": "rising"},
        _verdicts(epoihcc=_OPEN, jsh=_YES, european=_OPEN, cci=_OPEN),
    ),
    Example(
        "progressed from baseline after three refined sessions",
        _PROGRESSED,
        _verdicts(epoihcc=_YES, jsh=_OPEN, european=_YES, cci=_YES),
    ),
    Example(
        "progressed from the smallest sum (60, 20, then 30 mm), not from baseline",
        {**_PROGRESSED, "progressed_from_baseline": False},
        _verdicts(epoihcc=_YES, jsh=_OPEN, european=_YES, cci=_NO),
    ),
    Example(
        "progressed from baseline after two sessions",
        {**_PROGRESSED, "tace_sessions": 2, "sessions_within_6_months": 2},
        _verdicts(epoihcc=_UNFAIR, jsh=_OPEN, european=_YES, cci=_UNFAIR),
    ),
    Example(
        "progressed from baseline, technique not standardised",
        {**_PROGRESSED, "standardized_technique": False},
        _verdicts(epoihcc=_YES, jsh=_OPEN, european=_YES, cci=_UNFAIR),
    ),
    Example(
        "Child-Pugh C",
        {"child_pugh_class": "C"},
        _verdicts(epoihcc=_OPEN, jsh=_OPEN, european=_OPEN, cci=_OPEN),
        Unsuitability.UNSUITABLE,
        Stage.IV,
    ),
    Example(
        "no reason against TACE, one tumor of 5 cm, before the first session",
        {
            "tace_sessions": 0,
            "vascular_invasion": "absent",
            "extrahepatic_spread": "absent",
            "hepatic_artery_occluded": False,
            "severe_jaundice": False,
            "hepatic_encephalopathy": False,
            "refractory_ascites": False,
            "hepatorenal_syndrome": False,
            "diffuse_arteriovenous_fistula": False,
            "tumor_count": 1,
            "largest_tumor_cm": 5,
            **_GOOD_LIVER,
        },
        _verdicts(epoihcc=_UNFAIR, jsh=_UNFAIR, european=_UNFAIR, cci=_UNFAIR),
        Unsuitability.NOT_UNSUITABLE,
        Stage.IA,
    ),
)
