# The reduced input space of each definition: every fact that it reads and every fact that
# bears on one it reads, at answers on both sides of every bound. `None` is unanswered.

from collections.abc import Iterator, Mapping

from tests.domain.combinations import Space, admissible_combinations
from tests.domain.reference import AFTER_TACE, ANSWERS, Facts

_VIABILITY = (None, *ANSWERS["residual_viability_percent"])
_RESPONSE = (None, *ANSWERS["target_response"])
_YES_NO = (None, False, True)

PARTIAL: Mapping[str, Space] = {
    "epoihcc_2013": {
        "tace_sessions": (None, 0, 1, 2, 3, 50),
        "sessions_within_6_months": (None, 0, 2, 3, 50),
        "target_response": _RESPONSE,
        "residual_viability_percent": _VIABILITY,
        "progressed_from_baseline": _YES_NO,
        "new_intrahepatic_lesions": (None, "after_consecutive_sessions"),
        "vascular_invasion": (None, "new"),
    },
    "jsh_lcsgj_2014": {
        "tace_sessions": (None, 0, 1, 2),
        "residual_viability_percent": (None, 0, 50, 50.1, "over_50"),
        "new_intrahepatic_lesions": (None, "after_latest_session", "after_consecutive_sessions"),
        "vascular_invasion": (None, "preexisting", "new"),
        "extrahepatic_spread": (None, "new"),
        "tumor_marker_trend": (None, "not_rising", "rising"),
        "technique_reassessed": _YES_NO,
        "imaging_timing": (None, "before_1_month", "within_1_to_3_months"),
    },
    "european_2014": {
        "tace_sessions": (None, 0, 1, 50),
        "treatment_intent": (None, "palliative", "curative"),
        "target_response": _RESPONSE,
        "residual_viability_percent": _VIABILITY,
        "progressed_from_baseline": _YES_NO,
        "imaging_timing": (None, "after_3_months"),
        "extrahepatic_spread": (None, "new"),
    },
    "cci_2022": {
        "tace_sessions": (None, 0, 2, 3),
        "sessions_within_6_months": (None, 0, 3),
        "target_response": _RESPONSE,
        "progressed_from_baseline": _YES_NO,
        "residual_viability_percent": _VIABILITY,
        "imaging_timing": (None, "before_1_month", "within_1_to_3_months"),
        "standardized_technique": _YES_NO,
    },
}

COMPLETE: Mapping[str, tuple[str, ...]] = {
    "epoihcc_2013": ("sessions_within_6_months", "target_response"),
    "jsh_lcsgj_2014": (
        "residual_viability_percent",
        "new_intrahepatic_lesions",
        "vascular_invasion",
        "extrahepatic_spread",
        "tumor_marker_trend",
        "technique_reassessed",
        "imaging_timing",
    ),
    "european_2014": ("treatment_intent", "target_response"),
    "cci_2022": (
        "target_response",
        "progressed_from_baseline",
        "imaging_timing",
        "standardized_technique",
    ),
}


def open_cases(definition: str) -> Iterator[Facts]:
    return admissible_combinations(PARTIAL[definition])


# With no session what follows TACE is left out, as a complete case has to.
def complete_cases(definition: str) -> Iterator[Facts]:
    answers = {fact: ANSWERS[fact] for fact in COMPLETE[definition]}
    yield from admissible_combinations({"tace_sessions": (1, 2, 3), **answers})
    untreated = {fact: each for fact, each in answers.items() if fact not in AFTER_TACE}
    yield from admissible_combinations({"tace_sessions": (0,), **untreated})
