"""Updates as Telegram writes them, and what the bot makes of them."""

from collections.abc import Mapping
from typing import Any

import structlog
from telegram import Bot, Update, User

from bot.metrics import Metrics
from bot.telegram.shapes import UpdateShape
from bot.telegram.tap import Tap, tap_of
from bot.telegram.wire import Wire

log = structlog.get_logger(__name__)

UPDATES = ("message", "callback_query", "inline_query")
"""The kinds of update that are asked for."""

MOST_AT_ONCE = 100
"""Telegram gives no more updates than this beyond the offset."""

_ANSWER_SECONDS = 15.0

Raw = Mapping[str, Any]

Arrival = Update | Tap
"""An update as the bot takes it."""


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


def update_of(raw: Raw, bot: Bot, metrics: Metrics) -> Arrival | None:
    """Return the update, or `None` for one that cannot be read: nobody ever can.

    Of a kind that was not asked for only the number is left.
    """
    try:
        needed = {name: raw[name] for name in ("update_id", *UPDATES) if name in raw}
        UpdateShape.model_validate(needed)
        if tapped := needed.get("callback_query"):
            return tap_of(needed["update_id"], tapped)
        return Update.de_json(needed, bot)
    except Exception as error:  # noqa: BLE001 - whatever it trips over, the next update is taken
        log.error("an update cannot be read", update_id=number_of(raw), error=type(error).__name__)  # noqa: TRY400 - a traceback would say nothing of ours
        metrics.errors.labels("unreadable update").inc()
        return None


def sender_of(arrival: Arrival) -> User | None:
    """Return who sent it, as far as Telegram says."""
    return arrival.sender if isinstance(arrival, Tap) else arrival.effective_user


def chat_of(arrival: Arrival) -> int | None:
    """Return the id of the chat that it was sent in, where it was one."""
    if isinstance(arrival, Tap):
        return arrival.place.chat_id if arrival.place else None
    return arrival.effective_chat.id if arrival.effective_chat else None


def kind_of(arrival: Arrival) -> str:
    """Name a kind of update that the bot asks for; any other is one and the same."""
    if isinstance(arrival, Tap):
        return "callback_query"
    return next((kind for kind in UPDATES if getattr(arrival, kind) is not None), "other")
