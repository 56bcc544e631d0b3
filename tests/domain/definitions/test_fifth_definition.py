# A definition that nobody has published, with bounds that no other rule has, judged by the
# engine as it stands and by plain brute force.

from collections.abc import Iterator

import pytest

from domain.appraisal.appraise import appraise
from domain.appraisal.flips import flips
from domain.appraisal.judgement import judge
from domain.definitions import DEFINITIONS
from domain.facts.catalogue import (
    IMAGING_TIMING,
    RESIDUAL_VIABILITY,
    TACE_SESSIONS,
    TARGET_RESPONSE,
    TREATMENT_INTENT,
)
from domain.facts.reading import read_case
from domain.facts.vocabulary import ImagingTiming, TargetResponse, TreatmentIntent
from domain.rules.definition import Criterion, Definition
from domain.rules.source import Source
from tests.domain.combinations import Space, admissible_combinations
from tests.domain.reference import AFTER_TACE, Facts

FIFTH = Definition(
    id="lisbon_2031",
    year=2031,
    report_place=5,
    sources=(Source.ARTICLE,),
    criteria=(
        Criterion(
            id="four_sessions_in_vain",
            fair_trial=(
                TACE_SESSIONS.at_least(4),
                IMAGING_TIMING.is_(ImagingTiming.WITHIN_1_TO_3_MONTHS),
            ),
            failure=RESIDUAL_VIABILITY.above(75)
            | (
                TARGET_RESPONSE.is_(TargetResponse.PD)
                & TREATMENT_INTENT.is_(TreatmentIntent.CURATIVE)
            ),
        ),
    ),
)

FIGURES: Space = {
    "tace_sessions": (0, 1, 3, 4, 50),
    "residual_viability_percent": (0, 50, 50.1, 75, 75.1, 500),
    "target_response": ("CR", "PR", "SD", "PD"),
    "treatment_intent": ("palliative", "curative"),
    "imaging_timing": ("before_1_month", "within_1_to_3_months", "after_3_months"),
}
RANGES = {"up_to_50": (0.1, 50), "over_50": (50.1, 75, 75.1, 500)}


def verdict(complete: Facts) -> str:
    if complete["tace_sessions"] == 0:
        return "not_assessable"
    progressed = complete["target_response"] == "PD" and complete["treatment_intent"] == "curative"
    if not (complete["residual_viability_percent"] > 75 or progressed):
        return "not_refractory"
    in_time = complete["imaging_timing"] == "within_1_to_3_months"
    return "refractory" if complete["tace_sessions"] >= 4 and in_time else "not_assessable"


def completions(case: Facts) -> Iterator[Facts]:
    for sessions in (
        [case["tace_sessions"]] if "tace_sessions" in case else FIGURES["tace_sessions"]
    ):
        open_to = {
            fact: RANGES.get(case[fact], (case[fact],)) if fact in case else figures
            for fact, figures in FIGURES.items()
            if fact in case or sessions or fact not in AFTER_TACE
        }
        yield from admissible_combinations({**open_to, "tace_sessions": (sessions,)})


def possible(case: Facts) -> set[str]:
    return {verdict(complete) for complete in completions(case)}


def undecided_by(case: Facts) -> set[str]:
    return {
        fact
        for fact, figures in FIGURES.items()
        if fact not in case
        for answer in (*figures, *(RANGES if fact == "residual_viability_percent" else ()))
        if possible({**case, fact: answer}) not in (set(), possible(case))
    }


def open_cases() -> Iterator[Facts]:
    answers = {fact: (None, *figures) for fact, figures in FIGURES.items()} | {
        "tace_sessions": (None, 0, 3, 4),
        "residual_viability_percent": (None, 0, 75, 75.1, *RANGES),
        "imaging_timing": (None, "before_1_month", "within_1_to_3_months"),
    }
    return admissible_combinations(answers)


def test_a_definition_with_bounds_of_its_own_is_judged_right_however_open_the_case() -> None:
    for facts in open_cases():
        finding = judge(FIFTH, read_case(facts))
        assert finding.possible == possible(facts), facts
        assert set(finding.undecided_by) == undecided_by(facts), facts


def test_its_flips_are_at_its_own_bounds() -> None:
    case = read_case(
        {
            "tace_sessions": 6,
            "treatment_intent": "palliative",
            "target_response": "SD",
            "residual_viability_percent": 90,
            "imaging_timing": "within_1_to_3_months",
        }
    )
    found = {(flip.fact, flip.changed, flip.verdict) for flip in flips(judge(FIFTH, case), case)}
    assert found == {
        ("tace_sessions", 3, "not_assessable"),
        ("residual_viability_percent", 75, "not_refractory"),
        ("imaging_timing", "before_1_month", "not_assessable"),
        ("imaging_timing", "after_3_months", "not_assessable"),
    }


def test_a_range_that_a_bound_divides_leaves_the_verdict_open() -> None:
    case = read_case({"tace_sessions": 4, "residual_viability_percent": "over_50"})
    assert "residual_viability_percent" not in judge(FIFTH, case).undecided_by
    assert not judge(FIFTH, case.with_answer("target_response", TargetResponse.SD)).settled


def test_once_declared_it_is_appraised_beside_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("domain.appraisal.appraise.DEFINITIONS", (*DEFINITIONS, FIFTH))
    appraisal = appraise(read_case({"tace_sessions": 0}))
    assert list(appraisal.definitions) == [*(each.id for each in DEFINITIONS), "lisbon_2031"]
    assert appraisal.definitions["lisbon_2031"].verdict == "not_assessable"
