from itertools import product

import pytest

from conversations.flow.actions import Give, Open
from conversations.flow.views import Page, View
from conversations.helpers.labs import EMPTY, labs_named
from conversations.wording import Language
from domain.calculators.child_pugh import Item
from tests.conversations.showing import WORDS, after, buttons, consult, labels, shown

LANGUAGES = pytest.mark.parametrize("language", Language)


def labs(subject: str) -> View:
    return View(Page.LABS, subject)


@LANGUAGES
def test_every_item_is_named_with_its_unit_and_has_three_bands_to_tap(language: Language) -> None:
    words = WORDS[language]
    screen = shown(consult(), labs(EMPTY), language).screen
    for key in ("bilirubin", "albumin", "inr", "ascites", "encephalopathy"):
        assert words(f"child_pugh.{key}") in screen.text
    for unit in ("umol_l", "g_l"):
        assert words(f"unit.{unit}") in screen.text
    assert [len(row) for row in screen.rows[:5]] == [3, 3, 3, 3, 3]


def test_the_bands_are_those_of_the_table_in_either_unit() -> None:
    assert labels(shown(consult(), labs("in00000")).screen)[:3] == [
        ["Bili <34", "34–51", ">51"],
        ["Alb >35", "28–35", "<28"],
        ["INR <1.7", "1.7–2.3", ">2.3"],
    ]
    assert [row[1:] for row in labels(shown(consult(), labs("up00000")).screen)[:3]] == [
        ["2–3", ">3"],
        ["2.8–3.5", "<2.8"],
        ["4–6", ">6"],
    ]


def test_tapping_a_band_scores_it_and_tapping_it_again_takes_it_back() -> None:
    at = shown(consult(), labs(EMPTY))
    for place, item in enumerate(Item):
        for points in (1, 2, 3):
            tapped = after(at, at.screen.rows[place][points - 1].action)
            assert labs_named(tapped.view.subject).points == {item: points}
            marked = tapped.screen.rows[place][points - 1]
            assert marked.label.startswith("✓ ")
            assert after(tapped, marked.action).view == at.view


@LANGUAGES
def test_the_class_is_taken_over_once_only_one_is_possible(language: Language) -> None:
    taken = {}
    for points in product("0123", repeat=5):
        subject = "in" + "".join(points)
        first = next(buttons(shown(consult(), labs(subject), language).screen))
        certain = labs_named(subject).score.classes
        assert isinstance(first.action, Give) == (len(certain) == 1)
        if isinstance(first.action, Give):
            taken[subject] = first.action
            assert first.action == Give("child_pugh_class", certain[0])
    assert {each.answer for each in taken.values()} == {"A", "B", "C"}


def test_the_class_taken_over_answers_the_question_and_the_consult_goes_on() -> None:
    at = shown(consult(tace_sessions=0), labs("in11111"))
    following = after(at, next(buttons(at.screen)).action)
    assert following.consult == consult(tace_sessions=0, child_pugh_class="A")
    assert following.view == View(Page.QUESTION, "ecog")


def test_points_outlive_a_change_of_units_but_not_one_of_measure() -> None:
    at = shown(consult(), labs("in12300"))
    units, measure, back = list(buttons(at.screen))[-3:]
    assert after(at, units.action).view == labs("un12300")
    assert after(at, measure.action).view == labs("ip12000")
    assert back.action == Open(View(Page.QUESTION, "child_pugh_class"))


@pytest.mark.parametrize(
    ("subject", "told"),
    [
        ("in00000", "Class A or B or C (5–15 points)"),
        ("in30000", "Class B or C (7–15 points)"),
        ("in11111", "Class A (5 points)"),
    ],
)
def test_the_classes_that_are_still_possible_are_told(subject: str, told: str) -> None:
    assert told in shown(consult(), labs(subject)).screen.text
