import pytest
from hypothesis import given

from conversations.consult.state import Consult
from conversations.flow.actions import Give, NoScanYet, SetAside
from conversations.screens.answers import answer_rows
from conversations.screens.screen import Button
from conversations.wording import Language
from domain.facts.admissibility import ContradictoryCaseError
from domain.facts.catalogue import FACTS
from domain.facts.fact import Choice
from tests.conversations.showing import EN, WORDS, consult
from tests.conversations.strategies import BRIEF, consults


def offered(fact: str, of: Consult) -> list[Button]:
    return [button for row in answer_rows(fact, of, EN) for button in row]


def given_answers(fact: str, of: Consult) -> list[object]:
    return [each.action.answer for each in offered(fact, of) if isinstance(each.action, Give)]


@BRIEF
@given(consults())
def test_every_answer_offered_can_be_given_and_not_known_is_always_among_them(of: Consult) -> None:
    for fact in FACTS:
        actions = [button.action for button in offered(fact, of)]
        assert actions[-1] == SetAside(fact)
        for action in actions:
            if isinstance(action, Give):
                assert of.answering(fact, action.answer).consult.case.answers[fact] == action.answer


@BRIEF
@given(consults())
def test_no_value_is_left_out_but_those_that_contradict_an_earlier_answer(of: Consult) -> None:
    for fact, declared in FACTS.items():
        if not isinstance(declared, Choice):
            continue
        for value in declared.values:
            try:
                of.answering(fact, value)
                possible = True
            except ContradictoryCaseError:
                possible = False
            assert (value in given_answers(fact, of)) == possible


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("fact", FACTS)
def test_an_answer_given_is_marked_and_no_other_value_is(fact: str, language: Language) -> None:
    for action in {button.action for button in offered(fact, consult(tace_sessions=2))}:
        if not isinstance(action, Give):
            continue
        of = consult(**{fact: action.answer})
        for row in answer_rows(fact, of, WORDS[language]):
            for button in row:
                assert not button.label.startswith("✓ ") or button.action == action
        marked = [each for row in answer_rows(fact, of, WORDS[language]) for each in row]
        assert sum(each.label.startswith("✓ ") for each in marked) == 1


def test_one_session_to_six_are_tapped_and_more_are_typed() -> None:
    rows = answer_rows("tace_sessions", Consult(), EN)
    assert [button.label for button in rows[0]] == ["1", "2", "3", "4", "5", "6"]
    assert [button.action for button in rows[1]] == [Give("tace_sessions", 0)]


@pytest.mark.parametrize(
    ("sessions", "answers"),
    [(1, [1]), (2, [2, 1]), (7, [7, 1, 2, 3, 4, 5, 6]), (40, [40, 1, 2, 3, 4, 5, 6])],
)
def test_all_of_them_is_the_usual_number_within_six_months(
    sessions: int, answers: list[int]
) -> None:
    of = consult(tace_sessions=sessions)
    assert given_answers("sessions_within_6_months", of) == answers
    assert offered("sessions_within_6_months", of)[0].label == "All of them"


def test_without_the_number_of_sessions_all_of_them_is_no_answer() -> None:
    assert given_answers("sessions_within_6_months", Consult()) == [1, 2, 3, 4, 5, 6]


def test_yes_stands_in_front_of_no() -> None:
    assert given_answers("technique_reassessed", Consult()) == [True, False]


def test_the_answers_that_are_no_values_stand_with_their_questions() -> None:
    extra = {
        fact: [each.label for each in offered(fact, Consult()) if not isinstance(each.action, Give)]
        for fact in ("target_response", "treatment_intent", "extrahepatic_spread", "ecog")
    }
    assert extra == {
        "target_response": ["No such scan yet", "Cannot be measured"],
        "treatment_intent": ["Bridge/conversion/adjuvant: neither", "Not known"],
        "extrahepatic_spread": ["Liver-only scan or doubtful"],
        "ecog": ["Not known"],
    }
    assert NoScanYet() in [each.action for each in offered("target_response", Consult())]


def test_that_there_is_no_scan_yet_can_be_said_in_front_of_all_questions() -> None:
    told_of = [Consult(), consult("imaging_timing"), consult(target_response="SD")]
    found = [[each.action for each in offered("tace_sessions", of)] for of in told_of]
    assert [NoScanYet() in actions for actions in found] == [True, False, False]


def test_a_marker_never_raised_is_recorded_as_not_rising() -> None:
    found = {each.label: each.action for each in offered("tumor_marker_trend", Consult())}
    assert found["Never raised"] == Give("tumor_marker_trend", "not_rising")


def test_what_an_earlier_answer_rules_out_is_not_offered() -> None:
    assert given_answers("target_response", consult(tace_sessions=0)) == []
    assert "after_consecutive_sessions" not in given_answers(
        "new_intrahepatic_lesions", consult(tace_sessions=1)
    )
    assert given_answers("residual_viability_percent", consult(target_response="SD")) == [
        "up_to_50",
        "over_50",
    ]
