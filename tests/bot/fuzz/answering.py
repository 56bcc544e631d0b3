"""A Telegram that answers at once, in this process, and looks closely at all that is said."""

from __future__ import annotations

import json
from collections import deque
from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING, Any

from telegram._utils.defaultvalue import DEFAULT_NONE
from telegram.request import BaseRequest, RequestData

from tests.bot.fuzz.texts import DIRECTIONS
from tests.telegram_stub.keyboards import Keyboard as Markup
from tests.telegram_stub.keyboards import read_markup
from tests.telegram_stub.parameters import Parameters
from tests.telegram_stub.refusals import RefusedError
from tests.telegram_stub.texts import read_message_text

if TYPE_CHECKING:
    from random import Random

    from telegram._utils.types import ODVInput

    from tests.bot.crashes.plans import Keys
    from tests.bot.fuzz.bodies import Body

_KEYBOARDS = 500
_OUR_MARKS = {"bold", "expandable_blockquote"}
_FOUND_BY_TELEGRAM = {"bot_command", "mention", "url"}
_NEVER_SAID = ("Traceback", 'File "/', "Error:", "went wrong on our side", *DIRECTIONS)
_REFUSALS = {
    "sendMessage": (
        (400, "Bad Request: chat not found"),
        (403, "Forbidden: bot was blocked by the user"),
    ),
    "editMessageText": (
        (400, "Bad Request: message is not modified"),
        (400, "Bad Request: message to edit not found"),
        (400, "Bad Request: message can't be edited"),
        (403, "Forbidden: bot was blocked by the user"),
    ),
    "deleteMessage": ((400, "Bad Request: message can't be deleted"),),
    "answerCallbackQuery": ((400, "Bad Request: query is too old and response timeout expired"),),
    "answerInlineQuery": ((400, "Bad Request: query is too old and response timeout expired"),),
}
"""What Telegram says now and then to a call that has nothing wrong."""


@dataclass(frozen=True)
class Keyboard:
    """The buttons of a message that the bot has sent."""

    chat: Body
    message_id: int
    rows: Keys

    @property
    def data(self) -> tuple[str, ...]:
        """What the buttons carry, one after the other."""
        return tuple(one for row in self.rows for one in row)


class Answering(BaseRequest):
    """Takes the bot's calls in place of the HTTP client.

    What Telegram would refuse, and what must never be said, is collected in `wrong`. `newest` and
    `texts` are what stands in each chat. While it `is_moody` it refuses a call in a hundred.
    """

    def __init__(self, chance: Random) -> None:
        self.keyboards: deque[Keyboard] = deque(maxlen=_KEYBOARDS)
        self.newest: dict[int, Keyboard] = {}
        self.texts: dict[int, str] = {}
        self.wrong: list[str] = []
        self.calls = 0
        self.is_moody = True
        self._chance = chance
        self._messages = count(1_000)

    @property
    def read_timeout(self) -> float:
        return 1.0

    async def initialize(self) -> None:
        return

    async def shutdown(self) -> None:
        return

    async def do_request(  # noqa: PLR0913, PLR0917 - the signature is the base class's
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: ODVInput[float] = DEFAULT_NONE,
        write_timeout: ODVInput[float] = DEFAULT_NONE,
        connect_timeout: ODVInput[float] = DEFAULT_NONE,
        pool_timeout: ODVInput[float] = DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        del method, read_timeout, write_timeout, connect_timeout, pool_timeout
        self.calls += 1
        called = url.rpartition("/")[2]
        sent = Parameters(request_data.json_parameters if request_data else {}, {})
        status, answer = self._answer(called, sent)
        return status, json.dumps(answer).encode()

    def _answer(self, called: str, sent: Parameters) -> tuple[int, Body]:
        if called == "getMe":
            me = {"id": 123456789, "is_bot": True, "first_name": "Stub", "username": "stub_bot"}
            return 200, {"ok": True, "result": me}
        try:
            result = self._said(called, sent)
        except RefusedError as refusal:
            self.wrong.append(f"{called} {dict(sent.values)!r}: {refusal}")
            return refusal.status, refusal.to_json()
        if self.is_moody and called in _REFUSALS and self._chance.random() < 0.01:
            status, description = self._chance.choice(_REFUSALS[called])
            return status, {"ok": False, "error_code": status, "description": description}
        return 200, {"ok": True, "result": result}

    def _said(self, called: str, sent: Parameters) -> Any:  # noqa: ANN401 - what Telegram answers
        said = sent.text("text")
        self.wrong += [f"{called} said {said!r}" for each in _NEVER_SAID if each in said]
        if called not in {"sendMessage", "editMessageText"}:
            return True
        content = read_message_text(
            said, sent.text("parse_mode"), None, lenient=False, too_long="message is too long"
        )
        marks = {one.type for one in content.entities} - _FOUND_BY_TELEGRAM
        if marks - _OUR_MARKS:
            self.wrong.append(f"{called} with {marks} said {said!r}")
        message_id = sent.integer("message_id") or next(self._messages)
        chat = _chat(sent.integer("chat_id"))
        self.texts[chat["id"]] = content.text
        self._note(read_markup(sent.text("reply_markup")), chat, message_id)
        return {"message_id": message_id, "date": 0, "chat": chat, "text": content.text}

    def _note(self, markup: object, chat: Body, message_id: int) -> None:
        rows = markup.rows if isinstance(markup, Markup) else ()
        carried = (tuple(one.callback_data for one in row if one.callback_data) for row in rows)
        if kept := tuple(row for row in carried if row):
            self.newest[chat["id"]] = Keyboard(chat, message_id, kept)
            self.keyboards.append(self.newest[chat["id"]])


def _chat(chat_id: int) -> Body:
    if chat_id >= 0:
        return {"id": chat_id, "type": "private"}
    return {"id": chat_id, "type": "supergroup" if chat_id < -(10**12) else "group", "title": "x"}
