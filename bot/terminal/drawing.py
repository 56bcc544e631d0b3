"""Screens as a terminal shows them."""

from collections.abc import Iterator
from string import ascii_lowercase

from rich.console import Console
from rich.text import Text

from conversations.screens.screen import Button, Screen, Style

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
    """Print a screen, its buttons with a letter each."""
    out.rule(style="dim")
    for line in screen.lines:
        out.print(Text(line.text, style=_STYLES[line.style]))
    if screen.rows:
        out.print()
    letters = {button: letter for letter, button in lettered(screen)}
    for row in screen.rows:
        out.print(Text("   ".join(f"{letters[button]}) {button.label}" for button in row)))


def lettered(screen: Screen) -> Iterator[tuple[str, Button]]:
    """Yield the buttons with the letters that choose them."""
    return zip(ascii_lowercase, (button for row in screen.rows for button in row), strict=False)
