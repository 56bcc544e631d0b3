"""Screens as Telegram takes them: HTML text and an inline keyboard."""

from html import escape
from itertools import groupby
from typing import Any

from conversations.consult.case_code import encode
from conversations.consult.state import Consult
from conversations.flow.button import from_code
from conversations.screens.screen import CopyOffer, Line, Offer, Screen, ShareOffer, Style

_DIRECTIONS = dict.fromkeys(
    map(ord, "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
)
"""Marks that turn the direction of writing. None is ours; in a text that was typed and is quoted
they would turn the words behind it as well."""


def html(screen: Screen) -> str:
    """Return the text of a screen as Telegram HTML; folded lines unfold at a tap."""
    return "\n".join(
        f"<blockquote expandable>{text}</blockquote>" if folded else text
        for folded, text in (
            (folded, "\n".join(_line(line) for line in lines))
            for folded, lines in groupby(screen.lines, lambda line: line.style is Style.FOLDED)
        )
    )


def _line(line: Line) -> str:
    text = escape(line.text.translate(_DIRECTIONS), quote=False)
    return f"<b>{text}</b>" if line.style is Style.STRONG else text


Key = dict[str, Any]
"""A button as the Bot API writes it: `text`, and what it does."""


def keyboard(screen: Screen, consult: Consult, seal: str = "") -> dict[str, list[list[Key]]]:
    """Return the buttons of a screen, each carrying the case code that it starts from.

    `seal` names who may tap them in a group.
    """
    code = encode(consult)
    rows = [
        [
            {"text": button.label, "callback_data": from_code(code, button.action) + seal}
            for button in row
        ]
        for row in screen.rows
    ]
    offers = [_offer(each) for each in screen.offers]
    return {"inline_keyboard": [*rows, offers] if offers else rows}


def _offer(offer: Offer) -> Key:
    match offer:
        case CopyOffer(label, text):
            return {"text": label, "copy_text": {"text": text}}
        case ShareOffer(label, code):
            # Asks which chat, and writes the bot's name and the code there.
            return {"text": label, "switch_inline_query": code}
