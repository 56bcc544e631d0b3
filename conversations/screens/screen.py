"""What a screen is made of. Telegram and the terminal draw the same screens."""

from dataclasses import dataclass
from enum import StrEnum

from conversations.flow.actions import Action


class Style(StrEnum):
    """How a line is set; a front end may ignore it without losing meaning."""

    PLAIN = "plain"
    STRONG = "strong"
    QUIET = "quiet"
    FOLDED = "folded"
    """Lines that stand together may be folded away until they are asked for."""


@dataclass(frozen=True)
class Line:
    """A paragraph of a screen; line breaks in its text are meant."""

    text: str
    style: Style = Style.PLAIN


@dataclass(frozen=True)
class Button:
    """A labelled action."""

    label: str
    action: Action


@dataclass(frozen=True)
class CopyOffer:
    """A text to be put where the person can paste it from."""

    label: str
    text: str


@dataclass(frozen=True)
class ShareOffer:
    """A case to be handed on, by its code."""

    label: str
    code: str


Offer = CopyOffer | ShareOffer
"""Something the front end does by itself; the consult stays as it is."""


@dataclass(frozen=True)
class Screen:
    """Lines to read, rows of buttons to tap, and below them what the front end offers."""

    lines: tuple[Line, ...]
    rows: tuple[tuple[Button, ...], ...] = ()
    offers: tuple[Offer, ...] = ()

    @property
    def text(self) -> str:
        """The lines without their styles."""
        return "\n".join(line.text for line in self.lines)


def in_rows(buttons: list[Button], columns: int) -> tuple[tuple[Button, ...], ...]:
    """Return the buttons side by side, so many to a row."""
    return tuple(
        tuple(buttons[start : start + columns]) for start in range(0, len(buttons), columns)
    )
