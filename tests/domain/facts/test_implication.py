import pytest
from hypothesis import given

from domain.facts.admissibility import ContradictoryCaseError
from domain.facts.catalogue import TACE_SESSIONS
from domain.facts.implication import fewest_sessions
from domain.facts.reading import read_case
from domain.logic.knowledge import Interval
from tests.domain.completion import completions
from tests.domain.reference import AFTER_TACE, ANSWERS
from tests.domain.reference_caveats import had_a_session, with_implied
from tests.strategies import THOROUGH, Facts, admissible_facts


@THOROUGH
@given(facts=admissible_facts())
def test_what_the_answers_imply_is_worked_out_and_nothing_else(facts: Facts) -> None:
    implied = read_case(facts).implied
    assert {**facts, **implied} == with_implied(facts)
    assert implied.keys().isdisjoint(facts)


@THOROUGH
@given(facts=admissible_facts())
def test_an_implied_answer_fits_the_case_and_is_found_in_every_completion(facts: Facts) -> None:
    case = read_case(facts)
    complete = next(completions(case))
    for fact, answer in case.implied.items():
        assert case.with_answer(fact, answer).answers[fact] == answer
        assert complete.answers[fact] == answer


@pytest.mark.parametrize("fact", sorted(AFTER_TACE))
def test_any_result_of_tace_implies_a_session(fact: str) -> None:
    for answer in ANSWERS[fact]:
        assert fewest_sessions(read_case({fact: answer}).answers) >= 1


@pytest.mark.parametrize(
    ("facts", "fewest"),
    [
        ({}, 0),
        ({"treatment_intent": "curative", "ecog": 1}, 0),
        ({"vascular_invasion": "preexisting", "extrahepatic_spread": "absent"}, 0),
        ({"vascular_invasion": "new"}, 1),
        ({"extrahepatic_spread": "new"}, 1),
        ({"progressed_from_baseline": False}, 1),
        ({"new_intrahepatic_lesions": "after_latest_session"}, 1),
        ({"new_intrahepatic_lesions": "after_consecutive_sessions"}, 2),
        ({"sessions_within_6_months": 0}, 0),
        ({"sessions_within_6_months": 1}, 1),
        ({"sessions_within_6_months": 4, "vascular_invasion": "new"}, 4),
        (
            {
                "sessions_within_6_months": 1,
                "new_intrahepatic_lesions": "after_consecutive_sessions",
            },
            2,
        ),
    ],
)
def test_the_fewest_sessions_follow_from_what_came_after_them(facts: Facts, fewest: int) -> None:
    case = read_case(facts)
    assert fewest_sessions(case.answers) == fewest
    at_least = case.known.get(TACE_SESSIONS.name)
    assert at_least == (Interval(fewest, 50) if fewest else None)


@THOROUGH
@given(facts=admissible_facts())
def test_no_fewer_sessions_fit_the_case_than_those_implied(facts: Facts) -> None:
    without = {fact: answer for fact, answer in facts.items() if fact != "tace_sessions"}
    case = read_case(without)
    fewest = fewest_sessions(case.answers)
    assert (fewest >= 1) == had_a_session(without)
    assert case.with_answer("tace_sessions", fewest).tace_sessions == fewest
    if fewest:
        with pytest.raises(ContradictoryCaseError):
            case.with_answer("tace_sessions", fewest - 1)


def test_a_given_number_of_sessions_stays_as_given() -> None:
    case = read_case({"tace_sessions": 3, "sessions_within_6_months": 1})
    assert case.known[TACE_SESSIONS.name] == Interval(3, 3)
