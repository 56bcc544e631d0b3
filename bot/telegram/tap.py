"""A tap on a button, as the bot reads it.

The library's own objects for one take longer to make than everything else that a tap says.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from telegram import User
from telegram.constants import ChatType

from bot.telegram.place import Place

_REMEMBERED = 1024
"""People who need not be made anew at their every tap."""


@dataclass(frozen=True, slots=True)
class Tap:
    """Who tapped what, and where; `place` is `None` where Telegram does not say."""

    update_id: int
    query_id: str
    sender: User
    place: Place | None
    is_private: bool
    data: str


def tap_of(update_id: int, query: Mapping[str, Any]) -> Tap:
    """Return the tap that a callback query of the right shape is.

    Of the message whose button was tapped only its place is read: the button says the rest.
    """
    sender = query["from"]
    message: Mapping[str, Any] = query.get("message") or {}
    chat: Mapping[str, Any] = message.get("chat") or {}
    return Tap(
        update_id,
        query["id"],
        _user(sender["id"], sender.get("language_code")),
        Place(chat["id"], message["message_id"]) if message else None,
        is_private=chat.get("type") == ChatType.PRIVATE,
        data=query.get("data") or "",
    )


@lru_cache(_REMEMBERED)
def _user(number: int, language: str | None) -> User:
    """Return who taps; the name is not needed, and so not kept."""
    return User(number, first_name="", is_bot=False, language_code=language)
