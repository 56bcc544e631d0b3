"""A Telegram Bot API of our own, as strict as the real one, for tests and for trying the bot.

    async with TelegramStub() as telegram:
        anna = telegram.user(id=1, first_name="Anna", language_code="en")
        await anna.sends("/start")
        screen = await telegram.screen(anna.private_chat())
        await anna.taps(screen.buttons[0][0])

Texts of refusals are those of the Bot API server (version 10.0) and of Telegram behind it. What
Telegram takes in silence and shows wrongly is refused too, in words that begin with "stub:".
"""

from tests.telegram_stub.call_log import Call, CallLog
from tests.telegram_stub.chats import Chat, Message, Person, Version
from tests.telegram_stub.inline_results import InlineResult
from tests.telegram_stub.keyboards import Button, Keyboard
from tests.telegram_stub.parameters import Upload
from tests.telegram_stub.queries import CallbackQuery, InlineAnswer, Notice
from tests.telegram_stub.refusals import RefusedError
from tests.telegram_stub.screens import Screen
from tests.telegram_stub.stub import TelegramStub
from tests.telegram_stub.users import User

__all__ = [
    "Button",
    "Call",
    "CallLog",
    "CallbackQuery",
    "Chat",
    "InlineAnswer",
    "InlineResult",
    "Keyboard",
    "Message",
    "Notice",
    "Person",
    "RefusedError",
    "Screen",
    "TelegramStub",
    "Upload",
    "User",
    "Version",
]
