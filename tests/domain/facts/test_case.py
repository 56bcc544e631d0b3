import pytest
from hypothesis import given
from pydantic import ValidationError

from domain.facts.admissibility import ContradictoryCaseError
from domain.facts.case import Case
from domain.facts.catalogue import FACTS
from domain.facts.reading import read_case
from domain.facts.vocabulary import TargetResponse
from tests.domain.completion import completions
from tests.strategies import THOROUGH, Facts, admissible_facts


@THOROUGH
@given(facts=admissible_facts())
def test_answers_are_returned_as_given_in_the_order_of_the_catalogue(facts: Facts) -> None:
    answers = read_case(dict(reversed(facts.items()))).answers
    assert answers == facts
    assert list(answers) == [fact for fact in FACTS if fact in facts]


@THOROUGH
@given(facts=admissible_facts())
def test_every_accepted_case_can_be_completed(facts: Facts) -> None:
    complete = next(completions(read_case(facts)))
    assert complete.answers.items() >= facts.items()


def test_an_unanswered_fact_may_be_given_as_none_or_left_out() -> None:
    assert read_case({"ecog": None, "target_response": "SD"}) == Case(
        target_response=TargetResponse.SD
    )


def test_a_case_cannot_be_altered() -> None:
    case = read_case({"ecog": 2})
    with pytest.raises(ValidationError, match="frozen"):
        case.ecog = 3  # type: ignore[misc]  # it must fail at run time too
    with pytest.raises(TypeError):
        case.answers["ecog"] = 3  # type: ignore[index]  # it must fail at run time too


def test_a_case_with_another_answer_leaves_the_first_as_it_was() -> None:
    case = read_case({"ecog": 2, "target_response": "SD"})
    assert case.with_answer("ecog", 3).answers == {"target_response": "SD", "ecog": 3}
    assert case.with_answer("ecog", None).answers == {"target_response": "SD"}
    assert case.answers == {"target_response": "SD", "ecog": 2}


def test_another_answer_is_checked_like_the_first() -> None:
    case = read_case({"target_response": "SD"})
    with pytest.raises(ContradictoryCaseError):
        case.with_answer("tace_sessions", 0)
    with pytest.raises(ValidationError):
        case.with_answer("tace_sessions", 51)
    with pytest.raises(ValidationError):
        case.with_answer("tace_session", 1)


@pytest.mark.parametrize(("given_as", "kept_as"), [(60.0, "60"), (60.5, "60.5"), (0.0, "0")])
def test_a_measured_whole_number_is_kept_whole(given_as: float, kept_as: str) -> None:
    case = read_case({"residual_viability_percent": given_as})
    assert repr(case.residual_viability_percent) == kept_as


@pytest.mark.parametrize("value", [50.05, 0.01, 49.99, 50.00000000001])
def test_a_second_decimal_is_refused_rather_than_rounded(value: float) -> None:
    with pytest.raises(ValidationError, match="at most one decimal"):
        Case(residual_viability_percent=value)
