"""Updates as Telegram writes them, and what the bot makes of them."""

from collections.abc import Mapping

import structlog
from telegram import Bot, Update
from telegram.request import RequestData
from telegram.request._requestparameter import RequestParameter

from bot.metrics import Metrics
from bot.telegram.http import AiohttpRequest

log = structlog.get_logger(__name__)

UPDATES = ("message", "callback_query", "inline_query")
"""The kinds of update that are asked for."""

MOST_AT_ONCE = 100
"""Telegram gives no more updates than this beyond the offset."""

_ANSWER_SECONDS = 15.0

Raw = Mapping[str, object]


class UpdateSource:
    """Asks for updates as they are written: one that cannot be read must not hide the others.

    The library's own `get_updates` reads all of an answer or nothing, and would meet an unreadable
    update again each time.
    """

    def __init__(self, bot: Bot, request: AiohttpRequest) -> None:
        self._bot = bot
        self._request = request

    async def fetch(self, offset: int, wait_seconds: int, limit: int = MOST_AT_ONCE) -> list[Raw]:
        """Confirm everything below `offset`, and return what comes from there on.

        Raises `telegram.error.TelegramError`.
        """
        asked: dict[str, object] = {
            "offset": offset,
            "timeout": wait_seconds,
            "limit": limit,
            "allowed_updates": list(UPDATES),
        }
        found = await self._request.post(
            f"{self._bot.base_url}/getUpdates",
            RequestData([RequestParameter(name, value, None) for name, value in asked.items()]),
            read_timeout=_ANSWER_SECONDS + wait_seconds,
        )
        return list(found) if isinstance(found, list) else []


def number_of(raw: object) -> int | None:
    """Return an update's number, `None` for what is no update."""
    number = raw.get("update_id") if isinstance(raw, Mapping) else None
    return number if isinstance(number, int) and not isinstance(number, bool) else None


def update_of(raw: Raw, bot: Bot, metrics: Metrics) -> Update | None:
    """Return the update, or `None` for one that the library cannot read: nobody ever can."""
    try:
        return Update.de_json(dict(raw), bot)
    except Exception as error:  # noqa: BLE001 - whatever it trips over, the next update is taken
        log.error("an update cannot be read", update_id=number_of(raw), error=type(error).__name__)  # noqa: TRY400 - a traceback would say nothing of ours
        metrics.errors.labels("unreadable update").inc()
        return None
