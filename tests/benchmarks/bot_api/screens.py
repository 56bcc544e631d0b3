"""What the bot has put into chats."""

import json
import time
from dataclasses import dataclass
from itertools import count

from tests.benchmarks.bot_api.parameters import Parameters
from tests.benchmarks.bot_api.texts import text_fields

_MESSAGE_IDS = count(1000)
"""Records that outlive one Telegram must not meet the number of a message again."""


class RefusedError(Exception):
    """A call that Telegram does not carry out. `retry_after` is in seconds, 0 for none."""

    def __init__(self, code: int, description: str, retry_after: int = 0) -> None:
        super().__init__(description)
        self.code = code
        self.retry_after = retry_after


@dataclass(frozen=True, slots=True)
class Screen:
    """A message of the bot's: `written` is what it was made from, `json` what it became."""

    chat_id: int
    message_id: int
    written: tuple[str, str]
    json: str

    @property
    def buttons(self) -> list[tuple[str, str]]:
        """The labels of the buttons that call the bot, and what each carries, in order."""
        markup = self.written[1]
        rows = json.loads(markup).get("inline_keyboard", []) if markup else []
        return [
            (button["text"], button["callback_data"])
            for row in rows
            for button in row
            if "callback_data" in button
        ]


class Screens:
    """The newest message of the bot's in each chat; older ones are not looked at again."""

    def __init__(self, bot: str) -> None:
        self._bot = bot
        self._newest: dict[int, Screen] = {}

    def next_message_id(self) -> int:
        """Return the number of a message that is yet to be written."""
        return next(_MESSAGE_IDS)

    def send(self, parameters: Parameters) -> Screen:
        """Put a new message into a chat."""
        chat_id = int(parameters["chat_id"])
        return self._put(chat_id, self.next_message_id(), parameters, "")

    def edit(self, parameters: Parameters) -> Screen:
        """Change a message; raises `RefusedError` for one that stays as it is."""
        chat_id, message_id = int(parameters["chat_id"]), int(parameters["message_id"])
        before = self._newest.get(chat_id)
        if before is not None and before.message_id == message_id:
            if before.written == _written(parameters):
                raise RefusedError(400, "Bad Request: message is not modified")
        elif before is None or before.message_id < message_id:
            raise RefusedError(400, "Bad Request: message to edit not found")
        return self._put(chat_id, message_id, parameters, f'"edit_date":{int(time.time())},')

    def forget(self, chat_id: int) -> None:
        """Look at the chat's messages no more."""
        self._newest.pop(chat_id, None)

    def _put(self, chat_id: int, message_id: int, parameters: Parameters, edited: str) -> Screen:
        written = text, markup = _written(parameters)
        fields = text_fields(text, parameters.get("parse_mode", ""))
        keyboard = f',"reply_markup":{markup}' if markup else ""
        screen = Screen(
            chat_id,
            message_id,
            written,
            f'{{"message_id":{message_id},"from":{self._bot},"chat":{chat_json(chat_id)},'
            f'"date":{int(time.time())},{edited}{fields}{keyboard}}}',
        )
        newest = self._newest.get(chat_id)
        if newest is None or newest.message_id <= message_id:
            self._newest[chat_id] = screen
        return screen


def chat_json(chat_id: int) -> str:
    """Return a private chat, as messages name it."""
    return f'{{"id":{chat_id},"first_name":"Anna","type":"private"}}'


def _written(parameters: Parameters) -> tuple[str, str]:
    return parameters.get("text", ""), parameters.get("reply_markup", "")
