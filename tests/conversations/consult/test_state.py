import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from pydantic import ValidationError

from conversations.consult.state import Amended, Consult
from domain.facts.admissibility import ContradictoryCaseError
from domain.facts.catalogue import FACTS
from tests.conversations.showing import consult
from tests.conversations.strategies import consults
from tests.strategies import THOROUGH, answers_to


@st.composite
def amended(draw: st.DrawFn) -> tuple[Consult, str, Amended]:
    before = draw(consults())
    fact = draw(st.sampled_from(list(FACTS)))
    answer = draw(answers_to(fact))
    assert isinstance(answer, (bool, int, float, str))
    try:
        return before, fact, before.answering(fact, answer)
    except ContradictoryCaseError:
        assume(condition=False)
        raise


def in_one_state(of: Consult) -> bool:
    states = [of.case.answers.keys(), of.case.implied.keys(), of.not_known]
    return sum(map(len, states)) == len(set().union(*states))


@THOROUGH
@given(amended())
def test_an_answer_is_recorded_and_takes_back_only_what_it_says_it_dropped(
    step: tuple[Consult, str, Amended],
) -> None:
    before, fact, after = step
    answers = after.consult.case.answers
    assert fact in answers
    assert before.case.answers.keys() - answers.keys() == set(after.dropped)
    for other in answers.keys() - {fact}:
        assert answers[other] == before.case.answers[other]
    assert after.consult.not_known <= before.not_known - {fact}
    assert in_one_state(after.consult)


@THOROUGH
@given(consults(), st.lists(st.sampled_from(list(FACTS)), min_size=1, unique=True))
def test_setting_aside_takes_back_answers_and_never_gives_one(
    before: Consult, facts: list[str]
) -> None:
    after = before.setting_aside(*facts)
    taken_back = before.case.answers.keys() - after.consult.case.answers.keys()
    assert after.consult.case.answers.items() <= before.case.answers.items()
    assert after.consult.case.implied.items() <= (
        before.case.implied.items() | before.case.answers.items()
    )
    assert taken_back == set(after.dropped) | (set(facts) & before.case.answers.keys())
    assert all(not after.consult.is_open(fact) for fact in facts)
    assert in_one_state(after.consult)


def test_a_fact_is_open_until_it_is_answered_implied_or_set_aside() -> None:
    of = consult("ecog", target_response="CR")
    settled = {"ecog", "target_response", "residual_viability_percent"}
    assert {fact for fact in FACTS if not of.is_open(fact)} == settled


@given(consults())
def test_a_consult_does_not_go_beyond_itself_and_goes_beyond_an_empty_one(of: Consult) -> None:
    assert not of.goes_beyond(of)
    assert of.goes_beyond(Consult()) is (of != Consult())


@pytest.mark.parametrize(
    ("beyond", "before"),
    [
        (consult(tace_sessions=3, ecog=1), consult(tace_sessions=3)),
        (consult("ecog", tace_sessions=3), consult(tace_sessions=3)),
        (consult(target_response="CR"), consult("residual_viability_percent")),
    ],
)
def test_a_consult_that_has_all_of_another_and_more_goes_beyond_it(
    beyond: Consult, before: Consult
) -> None:
    assert beyond.goes_beyond(before)
    assert not before.goes_beyond(beyond)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (consult(tace_sessions=3), consult(tace_sessions=4)),
        (consult(tace_sessions=3), consult(ecog=1)),
        (consult(ecog=1), consult("ecog")),
        (consult("ecog"), consult("child_pugh_class")),
    ],
)
def test_of_two_consults_that_part_neither_goes_beyond_the_other(
    one: Consult, other: Consult
) -> None:
    assert not one.goes_beyond(other)
    assert not other.goes_beyond(one)


def test_a_new_answer_outdates_the_later_ones_that_it_contradicts() -> None:
    before = consult(
        tace_sessions=3,
        sessions_within_6_months=3,
        new_intrahepatic_lesions="after_consecutive_sessions",
        tumor_marker_trend="rising",
    )
    after = before.answering("tace_sessions", 1)
    assert after.dropped == ("sessions_within_6_months", "new_intrahepatic_lesions")
    assert after.consult.case.answers == {"tace_sessions": 1, "tumor_marker_trend": "rising"}


def test_no_session_at_all_drops_everything_that_followed_one() -> None:
    before = consult(tace_sessions=2, target_response="PD", vascular_invasion="new", ecog=1)
    after = before.answering("tace_sessions", 0)
    assert after.dropped == ("target_response", "vascular_invasion")
    assert after.consult.case.answers == {"tace_sessions": 0, "ecog": 1}


def test_a_new_answer_gives_way_to_an_earlier_one() -> None:
    before = consult(tace_sessions=2, target_response="SD")
    with pytest.raises(ContradictoryCaseError) as refusal:
        before.answering("sessions_within_6_months", 3)
    assert refusal.value.facts == ("tace_sessions", "sessions_within_6_months")


def test_what_is_no_answer_is_refused() -> None:
    with pytest.raises(ValidationError):
        Consult().answering("ecog", 5)


def test_answering_a_fact_that_was_not_known_makes_it_known() -> None:
    after = consult("ecog", "child_pugh_class").answering("ecog", 1)
    assert after == Amended(consult("child_pugh_class", ecog=1))


def test_an_implied_fact_is_no_longer_not_known() -> None:
    after = consult("residual_viability_percent").answering("target_response", "CR")
    assert after == Amended(consult(target_response="CR"))


def test_setting_a_response_aside_drops_the_progression_that_implies_it() -> None:
    before = consult(target_response="PD", progressed_from_baseline=True, ecog=1)
    assert before.setting_aside("target_response") == Amended(
        consult("target_response", ecog=1), ("progressed_from_baseline",)
    )


def test_what_follows_from_an_earlier_answer_cannot_be_set_aside() -> None:
    before = consult(target_response="CR")
    assert before.setting_aside("residual_viability_percent") == Amended(before)


def test_what_is_kept_of_a_consult_cannot_be_changed_afterwards() -> None:
    so_far = Consult().setting_aside("ecog").consult
    answered = so_far.answering("target_response", "CR").consult
    assert {so_far: 1, answered: 2}[answered] == 2
