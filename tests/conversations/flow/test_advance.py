import pytest
from hypothesis import given
from hypothesis import strategies as st

from conversations.consult.state import Consult
from conversations.flow.actions import (
    Action,
    Back,
    Give,
    GiveUsual,
    NoScanYet,
    Open,
    Restart,
    SetAside,
)
from conversations.flow.advance import Turn, advance
from conversations.flow.remarks import Remark, RemarkKind
from conversations.flow.views import NEXT, REPORT, Page, View
from conversations.questions.catalogue import QUESTIONS
from domain.appraisal.appraise import appraise
from domain.facts.case import Case
from domain.facts.catalogue import FACTS
from tests.conversations.flow.test_actions import EVERY_ACTION, SUBJECTS
from tests.conversations.showing import consult
from tests.conversations.strategies import consults
from tests.strategies import THOROUGH

NONE_APPEARED = {
    "new_intrahepatic_lesions": "none",
    "vascular_invasion": "absent",
    "extrahepatic_spread": "absent",
}


@THOROUGH
@given(consults(), st.sampled_from(EVERY_ACTION))
def test_every_action_on_every_consult_leads_somewhere(before: Consult, action: Action) -> None:
    after = advance(before, action)
    assert isinstance(after, Turn)
    if after.consult != before and not isinstance(action, Restart):
        assert after.view in (NEXT, View(Page.STAGING))


@THOROUGH
@given(consults(), st.sampled_from(SUBJECTS))
def test_not_known_settles_nothing(before: Consult, subject: str) -> None:
    after = advance(before, SetAside(subject)).consult
    _assert_no_more_is_known(before.case, after.case)


@THOROUGH
@given(consults())
def test_a_scan_that_was_not_made_settles_nothing(before: Consult) -> None:
    after = advance(before, NoScanYet()).consult
    _assert_no_more_is_known(before.case, after.case)
    assert after.case.residual_viability_percent is None
    assert after.case.target_response is None
    assert after.case.imaging_timing is None


def _assert_no_more_is_known(before: Case, after: Case) -> None:
    assert after.answers.items() <= before.answers.items()
    assert after.implied.keys() <= before.implied.keys() | before.answers.keys()
    was, now = appraise(before), appraise(after)
    for name, finding in now.definitions.items():
        assert finding.possible >= was.definitions[name].possible
    assert set(now.unsuitability.reasons) <= set(was.unsuitability.reasons)
    assert set(now.unsuitability.unknown) >= set(was.unsuitability.unknown)


@THOROUGH
@given(consults(), st.sampled_from(["appeared", "against"]))
def test_the_one_tap_answer_changes_no_answer_and_records_only_what_is_usual(
    before: Consult, question: str
) -> None:
    after = advance(before, GiveUsual(question)).consult
    assert after.case.answers.items() >= before.case.answers.items()
    added = dict(after.case.answers.items() - before.case.answers.items())
    if question == "appeared":
        assert added.items() <= NONE_APPEARED.items()
    else:
        assert set(added.values()) <= {False}
        assert added.keys().isdisjoint(NONE_APPEARED)
    assert added.keys().isdisjoint(before.not_known)


def test_an_answer_is_recorded_and_the_consult_goes_on() -> None:
    assert advance(Consult(), Give("tace_sessions", 3)) == Turn(consult(tace_sessions=3))


def test_an_answer_that_contradicts_an_earlier_one_is_refused_on_its_question() -> None:
    before = consult(tace_sessions=2)
    assert advance(before, Give("sessions_within_6_months", 3)) == Turn(
        before,
        View(Page.QUESTION, "sessions_within_6_months"),
        (Remark(RemarkKind.CONTRADICTS, ("sessions_within_6_months", "tace_sessions")),),
    )


def test_answers_that_no_longer_apply_are_named() -> None:
    before = consult(tace_sessions=3, sessions_within_6_months=3)
    assert advance(before, Give("tace_sessions", 2)) == Turn(
        consult(tace_sessions=2), NEXT, (Remark(RemarkKind.DROPPED, ("sessions_within_6_months",)),)
    )


def test_setting_a_question_with_several_facts_aside_keeps_what_was_answered() -> None:
    before = consult("extrahepatic_spread", vascular_invasion="new")
    assert advance(before, SetAside("appeared")) == Turn(
        consult("extrahepatic_spread", "new_intrahepatic_lesions", vascular_invasion="new")
    )


def test_setting_one_fact_of_several_aside_takes_its_answer_back() -> None:
    before = consult(vascular_invasion="new", extrahepatic_spread="new")
    assert advance(before, SetAside("vascular_invasion")) == Turn(
        consult("vascular_invasion", extrahepatic_spread="new")
    )


def test_no_scan_yet_sets_aside_what_needs_one() -> None:
    before = consult(tace_sessions=2, target_response="PD", progressed_from_baseline=True)
    after = advance(before, NoScanYet())
    expected = ("target_response", "residual_viability_percent", "imaging_timing")
    assert after.consult == consult(*expected, tace_sessions=2)
    assert after.remarks == (
        Remark(RemarkKind.NO_SCAN_YET, expected),
        Remark(RemarkKind.DROPPED, ("progressed_from_baseline",)),
    )


def test_the_one_tap_answer_leaves_what_was_answered_or_cannot_matter() -> None:
    before = consult("extrahepatic_spread", tace_sessions=1, target_response="SD")
    # After one session no lesion can have come after two, so new lesions are not asked.
    assert advance(before, GiveUsual("appeared")) == Turn(
        consult(
            "extrahepatic_spread",
            tace_sessions=1,
            target_response="SD",
            vascular_invasion="absent",
        )
    )


@pytest.mark.parametrize("question", ["appeared", "against"])
def test_a_one_tap_answer_with_nothing_left_to_answer_says_so(question: str) -> None:
    done = advance(advance(Consult(), SetAside("appeared")).consult, SetAside("against")).consult
    after = advance(done, GiveUsual(question))
    assert after.consult == done
    assert [remark.kind for remark in after.remarks] == [RemarkKind.ALREADY_ANSWERED]


def test_opening_a_screen_changes_nothing() -> None:
    assert advance(consult(ecog=1), Open(REPORT)) == Turn(consult(ecog=1), REPORT)


def test_a_new_consult_begins_with_nothing() -> None:
    assert advance(consult("ecog", tace_sessions=3), Restart()) == Turn(Consult())


@pytest.mark.parametrize(
    ("subject", "led_to"),
    [
        ("tace_sessions", "tace_sessions"),
        ("target_response", "tace_sessions"),
        ("residual_viability_percent", "target_response"),
        ("appeared", "target_response"),
        ("vascular_invasion", "appeared"),
        ("tumor_marker_trend", "appeared"),
        ("against", "ecog"),
        ("severe_jaundice", "against"),
        ("tumor_count", "ecog"),
    ],
)
def test_back_leads_to_the_question_dealt_with_before(subject: str, led_to: str) -> None:
    before = consult("target_response", "ecog", tace_sessions=2, vascular_invasion="absent")
    assert advance(before, Back(subject)) == Turn(before, View(Page.QUESTION, led_to))


def test_going_back_all_the_way_ends_at_the_first_question() -> None:
    before = consult(*set(FACTS) - {"tace_sessions"}, tace_sessions=3)
    seen = ["against"]
    while (led_to := advance(before, Back(seen[-1])).view.subject) not in seen:
        seen.append(led_to)
    assert seen == [question.id for question in reversed(QUESTIONS)]
