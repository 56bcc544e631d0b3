from html import escape

import pytest

from bot.telegram.drawing import html, keyboard
from bot.wording import wording
from conversations.consult.state import Consult
from conversations.conversation import show
from conversations.flow.actions import Give
from conversations.flow.advance import Turn
from conversations.flow.views import Page
from conversations.wording import Language
from tests.pictures.findings import Measures, findings
from tests.pictures.pages import page
from tests.pictures.phones import PHONES, Phone
from tests.pictures.playing import DATED, play, take
from tests.pictures.scripts import SCRIPTS, STABLE, Script

FITTING: Measures = {
    "visible": 684.0,
    "message": 600.0,
    "bubble": 300.0,
    "lines": 14,
    "cut": [],
    "short_ends": [],
}


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.name)
@pytest.mark.parametrize("phone", PHONES.values(), ids=lambda phone: phone.name)
def test_every_screen_of_a_consult_becomes_a_page_with_its_text_and_its_buttons(
    phone: Phone, script: Script, language: Language
) -> None:
    for still in play(script, wording(language)):
        drawn = page(still.shown, phone=phone, language=language)
        assert html(still.shown.screen) in drawn
        for row in keyboard(still.shown.screen, still.shown.consult)["inline_keyboard"]:
            for button in row:
                assert f">{escape(button['text'])}<" in drawn


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.name)
def test_a_consult_goes_from_the_first_question_to_every_page_of_the_report(
    script: Script,
) -> None:
    stills = play(script, wording(Language.EN))
    pages = [still.shown.view.page for still in stills]
    assert pages[0] is Page.QUESTION
    assert pages.count(Page.DEFINITION) == 4
    assert set(pages) >= {Page.REPORT, Page.CAVEATS, Page.FLIPS, Page.SKIPPED, Page.CHANGE}
    assert len({still.name for still in stills}) == len(stills)


def test_a_button_that_is_not_on_the_screen_cannot_be_tapped() -> None:
    words = wording(Language.EN)
    first = show(Turn(Consult()), words, DATED)
    with pytest.raises(LookupError, match="no button"):
        take(first, Give("ecog", 1), words)


def test_a_question_that_the_script_does_not_answer_is_named() -> None:
    silent = Script("silent", {**STABLE.steps, "ecog": ()})
    with pytest.raises(LookupError, match="silent has no answer left to ecog"):
        play(silent, wording(Language.EN))


def test_a_screen_that_fits_gives_nothing_to_say() -> None:
    assert not list(findings(FITTING))


def test_what_does_not_fit_is_said_with_its_size() -> None:
    measured: Measures = {
        **FITTING,
        "message": 700.0,
        "cut": [{"label": "What is meant", "needs": 110.0, "has": 103.0}],
        "short_ends": ["it."],
    }
    assert list(findings(measured)) == [
        "too tall by 16 px: text 300 px in 14 lines, 684 px visible; the text fits",
        "cut: “What is meant” needs 110 px and has 103",
        "short last line: “it.”",
    ]
