"""What was typed and is quoted stays a text: no markup, and no way to turn the words around it."""

import pytest

from bot.telegram.drawing import html
from conversations.screens.screen import Line, Screen, Style
from tests.telegram_stub.html_reader import read_html


@pytest.mark.parametrize("style", Style)
@pytest.mark.parametrize(
    "typed", ["<b>x</b>", "</blockquote>", "&lt;", "&amp;#60;", '<a href="x">']
)
def test_markup_that_was_typed_is_shown_as_it_is(typed: str, style: Style) -> None:
    content = read_html(html(Screen((Line(f"“{typed}”: Not understood.", style),))))

    assert content.text == f"“{typed}”: Not understood."
    assert {one.type for one in content.entities} <= {"bold", "expandable_blockquote"}


@pytest.mark.parametrize("mark", "\u061c\u200e\u200f\u202a\u202b\u202d\u202e\u2066\u2067\u2068")
def test_a_mark_of_direction_that_was_typed_turns_nothing(mark: str) -> None:
    assert html(Screen((Line(f"“{mark}3 sessions”: Not needed."),))) == (
        "“3 sessions”: Not needed."
    )


def test_folded_lines_are_folded_together_and_strong_ones_are_strong() -> None:
    lines = Line("one", Style.STRONG), Line("two", Style.FOLDED), Line("three", Style.FOLDED)

    assert html(Screen(lines)) == "<b>one</b>\n<blockquote expandable>two\nthree</blockquote>"
