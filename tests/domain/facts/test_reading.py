import pytest

from domain.facts.reading import Fault, InvalidFactsError, Problem, read_case


def problems(facts: dict[str, object]) -> tuple[Problem, ...]:
    with pytest.raises(InvalidFactsError) as caught:
        read_case(facts)
    return caught.value.problems


def test_no_facts_are_a_case() -> None:
    assert read_case({}).answers == {}


def test_a_name_that_no_fact_has_is_a_problem_even_without_an_answer() -> None:
    assert problems({"tace_session": 3}) == (Problem("tace_session", Fault.UNKNOWN_FACT),)
    assert problems({"afp": None}) == (Problem("afp", Fault.UNKNOWN_FACT),)


def test_a_value_outside_every_form_of_a_fact_is_one_problem() -> None:
    assert problems({"residual_viability_percent": "half"}) == (
        Problem("residual_viability_percent", Fault.NOT_AN_ANSWER),
    )


def test_every_problem_is_listed_and_named_in_the_message() -> None:
    facts: dict[str, object] = {"ecog": 5, "target_response": "NE", "bilirubin": 20}
    with pytest.raises(InvalidFactsError, match="ecog: not_an_answer") as caught:
        read_case(facts)
    assert set(caught.value.problems) == {
        Problem("ecog", Fault.NOT_AN_ANSWER),
        Problem("target_response", Fault.NOT_AN_ANSWER),
        Problem("bilirubin", Fault.UNKNOWN_FACT),
    }


def test_what_cannot_be_read_is_told_before_what_contradicts() -> None:
    assert problems({"tace_sessions": 0, "target_response": "SD", "ecog": 9}) == (
        Problem("ecog", Fault.NOT_AN_ANSWER),
    )
