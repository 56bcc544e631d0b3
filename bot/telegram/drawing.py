"""Screens as Telegram takes them: HTML text and an inline keyboard."""

from html import escape
from itertools import groupby

from telegram import CopyTextButton, InlineKeyboardButton, InlineKeyboardMarkup

from conversations.consult.state import Consult
from conversations.flow.button import button_data
from conversations.screens.screen import CopyOffer, Line, Offer, Screen, ShareOffer, Style


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
    text = escape(line.text, quote=False)
    return f"<b>{text}</b>" if line.style is Style.STRONG else text


def keyboard(screen: Screen, consult: Consult, seal: str = "") -> InlineKeyboardMarkup:
    """Return the buttons of a screen, each carrying the case code that it starts from.

    `seal` names who may tap them in a group.
    """
    rows = [
        [
            InlineKeyboardButton(
                button.label, callback_data=button_data(consult, button.action) + seal
            )
            for button in row
        ]
        for row in screen.rows
    ]
    offers = [_offer(each) for each in screen.offers]
    return InlineKeyboardMarkup([*rows, offers] if offers else rows)


def _offer(offer: Offer) -> InlineKeyboardButton:
    match offer:
        case CopyOffer(label, text):
            return InlineKeyboardButton(label, copy_text=CopyTextButton(text))
        case ShareOffer(label, code):
            # Asks which chat, and writes the bot's name and the code there.
            return InlineKeyboardButton(label, switch_inline_query=code)
