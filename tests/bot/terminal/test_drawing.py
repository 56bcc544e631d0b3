"""Screens in a terminal as narrow as a phone, where a Chinese character takes two columns."""

import re
from functools import cache
from io import StringIO

import pytest
from rich.console import Console

from bot.terminal.drawing import draw, lettered
from conversations.screens.screen import Line, Screen, Style
from conversations.screens.width import PHONE_COLUMNS, columns
from conversations.wording import Language
from tests.conversations.samples import spread
from tests.conversations.showing import EVERY_VIEW, shown

CLOSING = "，。；：？！、）”》"


def drawn(screen: Screen, width: int = PHONE_COLUMNS) -> str:
    out = StringIO()
    draw(screen, Console(file=out, width=width, highlight=False, markup=False, emoji=False))
    return out.getvalue()


@cache
def every_screen(language: Language) -> list[tuple[Screen, str]]:
    screens = [shown(of, view, language).screen for of in spread(2) for view in EVERY_VIEW]
    return [(each, drawn(each)) for each in screens]


@pytest.mark.parametrize("language", Language)
def test_no_line_is_wider_than_the_terminal(language: Language) -> None:
    for _, text in every_screen(language):
        assert max(map(columns, text.splitlines())) <= PHONE_COLUMNS


@pytest.mark.parametrize("language", Language)
def test_no_line_begins_with_what_closes_the_one_before(language: Language) -> None:
    for _, text in every_screen(language):
        assert not [line for line in text.splitlines() if line[:1] in set(CLOSING)]


@pytest.mark.parametrize("language", Language)
def test_words_of_letters_are_kept_whole(language: Language) -> None:
    for screen, text in every_screen(language):
        words = set(re.findall(r"[A-Za-z]+", screen.text))
        assert words <= set(re.findall(r"[A-Za-z]+", text))


@pytest.mark.parametrize("language", Language)
def test_a_button_stays_beside_its_letter(language: Language) -> None:
    for screen, text in every_screen(language):
        assert not [
            button.label
            for letter, button in lettered(screen)
            if f"{letter}) {button.label}" not in text
        ]


def test_a_word_longer_than_the_line_is_broken() -> None:
    assert drawn(Screen((Line("a" * 45),))).splitlines()[1:] == ["a" * 38, "a" * 7]


def test_what_can_be_folded_stands_apart_from_what_follows() -> None:
    lines = (Line("left out", Style.FOLDED), Line("Which response?", Style.STRONG))
    assert drawn(Screen(lines)).splitlines()[1:] == ["left out", "", "Which response?"]
