"""What the first independent reading of the rules found wrong, one test each."""

import math

import pytest

from domain.appraisal.appraise import appraise
from domain.appraisal.grounds import deciding_facts
from domain.calculators.child_pugh import ImplausibleValueError, Measurement, Unit, child_pugh
from domain.facts.reading import InvalidFactsError, read_case


@pytest.mark.parametrize("fact", ["residual_viability_percent", "largest_tumor_cm"])
def test_a_number_beyond_all_measure_is_not_an_answer(fact: str) -> None:
    with pytest.raises(InvalidFactsError):
        read_case({fact: 1e308})


@pytest.mark.parametrize("response", ["SD", "PD"])
def test_too_few_sessions_in_all_are_what_an_epoihcc_trial_lacked(response: str) -> None:
    case = read_case({"tace_sessions": 2, "target_response": response})
    (criterion,) = appraise(case).definitions["epoihcc_2013"].criteria
    assert criterion.status == "not_assessable"
    assert deciding_facts(criterion, case)


@pytest.mark.parametrize(
    ("facts", "definition", "criterion"),
    [
        ({"residual_viability_percent": 40}, "cci_2022", "progression_after_refined_tace"),
        ({"tace_sessions": 1}, "jsh_lcsgj_2014", "new_lesions"),
        (
            {
                "progressed_from_baseline": True,
                "tace_sessions": 2,
                "imaging_timing": "within_1_to_3_months",
                "technique_reassessed": True,
            },
            "jsh_lcsgj_2014",
            "residual_viability",
        ),
    ],
)
def test_what_an_implication_settles_has_a_ground(
    facts: dict[str, object], definition: str, criterion: str
) -> None:
    case = read_case(facts)
    found = {each.criterion.id: each for each in appraise(case).definitions[definition].criteria}
    assert found[criterion].status in ("met", "not_met")
    assert deciding_facts(found[criterion], case)


def test_progression_with_half_the_tumor_left_is_not_from_the_baseline() -> None:
    case = read_case({"target_response": "PD", "residual_viability_percent": 40})
    appraisal = appraise(case)
    assert appraisal.definitions["cci_2022"].verdict == "not_refractory"
    assert case.implied == {"progressed_from_baseline": False}
    assert "nadir_is_not_baseline" in {caveat.id for caveat in appraisal.caveats_of("cci_2022")}


def test_fifty_sessions_within_six_months_are_fifty_sessions() -> None:
    assert read_case({"sessions_within_6_months": 50}).implied == {"tace_sessions": 50}


@pytest.mark.parametrize("value", [math.nan, math.inf])
def test_a_laboratory_value_that_is_no_number_asks_back(value: float) -> None:
    with pytest.raises(ImplausibleValueError):
        child_pugh((Measurement(value, Unit.INR),))


def test_a_figure_with_many_decimals_is_refused() -> None:
    with pytest.raises(InvalidFactsError):
        read_case({"residual_viability_percent": 50.00000000001})


def test_what_cannot_be_read_is_told_before_what_contradicts() -> None:
    with pytest.raises(InvalidFactsError):
        read_case({"afp": 400, "tace_sessions": 0, "target_response": "SD"})


def test_the_implied_answer_is_what_kept_progression_from_counting() -> None:
    case = read_case({"target_response": "PD", "residual_viability_percent": 40})
    (criterion,) = appraise(case).definitions["cci_2022"].criteria
    assert deciding_facts(criterion, case) == ("progressed_from_baseline",)
