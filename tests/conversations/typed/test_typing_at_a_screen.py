import pytest
from hypothesis import given

from conversations.consult.state import Consult
from conversations.conversation import asked_on, tapped, typed
from conversations.flow.actions import Open, SetAside
from conversations.flow.advance import Turn
from conversations.flow.remarks import Remark, RemarkKind
from conversations.flow.views import NEXT, REPORT, Page, View
from conversations.typed.lexicon import plain
from conversations.wording import Language
from tests.conversations.showing import EVERY_VIEW, WORDS, buttons, consult, shown
from tests.conversations.strategies import BRIEF, VIEWS, consults
from tests.conversations.typed.wide import wide
from tests.strategies import answers_to

INVASION = View(Page.QUESTION, "vascular_invasion")


@BRIEF
@given(consults(), VIEWS)
def test_typing_the_label_of_a_button_does_what_the_button_does(of: Consult, view: View) -> None:
    for language in Language:
        at = shown(of, view, language)
        for button in buttons(at.screen):
            assert typed(at, f" {button.label.upper()} ") == tapped(of, button.action)


def test_a_typed_answer_is_recorded_and_the_consult_goes_on() -> None:
    assert typed(shown(Consult()), "3") == Turn(consult(tace_sessions=3))


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize(
    ("view", "text"),
    [
        (View(Page.QUESTION, "tace_sessions"), "51"),
        (View(Page.QUESTION, "ecog"), "five"),
        (View(Page.MORE, "target_response"), "hmm"),
        (INVASION, "hmm"),
        (View(Page.MEASURE, "650"), "half"),
    ],
)
def test_a_nonsense_answer_gets_what_may_be_typed_and_the_question_again(
    view: View, text: str, language: Language
) -> None:
    fact = asked_on(view)
    assert fact is not None
    at = shown(consult(), view, language)
    turn = typed(at, text)
    assert turn == Turn(consult(), view, (Remark(RemarkKind.NOT_UNDERSTOOD, (fact,)),))
    promised = WORDS[language](f"fact.{fact}.typed")
    assert promised in shown_again(turn, language).splitlines()[0]


def shown_again(turn: Turn, language: Language) -> str:
    from conversations.conversation import show  # noqa: PLC0415 - kept beside its only use

    return show(turn, WORDS[language], "").screen.text


def test_an_answer_that_names_no_fact_is_asked_which_it_means() -> None:
    at = shown(consult(tace_sessions=2, target_response="PR", residual_viability_percent=30))
    facts = ("new_intrahepatic_lesions", "vascular_invasion", "extrahepatic_spread")
    assert typed(at, "none") == Turn(
        at.consult, at.view, (Remark(RemarkKind.NAME_THE_FACT, facts),)
    )


@pytest.mark.parametrize(
    "page",
    [Page.REPORT, Page.AGAINST, Page.CAVEATS, Page.FLIPS, Page.SKIPPED, Page.STAGING, Page.CHANGE],
)
def test_a_screen_that_asks_nothing_says_that_it_takes_no_answer(page: Page) -> None:
    at = shown(consult(tace_sessions=2), View(page))
    assert typed(at, "hello") == Turn(at.consult, at.view, (Remark(RemarkKind.NOT_UNDERSTOOD),))


def test_the_words_on_the_report_open_what_they_name() -> None:
    at = shown(consult(tace_sessions=2), REPORT)
    assert typed(at, "caveats") == Turn(at.consult, View(Page.CAVEATS))
    assert typed(at, "jsh-lcsgj 2014") == Turn(at.consult, View(Page.DEFINITION, "jsh_lcsgj_2014"))


def test_an_emoji_presses_no_button() -> None:
    at = shown(Consult())
    assert typed(at, "✓").remarks == (Remark(RemarkKind.NOT_UNDERSTOOD, ("tace_sessions",)),)


def test_the_label_of_an_answer_already_given_can_be_typed_without_its_mark() -> None:
    at = shown(consult(target_response="SD"), View(Page.QUESTION, "target_response"))
    assert typed(at, "SD: neither PR nor PD") == Turn(consult(target_response="SD"))


def test_back_and_not_known_can_be_typed_on_the_screen_that_asks_area_or_diameter() -> None:
    at = shown(consult(tace_sessions=2), View(Page.MEASURE, "650"))
    assert typed(at, "‹ Back") == Turn(
        at.consult, View(Page.QUESTION, "residual_viability_percent")
    )
    assert typed(at, "not known") == tapped(at.consult, SetAside("residual_viability_percent"))


@pytest.mark.parametrize("view", EVERY_VIEW, ids=str)
def test_a_settled_view_asks_for_the_fact_that_its_screen_shows(view: View) -> None:
    settled = shown(Consult(), view).view
    asks = settled.page in (Page.QUESTION, Page.MORE, Page.MEASURE)
    assert (asked_on(settled) is not None) == asks
    assert settled.page is not NEXT.page


def test_opening_next_is_settled_before_anything_is_typed_at_it() -> None:
    at = shown(consult(tace_sessions=3), NEXT)
    assert at.view == View(Page.QUESTION, "target_response")
    assert tapped(at.consult, Open(at.view)) == Turn(at.consult, at.view)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("PVTT (-)", "pvtt-"),
        ("Child Pugh: B", "childpughb"),
        (wide("65%"), "65%"),
        ("  3. ", "3"),
        ("≥50 %", "≥50%"),
        ("“无”。", "无"),
        ("🙂", ""),
        ("①", "1"),
    ],
)
def test_width_case_spaces_and_punctuation_make_no_difference(text: str, written: str) -> None:
    assert plain(text) == written
    assert plain(written) == written


@BRIEF
@given(answers_to("target_response"))
def test_the_name_of_a_response_answers_its_question(response: object) -> None:
    turn = typed(shown(consult(tace_sessions=2)), str(response))
    assert turn.consult.case.target_response == response
