"""Updates as Telegram writes them, and what the bot makes of them."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

import structlog
from telegram import Bot, CallbackQuery, Chat, InaccessibleMessage, Update, User

from bot.metrics import Metrics
from bot.telegram.shapes import UpdateShape
from bot.telegram.wire import Wire

log = structlog.get_logger(__name__)

UPDATES = ("message", "callback_query", "inline_query")
"""The kinds of update that are asked for."""

MOST_AT_ONCE = 100
"""Telegram gives no more updates than this beyond the offset."""

_ANSWER_SECONDS = 15.0

_REMEMBERED = 1024
"""People and chats that need not be made anew at their every tap."""

Raw = Mapping[str, Any]


class UpdateSource:
    """Asks for updates as they are written: one that cannot be read must not hide the others.

    The library's own `get_updates` reads all of an answer or nothing, and would meet an unreadable
    update again each time.
    """

    def __init__(self, wire: Wire) -> None:
        self._wire = wire

    async def fetch(self, offset: int, wait_seconds: int, limit: int = MOST_AT_ONCE) -> list[Raw]:
        """Confirm everything below `offset`, and return what comes from there on.

        Raises `telegram.error.TelegramError`.
        """
        found = await self._wire.call(
            "getUpdates",
            _ANSWER_SECONDS + wait_seconds,
            offset=offset,
            timeout=wait_seconds,
            limit=limit,
            allowed_updates=list(UPDATES),
        )
        return list(found) if isinstance(found, list) else []


def number_of(raw: object) -> int | None:
    """Return an update's number, `None` for what is no update."""
    number = raw.get("update_id") if isinstance(raw, Mapping) else None
    return number if isinstance(number, int) and not isinstance(number, bool) else None


def update_of(raw: Raw, bot: Bot, metrics: Metrics) -> Update | None:
    """Return the update, or `None` for one that cannot be read: nobody ever can.

    Of a kind that was not asked for only the number is left.
    """
    try:
        needed = {name: raw[name] for name in ("update_id", *UPDATES) if name in raw}
        UpdateShape.model_validate(needed)
        if tapped := needed.get("callback_query"):
            return _tap(needed["update_id"], tapped)
        return Update.de_json(needed, bot)
    except Exception as error:  # noqa: BLE001 - whatever it trips over, the next update is taken
        log.error("an update cannot be read", update_id=number_of(raw), error=type(error).__name__)  # noqa: TRY400 - a traceback would say nothing of ours
        metrics.errors.labels("unreadable update").inc()
        return None


def _tap(number: int, query: Mapping[str, Any]) -> Update:
    """Return the update that a tap is, in a fraction of the time that the library takes to read it.

    Of the message whose button was tapped only its place is read: the button says the rest.
    """
    message, sender = query.get("message"), query["from"]
    place = (
        InaccessibleMessage(
            _chat(message["chat"]["id"], message["chat"]["type"]), message["message_id"]
        )
        if message
        else None
    )
    return Update(
        number,
        callback_query=CallbackQuery(
            query["id"],
            _user(sender["id"], sender.get("language_code")),
            chat_instance="",
            message=place,
            data=query.get("data"),
        ),
    )


@lru_cache(_REMEMBERED)
def _chat(number: int, kind: str) -> Chat:
    return Chat(number, kind)


@lru_cache(_REMEMBERED)
def _user(number: int, language: str | None) -> User:
    """Return who taps; the name is not needed, and so not kept."""
    return User(number, first_name="", is_bot=False, language_code=language)
