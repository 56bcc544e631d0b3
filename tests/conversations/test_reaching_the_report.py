from hypothesis import given
from hypothesis import strategies as st

from conversations.consult.state import Consult
from conversations.conversation import Shown
from conversations.flow.actions import Action, NoScanYet, SetAside
from conversations.flow.views import NEXT, REPORT, Page, View
from conversations.questions.catalogue import QUESTIONS
from domain.appraisal.appraise import appraise
from domain.facts.case import Case
from domain.rules.definition import Status
from domain.unsuitability import Unsuitability
from tests.conversations.showing import after, answering, buttons, shown
from tests.conversations.strategies import BRIEF, VIEWS, consults
from tests.strategies import cases

MOST_STEPS = 20


# Answers each next question as drawn, until the report; the report, and what was tapped.
def answered(data: st.DataObject, at: Shown, *, known: bool) -> tuple[Shown, list[Action]]:
    tapped: list[Action] = []
    while at.view != REPORT:
        assert at.view.page is Page.QUESTION
        assert len(tapped) < MOST_STEPS, tapped
        actions = answering(at.screen)
        told = [each for each in actions if not isinstance(each, (SetAside, NoScanYet))]
        tapped.append(data.draw(st.sampled_from(told if known else actions)))
        at = after(at, tapped[-1])
    return at, tapped


@BRIEF
@given(st.data(), consults())
def test_whatever_is_answered_the_report_is_reached(data: st.DataObject, of: Consult) -> None:
    answered(data, shown(of), known=False)


@BRIEF
@given(st.data(), cases())
def test_with_everything_answered_nothing_is_left_open(data: st.DataObject, case: Case) -> None:
    report, _ = answered(data, shown(Consult(case)), known=True)
    appraisal = appraise(report.consult.case)
    for finding in appraisal.definitions.values():
        assert finding.settled
        assert all(each.status is not Status.UNKNOWN for each in finding.criteria)
    assert appraisal.unsuitability.verdict is not Unsuitability.INDETERMINATE


@BRIEF
@given(st.data())
def test_a_new_consult_with_everything_answered_settles_every_criterion(
    data: st.DataObject,
) -> None:
    report, tapped = answered(data, shown(Consult()), known=True)
    assert not report.consult.not_known
    assert len(tapped) <= MOST_STEPS
    for finding in appraise(report.consult.case).definitions.values():
        assert all(each.status is not Status.UNKNOWN for each in finding.criteria)


@BRIEF
@given(consults())
def test_not_known_to_every_question_reaches_the_report_without_an_answer(of: Consult) -> None:
    at, asked = shown(of), 0
    while at.view != REPORT:
        asked += 1
        assert asked <= len(QUESTIONS)
        unsure = [each for each in answering(at.screen) if each == SetAside(at.view.subject)]
        at = after(at, unsure[0])
        assert at.consult.case.answers.items() <= of.case.answers.items()


@BRIEF
@given(consults(), VIEWS)
def test_no_screen_is_a_dead_end(of: Consult, view: View) -> None:
    at = shown(of, view)
    for _ in range(MOST_STEPS):
        if at.view == REPORT:
            return
        at = after(at, way_on(at))
    raise AssertionError(f"no way from {view} to the report")


# The report itself where a button shows it, or else whatever sets the question aside; from the
# screens of the helpers the way back.
def way_on(at: Shown) -> Action:
    actions = [button.action for button in buttons(at.screen)]
    opening = [each for each in actions if getattr(each, "view", None) in (REPORT, NEXT)]
    setting_aside = [each for each in actions if isinstance(each, SetAside)]
    return [*opening, *setting_aside, actions[-1]][0]
