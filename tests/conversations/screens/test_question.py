import pytest

from conversations.consult.state import Consult
from conversations.flow.actions import Back, Give, Open
from conversations.flow.views import REPORT, Page, View
from conversations.helpers.labs import EMPTY
from conversations.wording import Language
from domain.facts.catalogue import FACTS
from tests.conversations.showing import EN, WORDS, buttons, consult, labels, shown

LANGUAGES = pytest.mark.parametrize("language", Language)


@LANGUAGES
@pytest.mark.parametrize("fact", FACTS)
def test_a_question_shows_what_is_asked_and_what_is_meant(fact: str, language: Language) -> None:
    words = WORDS[language]
    text = shown(consult(ecog=1), View(Page.QUESTION, fact), language).screen.text
    assert words(f"fact.{fact}.ask") in text
    assert words(f"fact.{fact}.meant") in text


@LANGUAGES
@pytest.mark.parametrize("fact", FACTS)
def test_the_long_form_says_more_and_what_may_be_typed(fact: str, language: Language) -> None:
    words = WORDS[language]
    screen = shown(consult(ecog=1), View(Page.MORE, fact), language).screen
    for key in ("ask", "more", "typed"):
        assert words(f"fact.{fact}.{key}") in screen.text
    assert words(f"fact.{fact}.meant") not in screen.text
    assert Open(View(Page.QUESTION, fact)) in [each.action for each in buttons(screen)]


@LANGUAGES
def test_the_long_form_of_performance_status_words_every_grade(language: Language) -> None:
    text = shown(Consult(), View(Page.MORE, "ecog"), language).screen.text
    for grade in range(5):
        assert WORDS[language](f"ecog.{grade}") in text


@LANGUAGES
def test_the_one_scan_that_is_judged_is_named_once_at_the_start(language: Language) -> None:
    anchor = WORDS[language]("anchor")
    assert shown(Consult(), language=language).screen.lines[0].text == anchor
    again = shown(consult(tace_sessions=2), View(Page.QUESTION, "tace_sessions"), language)
    assert anchor not in again.screen.text
    assert anchor not in shown(consult(tace_sessions=2), language=language).screen.text


@pytest.mark.parametrize(
    ("of", "progress"),
    [
        (Consult(), "1 · at most 13 left"),
        (consult(tace_sessions=0, child_pugh_class="A"), "3 · at most 1 left"),
        (consult(tace_sessions=0, child_pugh_class="A", ecog=1), "4 · last question"),
    ],
)
def test_a_question_says_how_many_may_follow(of: Consult, progress: str) -> None:
    assert shown(of).screen.lines[-1].text == progress


def test_a_question_opened_from_a_finished_report_counts_nothing() -> None:
    nothing_left = consult(*FACTS.keys() - {"ecog"}, ecog=1)
    text = shown(nothing_left, View(Page.QUESTION, "ecog")).screen.text
    assert "left" not in text
    assert "last question" not in text


def test_staging_is_asked_without_a_place_in_the_consult() -> None:
    text = shown(consult(ecog=1), View(Page.QUESTION, "tumor_count")).screen.text
    assert "left" not in text


def test_the_first_question_has_no_way_back_and_no_report_yet() -> None:
    actions = [each.action for each in buttons(shown(Consult()).screen)]
    assert actions[-1] == Open(View(Page.MORE, "tace_sessions"))
    assert not any(isinstance(action, Back) for action in actions)
    assert Open(REPORT) not in actions


@pytest.mark.parametrize("of", [consult(tace_sessions=2), consult("tace_sessions")])
def test_later_questions_lead_back_to_their_meaning_and_to_the_report(of: Consult) -> None:
    actions = [each.action for each in buttons(shown(of).screen)]
    assert actions[-3:] == [
        Back("target_response"),
        Open(View(Page.MORE, "target_response")),
        Open(REPORT),
    ]


def test_a_fact_of_a_bundle_leads_back_to_its_bundle() -> None:
    at = shown(consult(tace_sessions=2), View(Page.QUESTION, "vascular_invasion"))
    assert Back("vascular_invasion") in [each.action for each in buttons(at.screen)]


@LANGUAGES
@pytest.mark.parametrize(
    ("fact", "helper"),
    [
        ("child_pugh_class", Open(View(Page.LABS, EMPTY))),
        ("target_response", Open(View(Page.SUMS))),
        ("ecog", None),
    ],
)
def test_a_helper_stands_where_a_value_may_not_be_ready(
    fact: str, helper: Open | None, language: Language
) -> None:
    screen = shown(consult(tace_sessions=2), View(Page.QUESTION, fact), language).screen
    found = [
        each.action
        for each in buttons(screen)
        if isinstance(each.action, Open) and each.action.view.page in (Page.LABS, Page.SUMS)
    ]
    assert found == ([helper] if helper else [])


@pytest.mark.parametrize(
    ("ticks", "recorded"),
    [(501, "up_to_50"), (650, "up_to_50"), (707, "up_to_50"), (708, "over_50"), (710, "over_50")],
)
def test_a_diameter_is_recorded_as_the_side_of_half_its_area_lies_on(
    ticks: int, recorded: str
) -> None:
    at = shown(consult(tace_sessions=2), View(Page.MEASURE, str(ticks)))
    area, diameter, *_ = buttons(at.screen)
    assert area.action == Give("residual_viability_percent", ticks / 10)
    assert diameter.action == Give("residual_viability_percent", recorded)
    assert EN(f"said.residual_viability_percent.{recorded}") in diameter.label


def test_what_is_typed_is_shown_as_it_was_typed() -> None:
    assert "65%" in shown(Consult(), View(Page.MEASURE, "650")).screen.text
    assert "60.5%" in shown(Consult(), View(Page.MEASURE, "605")).screen.text
    assert labels(shown(Consult(), View(Page.MEASURE, "605")).screen)[0] == ["Area: 60.5%"]
