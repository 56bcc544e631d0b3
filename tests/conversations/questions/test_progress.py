import pytest
from hypothesis import given
from hypothesis import strategies as st

from conversations.consult.state import Consult
from conversations.conversation import Shown
from conversations.flow.views import Page
from conversations.questions.catalogue import QUESTION_OF, QUESTIONS, facts_of
from conversations.questions.relevance import Progress, asked_before, progress, worth_asking
from domain.appraisal.appraise import appraise
from tests.conversations.showing import after, answering, consult, shown
from tests.strategies import THOROUGH


def place(at: Shown) -> Progress:
    question = QUESTION_OF[facts_of(at.view.subject)[0]]
    of = at.consult
    return progress(question, of, worth_asking(of, appraise(of.case)))


@THOROUGH
@given(st.data())
def test_the_questions_left_are_never_more_than_was_said(data: st.DataObject) -> None:
    at = shown(Consult())
    said: dict[str, int] = {}
    while at.view.page is Page.QUESTION:
        said.setdefault(at.view.subject, place(at).at_most_left)
        at = after(at, data.draw(st.sampled_from(answering(at.screen))))
    seen = list(said)
    for number, question in enumerate(seen):
        assert len(seen) - number - 1 <= said[question], seen


def test_the_first_question_counts_all_that_may_follow() -> None:
    assert place(shown(Consult())) == Progress(number=1, at_most_left=12)


def test_a_question_that_waits_for_an_answer_counts_until_that_rules_it_out() -> None:
    before = place(shown(consult(tace_sessions=3)))
    after_pd = place(shown(consult(tace_sessions=3, target_response="PD")))
    after_sd = place(shown(consult(tace_sessions=3, target_response="SD")))
    assert before == Progress(2, 11)
    assert after_pd == Progress(3, 10)
    assert after_sd == Progress(3, 9)


def test_the_last_question_has_none_left() -> None:
    of = consult("tumor_marker_trend", "child_pugh_class", "ecog", tace_sessions=0)
    assert place(shown(of)).at_most_left == 0


@pytest.mark.parametrize(
    ("facts", "dealt_with"),
    [
        ({}, []),
        ({"target_response": "CR"}, ["target_response"]),
        ({"vascular_invasion": "new", "ecog": 1}, ["appeared", "ecog"]),
    ],
)
def test_a_question_was_asked_when_any_of_its_facts_was_answered_and_not_implied(
    facts: dict[str, object], dealt_with: list[str]
) -> None:
    before = asked_before(len(QUESTIONS), consult(**facts))
    assert [question.id for question in before] == dealt_with
