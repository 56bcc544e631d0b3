# An independent statement of the rules, written from the specification as plain brute force
# and sharing nothing with the package: what must agree must not be the same code.
#
# A case is a dict of contract fact names; a fact that is not in it is unanswered. Numbers are
# tried only at `ANSWERS`, both sides of every bound the rules name and the largest value.

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, NamedTuple

Facts = Mapping[str, Any]
Outcome = tuple[str, ...]

YES_NO = (False, True)
PRESENCE = ("absent", "preexisting", "new")

ANSWERS: dict[str, tuple[Any, ...]] = {
    "tace_sessions": (0, 1, 2, 3, 50),
    "sessions_within_6_months": (0, 2, 3, 50),
    "treatment_intent": ("palliative", "curative"),
    "target_response": ("CR", "PR", "SD", "PD"),
    "progressed_from_baseline": YES_NO,
    "residual_viability_percent": (0, 50, 50.1, "up_to_50", "over_50"),
    "imaging_timing": ("before_1_month", "within_1_to_3_months", "after_3_months"),
    "new_intrahepatic_lesions": ("none", "after_latest_session", "after_consecutive_sessions"),
    "vascular_invasion": PRESENCE,
    "extrahepatic_spread": PRESENCE,
    "tumor_marker_trend": ("not_rising", "rising"),
    "technique_reassessed": YES_NO,
    "standardized_technique": YES_NO,
}

AFTER_TACE = frozenset(
    {
        "target_response",
        "residual_viability_percent",
        "progressed_from_baseline",
        "imaging_timing",
        "new_intrahepatic_lesions",
        "tumor_marker_trend",
        "technique_reassessed",
        "standardized_technique",
    }
)


def over_half(viability: Any) -> bool:  # noqa: ANN401 - a number or a named range
    if viability in ("up_to_50", "over_50"):
        return bool(viability == "over_50")
    return bool(viability > 50)


def broken_rules(case: Facts) -> list[set[str]]:
    sessions = case.get("tace_sessions")
    recent = case.get("sessions_within_6_months")
    response = case.get("target_response")
    viability = case.get("residual_viability_percent")
    progressed = case.get("progressed_from_baseline") is True
    broken: list[set[str]] = []
    if sessions is not None and recent is not None and recent > sessions:
        broken.append({"sessions_within_6_months", "tace_sessions"})
    if response is not None and viability is not None and (response == "CR") != (viability == 0):
        broken.append({"target_response", "residual_viability_percent"})
    if progressed and response not in (None, "PD"):
        broken.append({"progressed_from_baseline", "target_response"})
    if progressed and viability is not None and not over_half(viability):
        broken.append({"progressed_from_baseline", "residual_viability_percent"})
    consecutive = case.get("new_intrahepatic_lesions") == "after_consecutive_sessions"
    if consecutive and sessions in (0, 1):
        broken.append({"new_intrahepatic_lesions", "tace_sessions"})
    if sessions == 0:
        if late := AFTER_TACE & case.keys():
            broken.append({"tace_sessions", *late})
        broken.extend(
            {fact, "tace_sessions"}
            for fact in ("vascular_invasion", "extrahepatic_spread")
            if case.get(fact) == "new"
        )
    return broken


class Criterion(NamedTuple):
    failure_reads: tuple[str, ...]
    failed: Callable[[Facts], bool]
    trial: dict[str, Callable[[Any], bool]]


IN_TIME = {"imaging_timing": lambda timing: timing == "within_1_to_3_months"}
JSH_TRIAL = {
    "tace_sessions": lambda sessions: sessions >= 2,
    "technique_reassessed": lambda reassessed: reassessed is True,
    **IN_TIME,
}
CCI_TRIAL = {
    "tace_sessions": lambda sessions: sessions >= 3,
    "standardized_technique": lambda standardized: standardized is True,
    **IN_TIME,
}

DEFINITIONS: dict[str, dict[str, Criterion]] = {
    "epoihcc_2013": {
        "no_response": Criterion(
            ("target_response",),
            lambda case: case["target_response"] in ("SD", "PD"),
            {"sessions_within_6_months": lambda recent: recent >= 3},
        ),
    },
    "jsh_lcsgj_2014": {
        "residual_viability": Criterion(
            ("residual_viability_percent",),
            lambda case: over_half(case["residual_viability_percent"]),
            JSH_TRIAL,
        ),
        "new_lesions": Criterion(
            ("new_intrahepatic_lesions",),
            lambda case: case["new_intrahepatic_lesions"] == "after_consecutive_sessions",
            JSH_TRIAL,
        ),
        "vascular_invasion": Criterion(
            ("vascular_invasion",), lambda case: case["vascular_invasion"] == "new", {}
        ),
        "extrahepatic_spread": Criterion(
            ("extrahepatic_spread",), lambda case: case["extrahepatic_spread"] == "new", {}
        ),
        "tumor_markers": Criterion(
            ("tumor_marker_trend",), lambda case: case["tumor_marker_trend"] == "rising", {}
        ),
    },
    "european_2014": {
        "response_for_intent": Criterion(
            ("target_response", "treatment_intent"),
            lambda case: (
                case["target_response"] == "PD"
                or (case["target_response"] == "SD" and case["treatment_intent"] == "curative")
            ),
            {},
        ),
    },
    "cci_2022": {
        "progression_after_refined_tace": Criterion(
            ("target_response", "progressed_from_baseline"),
            lambda case: case["target_response"] == "PD" and case["progressed_from_baseline"],
            CCI_TRIAL,
        ),
    },
}


def facts_read(criterion: Criterion) -> tuple[str, ...]:
    return tuple(dict.fromkeys(("tace_sessions", *criterion.failure_reads, *criterion.trial)))


def facts_read_by(definition: str) -> tuple[str, ...]:
    criteria = DEFINITIONS[definition].values()
    return tuple(dict.fromkeys(fact for each in criteria for fact in facts_read(each)))


def status(criterion: Criterion, complete: Facts) -> str:
    if complete["tace_sessions"] == 0:
        return "not_assessable"
    if not criterion.failed(complete):
        return "not_met"
    if all(fulfilled(complete[fact]) for fact, fulfilled in criterion.trial.items()):
        return "met"
    return "not_assessable"


def verdict(statuses: Outcome) -> str:
    if "met" in statuses:
        return "refractory"
    if "not_assessable" in statuses:
        return "not_assessable"
    return "not_refractory"


def outcomes(definition: str, case: Facts) -> frozenset[Outcome]:
    return _outcomes(definition, frozenset((f, v) for f, v in case.items() if f in ANSWERS))


@cache
def _outcomes(definition: str, answers: frozenset[tuple[str, Any]]) -> frozenset[Outcome]:
    case = dict(answers)
    if broken_rules(case):
        return frozenset()
    untreated = case.get("tace_sessions") == 0
    for fact in facts_read_by(definition):
        if fact not in case and not (untreated and fact in AFTER_TACE):
            children = (_outcomes(definition, answers | {(fact, v)}) for v in ANSWERS[fact])
            return frozenset[Outcome]().union(*children)
    return frozenset({tuple(status(each, case) for each in DEFINITIONS[definition].values())})


def possible(definition: str, case: Facts) -> frozenset[str]:
    return frozenset(verdict(outcome) for outcome in outcomes(definition, case))


def possible_statuses(definition: str, criterion: str, case: Facts) -> frozenset[str]:
    place = list(DEFINITIONS[definition]).index(criterion)
    return frozenset(outcome[place] for outcome in outcomes(definition, case))
