import pytest
from hypothesis import given

from conversations.consult.state import Consult
from conversations.flow.actions import Action, Give, GiveUsual, Open, SetAside
from conversations.flow.advance import advance
from conversations.flow.views import Page, View
from conversations.questions.catalogue import AGAINST, APPEARED
from conversations.questions.question import Question
from conversations.screens.phrases import said
from conversations.wording import Language
from tests.conversations.showing import EN, WORDS, buttons, consult, shown
from tests.conversations.strategies import BRIEF, consults

GROUPS = pytest.mark.parametrize("question", [APPEARED, AGAINST], ids=["appeared", "against"])


def actions(question: Question, of: Consult) -> list[Action]:
    return [each.action for each in buttons(shown(of, View(Page.QUESTION, question.id)).screen)]


@BRIEF
@given(consults())
def test_the_screen_says_exactly_what_its_one_tap_answer_records(of: Consult) -> None:
    for question in (APPEARED, AGAINST):
        for language in Language:
            words = WORDS[language]
            text = shown(of, View(Page.QUESTION, question.id), language).screen.text
            recorded = advance(of, GiveUsual(question.id)).consult.case.answers.items()
            added = dict(recorded - of.case.answers.items())
            told = words("list.semicolon").join(
                said(words, fact, added[fact]) for fact in question.facts if fact in added
            )
            assert (words("screen.one_tap_records", answers=told) in text) == bool(added)


@BRIEF
@given(consults())
def test_the_one_tap_answer_speaks_of_the_chest_exactly_where_it_records_no_spread(
    of: Consult,
) -> None:
    screen = shown(of, View(Page.QUESTION, "appeared")).screen
    usual = [each.label for each in buttons(screen) if isinstance(each.action, GiveUsual)]
    spread = advance(of, GiveUsual("appeared")).consult.case.extrahepatic_spread
    before = of.case.extrahepatic_spread
    assert any("chest" in label for label in usual) == (before is None and spread is not None)


@BRIEF
@given(consults())
def test_every_finding_that_was_dealt_with_is_told_and_can_be_opened(of: Consult) -> None:
    for question in (APPEARED, AGAINST):
        text = shown(of, View(Page.QUESTION, question.id)).screen.text
        for fact in question.facts:
            if fact in of.case.answers:
                assert f"✓ {said(EN, fact, of.case.answers[fact])}" in text
            elif fact in of.not_known:
                assert EN("screen.fact_not_known", fact=EN(f"fact.{fact}.name")) in text
            else:
                continue
            assert Open(View(Page.QUESTION, fact)) in actions(question, of)


@GROUPS
@pytest.mark.parametrize("language", Language)
def test_what_is_meant_is_said_in_short_and_at_a_tap_in_full(
    question: Question, language: Language
) -> None:
    words = WORDS[language]
    short = shown(consult(tace_sessions=2), View(Page.QUESTION, question.id), language)
    assert Open(View(Page.MORE, question.id)) in [each.action for each in buttons(short.screen)]
    full = shown(consult(tace_sessions=2), View(Page.MORE, question.id), language)
    assert Open(View(Page.QUESTION, question.id)) in [each.action for each in buttons(full.screen)]
    for part, at in (("meant", short), ("more", full)):
        assert words(f"group.{question.id}.{part}") in at.screen.text
    assert words(f"group.{question.id}.meant") not in full.screen.text
    assert GiveUsual(question.id) in [each.action for each in buttons(full.screen)]


def test_only_of_findings_still_asked_for_is_it_said_what_counts() -> None:
    said_of = {
        fact: EN(f"group.appeared.means.{fact}")
        for fact in ("new_intrahepatic_lesions", "vascular_invasion", "extrahepatic_spread")
    }
    of = consult(tace_sessions=2, vascular_invasion="new")
    text = shown(of, View(Page.QUESTION, "appeared")).screen.text
    assert said_of.pop("vascular_invasion") not in text
    assert all(meaning in text for meaning in said_of.values())


@GROUPS
def test_a_screen_with_everything_answered_has_no_one_tap_answer_left(question: Question) -> None:
    of = consult(tace_sessions=2, **question.usual)
    found = actions(question, of)
    assert GiveUsual(question.id) not in found
    assert SetAside(question.id) not in found


def test_each_of_the_six_reasons_is_one_tap_away() -> None:
    found = actions(AGAINST, Consult())
    assert found[0] == GiveUsual("against")
    assert found[1:7] == [Give(fact, answer=True) for fact in AGAINST.facts]
    assert found[7] == SetAside("against")


def test_each_way_in_which_something_can_have_appeared_is_one_tap_away() -> None:
    found = actions(APPEARED, consult(tace_sessions=2, target_response="SD"))
    assert found[1:-4] == [
        Give("new_intrahepatic_lesions", "after_latest_session"),
        Give("new_intrahepatic_lesions", "after_consecutive_sessions"),
        Give("vascular_invasion", "preexisting"),
        Give("vascular_invasion", "new"),
        Give("extrahepatic_spread", "preexisting"),
        Give("extrahepatic_spread", "new"),
    ]


@pytest.mark.parametrize(
    ("of", "label"),
    [
        (consult(tace_sessions=3, target_response="SD"), "answer.usual.appeared"),
        (consult(tace_sessions=1, target_response="SD"), "answer.usual_some.appeared"),
        (consult(tace_sessions=3, vascular_invasion="new"), "answer.usual_rest_chest"),
        (consult(tace_sessions=3, extrahepatic_spread="new"), "answer.usual_rest"),
        (consult("extrahepatic_spread", tace_sessions=3), "answer.usual_rest"),
    ],
)
def test_the_label_of_the_one_tap_answer_speaks_of_what_it_answers(of: Consult, label: str) -> None:
    screen = shown(of, View(Page.QUESTION, "appeared")).screen
    assert next(buttons(screen)).label == EN(label)
