import math

import pytest

from domain.facts.case import Case
from domain.facts.catalogue import FACTS, RESIDUAL_VIABILITY, TACE_SESSIONS
from domain.facts.fact import Choice, Number
from domain.facts.reading import InvalidFactsError, read_case
from domain.facts.vocabulary import ViabilityRange
from domain.logic.knowledge import Interval

YES_NO = (False, True)
PRESENCE = ("absent", "preexisting", "new")

# The table of the specification. Numbers are given by their bounds and their decimals.
SPECIFIED: dict[str, tuple[object, ...] | dict[str, float]] = {
    "tace_sessions": {"low": 0, "high": 50, "decimals": 0},
    "sessions_within_6_months": {"low": 0, "high": 50, "decimals": 0},
    "treatment_intent": ("palliative", "curative"),
    "target_response": ("CR", "PR", "SD", "PD"),
    "progressed_from_baseline": YES_NO,
    "residual_viability_percent": {"low": 0, "high": 500, "decimals": 1},
    "imaging_timing": ("before_1_month", "within_1_to_3_months", "after_3_months"),
    "new_intrahepatic_lesions": ("none", "after_latest_session", "after_consecutive_sessions"),
    "vascular_invasion": PRESENCE,
    "extrahepatic_spread": PRESENCE,
    "tumor_marker_trend": ("not_rising", "rising"),
    "technique_reassessed": YES_NO,
    "standardized_technique": YES_NO,
    "child_pugh_class": ("A", "B", "C"),
    "ecog": {"low": 0, "high": 4, "decimals": 0},
    "hepatic_artery_occluded": YES_NO,
    "severe_jaundice": YES_NO,
    "hepatic_encephalopathy": YES_NO,
    "refractory_ascites": YES_NO,
    "hepatorenal_syndrome": YES_NO,
    "diffuse_arteriovenous_fistula": YES_NO,
    "tumor_count": {"low": 1, "high": 99, "decimals": 0},
    "largest_tumor_cm": {"low": 0.1, "high": 50, "decimals": 1},
}
NUMBERS = {name: each for name, each in SPECIFIED.items() if isinstance(each, dict)}
CHOICES = {name: each for name, each in SPECIFIED.items() if isinstance(each, tuple)}
EVERY_NAMED_VALUE = {value for values in CHOICES.values() for value in values} | {"yes", ""}


def is_an_answer(fact: str, value: object) -> bool:
    try:
        read_case({fact: value})
    except InvalidFactsError:
        return False
    return True


def test_catalogue_and_case_hold_the_facts_of_the_specification_in_its_order() -> None:
    assert list(FACTS) == list(Case.model_fields) == list(SPECIFIED)


@pytest.mark.parametrize("name", CHOICES)
def test_a_named_fact_takes_exactly_its_values(name: str) -> None:
    declared = FACTS[name]
    assert isinstance(declared, Choice)
    assert declared.values == CHOICES[name]
    accepted = {value for value in EVERY_NAMED_VALUE if is_an_answer(name, value)}
    assert accepted == set(CHOICES[name])


@pytest.mark.parametrize("name", NUMBERS)
def test_a_number_runs_from_its_lowest_to_its_highest_value_in_its_steps(name: str) -> None:
    specified, declared = NUMBERS[name], FACTS[name]
    assert isinstance(declared, Number)
    low, high, step = specified["low"], specified["high"], 10 ** -specified["decimals"]
    assert (declared.low, declared.high) == (low, high)
    assert declared.ticks_per_unit == 10 ** specified["decimals"]
    assert is_an_answer(name, low)
    assert is_an_answer(name, high)
    assert not is_an_answer(name, round(low - step, 1))
    assert not is_an_answer(name, round(high + step, 1))
    assert not is_an_answer(name, low + step / 2)


@pytest.mark.parametrize("name", NUMBERS)
def test_a_number_takes_every_one_of_its_values_as_given(name: str) -> None:
    declared = FACTS[name]
    assert isinstance(declared, Number)
    for ticks in range(declared.ticks(declared.low), declared.ticks(declared.high) + 1):
        value = declared.value(ticks)
        assert declared.ticks(value) == ticks
        assert read_case({name: value}).answers == {name: value}


@pytest.mark.parametrize("name", NUMBERS)
@pytest.mark.parametrize("value", [True, "3", "up_to_50", 1e308, math.nan, math.inf, [], {}])
def test_a_number_is_nothing_but_a_number_or_one_of_its_ranges(name: str, value: object) -> None:
    named_range = name == "residual_viability_percent" and value == "up_to_50"
    assert is_an_answer(name, value) == named_range


@pytest.mark.parametrize("name", CHOICES)
@pytest.mark.parametrize("value", [0, 1, 2.5, "true", "cr", "None", ["CR"]])
def test_a_named_fact_takes_no_look_alike_of_its_values(name: str, value: object) -> None:
    assert not is_an_answer(name, value)


def test_the_two_ranges_leave_out_nothing_but_no_viability() -> None:
    assert RESIDUAL_VIABILITY.known(ViabilityRange.UP_TO_50) == Interval(1, 500)
    assert RESIDUAL_VIABILITY.known(ViabilityRange.OVER_50) == Interval(501, 5000)


def test_a_named_fact_does_not_read_a_number() -> None:
    with pytest.raises(ValueError, match="treatment_intent has no value 3"):
        FACTS["treatment_intent"].known(3)


def test_a_whole_number_is_written_without_decimals() -> None:
    assert repr(RESIDUAL_VIABILITY.value(500)) == "50"
    assert repr(RESIDUAL_VIABILITY.value(501)) == "50.1"
    assert repr(TACE_SESSIONS.value(3)) == "3"
