"""Screens as Telegram takes them: HTML text and an inline keyboard."""

from html import escape

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from conversations.consult.state import Consult
from conversations.flow.button import button_data
from conversations.screens.screen import Line, Screen, Style


def html(screen: Screen) -> str:
    """Return the text of a screen as Telegram HTML."""
    return "\n".join(_line(line) for line in screen.lines)


def _line(line: Line) -> str:
    text = escape(line.text, quote=False)
    return f"<b>{text}</b>" if line.style is Style.STRONG else text


def keyboard(screen: Screen, consult: Consult) -> InlineKeyboardMarkup:
    """Return the buttons of a screen, each carrying the case code that it starts from."""
    return InlineKeyboardMarkup(
        [
            [
                InlineKeyboardButton(
                    button.label, callback_data=button_data(consult, button.action)
                )
                for button in row
            ]
            for row in screen.rows
        ]
    )
