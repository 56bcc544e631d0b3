from collections.abc import Mapping

import pytest
from hypothesis import given

from domain.facts.admissibility import ContradictoryCaseError
from domain.facts.catalogue import FACTS
from domain.facts.reading import read_case
from tests.domain.combinations import Space, combinations
from tests.domain.reference import AFTER_TACE, ANSWERS, broken_rules
from tests.strategies import THOROUGH, Facts, partial_facts

# Enough of the answers to break and to keep every rule, alone and together.
SPACE: Space = {
    "tace_sessions": (None, 0, 1, 2),
    "sessions_within_6_months": (None, 0, 2),
    "target_response": (None, *ANSWERS["target_response"]),
    "progressed_from_baseline": (None, False, True),
    "residual_viability_percent": (None, 0, 50, 50.1, "over_50"),
    "new_intrahepatic_lesions": (None, "after_consecutive_sessions"),
    "vascular_invasion": (None, "new"),
    "extrahepatic_spread": (None, "absent", "new"),
}


def refused(facts: Mapping[str, object]) -> set[str]:
    try:
        read_case(facts)
    except ContradictoryCaseError as contradictory:
        return set(contradictory.facts)
    return set()


def test_a_case_is_refused_for_exactly_the_facts_of_the_rules_that_it_breaks() -> None:
    for facts in combinations(SPACE):
        assert refused(facts) == set().union(*broken_rules(facts)), facts


@THOROUGH
@given(facts=partial_facts())
def test_whatever_else_is_answered_the_same_rules_refuse_a_case(facts: Facts) -> None:
    assert refused(facts) == set().union(*broken_rules(facts))


@pytest.mark.parametrize("fact", sorted(AFTER_TACE))
def test_with_no_session_nothing_that_follows_tace_can_be_answered(fact: str) -> None:
    for answer in ANSWERS[fact]:
        with pytest.raises(ContradictoryCaseError) as caught:
            read_case({"tace_sessions": 0, fact: answer})
        assert caught.value.facts == ("tace_sessions", fact)


def test_every_broken_rule_is_named_with_its_facts_in_the_order_of_the_catalogue() -> None:
    facts = {
        "residual_viability_percent": 40,
        "progressed_from_baseline": True,
        "target_response": "CR",
        "sessions_within_6_months": 3,
        "tace_sessions": 2,
    }
    with pytest.raises(ContradictoryCaseError) as caught:
        read_case(facts)
    assert {each.rule: each.facts for each in caught.value.contradictions} == {
        "sessions_within_6_months_exceed_sessions": ("tace_sessions", "sessions_within_6_months"),
        "complete_response_and_viability": ("target_response", "residual_viability_percent"),
        "progressed_without_pd": ("target_response", "progressed_from_baseline"),
        "progressed_with_low_viability": (
            "progressed_from_baseline",
            "residual_viability_percent",
        ),
    }
    assert caught.value.facts == tuple(fact for fact in FACTS if fact in facts)
    assert "progressed_without_pd" in str(caught.value)


@pytest.mark.parametrize(
    ("facts", "rule"),
    [
        (
            {"new_intrahepatic_lesions": "after_consecutive_sessions", "tace_sessions": 1},
            "consecutive_lesions_need_two_sessions",
        ),
        ({"vascular_invasion": "new", "tace_sessions": 0}, "new_invasion_without_session"),
        ({"extrahepatic_spread": "new", "tace_sessions": 0}, "new_spread_without_session"),
        ({"imaging_timing": "before_1_month", "tace_sessions": 0}, "result_without_session"),
    ],
)
def test_each_rule_about_sessions_has_its_own_name(facts: Facts, rule: str) -> None:
    with pytest.raises(ContradictoryCaseError) as caught:
        read_case(facts)
    assert [each.rule for each in caught.value.contradictions] == [rule]
