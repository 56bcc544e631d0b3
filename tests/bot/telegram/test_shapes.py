"""What of an update has not the shape that the bot reads is found at the door, and nowhere else."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import pytest
from telegram import Bot, Update

from bot.metrics import Metrics
from bot.telegram.tap import Tap
from bot.telegram.updates import UPDATES, update_of

BOT = Bot("1:TEST")
PERSON = {"id": 7, "is_bot": False, "first_name": "Anna", "language_code": "en"}
CHAT = {"id": 7, "type": "private"}
BUTTONS = {"inline_keyboard": [[{"text": "a button", "callback_data": "data"}]]}
REPLIED_TO = {"message_id": 1, "date": 1, "chat": CHAT, "text": "x", "reply_markup": BUTTONS}
MESSAGE = {
    "message_id": 2,
    "date": 1,
    "chat": CHAT,
    "from": PERSON,
    "text": "a text",
    "reply_to_message": REPLIED_TO,
}
TAP = {"id": "1", "from": PERSON, "chat_instance": "1", "message": REPLIED_TO, "data": "data"}
QUERY = {"id": "1", "from": PERSON, "query": "a query", "offset": ""}
WHOLE: dict[str, dict[str, Any]] = {
    "message": MESSAGE,
    "callback_query": TAP,
    "inline_query": QUERY,
}


def read(kind: str, body: object) -> Any:  # noqa: ANN401 - an update, or none
    return update_of({"update_id": 1, kind: body}, BOT, Metrics())


@pytest.mark.parametrize("kind", UPDATES)
def test_what_telegram_sends_is_read_whatever_else_is_in_it(kind: str) -> None:
    body = WHOLE[kind] | {"what_telegram_adds_next_year": {"id": []}}

    update = read(kind, body)

    assert isinstance(update, Tap) if kind == "callback_query" else getattr(update, kind)


@pytest.mark.parametrize(
    ("kind", "path", "odd"),
    [
        ("message", "text", 3),
        ("message", "text", ["a text"]),
        ("message", "text", "half a character: \ud83d"),
        ("message", "message_id", "2"),
        ("message", "message_id", True),
        ("message", "message_id", 2**63),
        ("message", "chat", 7),
        ("message", "chat.id", []),
        ("message", "chat.id", -(2**63) - 1),
        ("message", "chat.type", None),
        ("message", "from.id", -7),
        ("message", "from.id", 2**64),
        ("message", "from.language_code", 7),
        ("message", "reply_to_message.message_id", 1.5),
        ("message", "reply_to_message.reply_markup.inline_keyboard", [[7]]),
        ("callback_query", "id", 1),
        ("callback_query", "from", None),
        ("callback_query", "data", False),
        ("callback_query", "message.chat.id", {}),
        ("inline_query", "query", {}),
        ("inline_query", "from.language_code", "\udfff"),
    ],
)
def test_an_update_with_something_of_another_type_in_it_is_not_read(
    kind: str, path: str, odd: object
) -> None:
    body = place = deepcopy(WHOLE[kind])
    *above, last = path.split(".")
    for name in above:
        place = place[name]
    place[last] = odd

    assert read(kind, body) is None


def test_of_what_was_not_asked_for_only_the_number_is_left() -> None:
    update = update_of({"update_id": 1, "my_chat_member": {"chat": {"id": []}}}, BOT, Metrics())

    assert isinstance(update, Update)
    assert update.update_id == 1
    assert update.effective_chat is None
