"""Screens as a terminal shows them."""

from collections.abc import Iterator
from itertools import groupby
from string import ascii_lowercase

from rich.console import Console
from rich.text import Text

from bot.terminal.wrapping import filled, wrapped
from conversations.screens.screen import Button, Line, Screen, Style

WIDEST = 80
"""Columns; longer lines are hard to read."""

_STYLES = {Style.PLAIN: "", Style.STRONG: "bold", Style.QUIET: "dim", Style.FOLDED: "dim"}


def console() -> Console:
    """Return a console that prints what it is given, without guessing at colors."""
    found = Console(highlight=False, markup=False, emoji=False)
    return Console(
        highlight=False, markup=False, emoji=False, width=min(found.width, WIDEST), soft_wrap=False
    )


def draw(screen: Screen, out: Console) -> None:
    """Print a screen, its buttons with a letter each.

    What could be folded stands apart from what follows, as it does where it is folded.
    """
    out.rule(style="dim")
    blocks = [list(lines) for _, lines in groupby(screen.lines, _is_folded)]
    for place, lines in enumerate(blocks):
        if place and _is_folded(blocks[place - 1][0]):
            out.print()
        for line in lines:
            tell(line.text, out, _STYLES[line.style])
    if screen.rows:
        out.print()
    letters = {button: letter for letter, button in lettered(screen)}
    for row in screen.rows:
        labelled = (f"{letters[button]}) {button.label}" for button in row)
        for text in filled(labelled, out.width, between="   "):
            out.print(Text(text))


def tell(text: str, out: Console, style: str = "") -> None:
    """Print a text in lines that fit the console."""
    out.print(Text(wrapped(text, out.width), style))


def lettered(screen: Screen) -> Iterator[tuple[str, Button]]:
    """Yield the buttons with the letters that choose them."""
    return zip(ascii_lowercase, (button for row in screen.rows for button in row), strict=False)


def _is_folded(line: Line) -> bool:
    return line.style is Style.FOLDED
