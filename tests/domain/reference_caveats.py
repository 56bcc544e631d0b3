# When each caveat appears, written from the specification as plain tests of one case, and what
# an answer implies. The verdicts are given: others check them.

from collections.abc import Collection, Mapping
from typing import Any

from tests.domain.reference import AFTER_TACE, Facts

OUTSIDE_WINDOW = ("before_1_month", "after_3_months")


def with_implied(case: Facts) -> dict[str, Any]:
    known = dict(case)
    if case.get("target_response") == "CR":
        known["residual_viability_percent"] = 0
    if case.get("residual_viability_percent") == 0:
        known["target_response"] = "CR"
    if case.get("progressed_from_baseline") is True:
        known["target_response"] = "PD"
    if case.get("tace_sessions") == 0:
        known["sessions_within_6_months"] = 0
    if case.get("sessions_within_6_months") == 50:
        known["tace_sessions"] = 50
    viability = case.get("residual_viability_percent")
    half_or_less = viability == "up_to_50" or (
        isinstance(viability, (int, float)) and viability <= 50
    )
    if case.get("target_response") == "PD" and half_or_less:
        known["progressed_from_baseline"] = False
    return known


def had_a_session(case: Facts) -> bool:
    if "tace_sessions" in case:
        return bool(case["tace_sessions"] >= 1)
    return bool(
        AFTER_TACE & case.keys()
        or case.get("sessions_within_6_months", 0) >= 1
        or "new" in (case.get("vascular_invasion"), case.get("extrahepatic_spread"))
    )


def report_caveats(
    case: Facts, verdicts: Collection[str], unsuitability: str, *, staged: bool
) -> set[str]:
    known = with_implied(case)
    refractory = "refractory" in verdicts
    not_refractory = "not_refractory" in verdicts
    unproven_technique = known.get("standardized_technique") is not True
    no_response = known.get("target_response") in ("SD", "PD")
    appearing = {
        "unsuitable_overrides": unsuitability == "unsuitable",
        "definitions_disagree": refractory and not_refractory,
        "repeat_tace_harms": refractory or (known.get("tace_sessions", 0) >= 3 and no_response),
        "combination_remains": refractory and unsuitability == "not_unsuitable",
        "not_refractory_is_not_success": not_refractory and not refractory,
        "technique_baseline": (refractory or "not_assessable" in verdicts) and unproven_technique,
        "survival_is_multifactorial": True,
        "imaging_outside_window": known.get("imaging_timing") in OUTSIDE_WINDOW,
        "stage_ignores_history": staged and had_a_session(case),
        "guideline_year": staged,
    }
    return {caveat for caveat, appears in appearing.items() if appears}


def definition_caveats(
    definition: str, case: Facts, verdict: str, met: Collection[str]
) -> set[str]:
    known = with_implied(case)
    response = known.get("target_response")
    refractory = verdict == "refractory"
    our_mrecist = verdict != "indeterminate" and response is not None
    lesions = known.get("new_intrahepatic_lesions")
    elsewhere = (known.get("vascular_invasion"), known.get("extrahepatic_spread"))
    unproven_technique = known.get("standardized_technique") is not True
    appearing: Mapping[str, Mapping[str, bool]] = {
        "epoihcc_2013": {
            "stable_disease_contested": refractory and response == "SD",
            "mrecist_is_our_reading": our_mrecist,
        },
        "jsh_lcsgj_2014": {
            "jsh_events_contested": bool(
                {"new_lesions", "vascular_invasion", "extrahepatic_spread"} & set(met)
            ),
            "markers_not_imaging": known.get("tumor_marker_trend") == "rising",
            "baseline_is_not_appearance": "preexisting" in elsewhere,
            "viability_at_boundary": known.get("residual_viability_percent") == 50,
            "viability_measure": "residual_viability" in met,
            "reassessment_is_a_reading": known.get("technique_reassessed") is False,
            "jsh_needs_adequate_tace": bool({"residual_viability", "new_lesions"} & set(met))
            and unproven_technique,
        },
        "european_2014": {
            "stable_disease_contested": refractory and response == "SD",
            "intent_decides": response == "SD",
            "european_beyond_sd": response in ("CR", "PR", "PD"),
            "european_events_elsewhere": lesions
            in ("after_latest_session", "after_consecutive_sessions")
            or "new" in elsewhere,
            "mrecist_is_our_reading": our_mrecist,
        },
        "cci_2022": {
            "stop_and_convert": refractory,
            "nadir_is_not_baseline": response == "PD"
            and known.get("progressed_from_baseline") is False,
        },
    }
    return {caveat for caveat, appears in appearing[definition].items() if appears}
