"""The bot, taking updates by webhook in this process, without a network."""

from __future__ import annotations

import json
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from telegram import Bot

from bot.access.gate import Gate
from bot.access.rate import RateLimit
from bot.clock import today
from bot.metrics import Metrics
from bot.settings import Settings
from bot.telegram.delivery import Delivery
from bot.telegram.desk import Desk
from bot.telegram.doorkeeper import Doorkeeper
from bot.telegram.lanes import Lanes
from bot.telegram.patience import Patience
from bot.telegram.reachability import Reachability
from bot.telegram.reception import Reception
from bot.telegram.starter import Starters
from bot.telegram.wire import Wire
from bot.web.app import web_app
from bot.web.health import Health
from bot.web.secret import HEADER
from bot.web.webhook import Webhook
from tests.bot.fuzz.answering import Answering

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from random import Random

    from starlette.types import ASGIApp

    from bot.storage.opening import Storage

_TOKEN = "123456789:FUZZ"  # noqa: S105 - it opens nothing
_SECRET = "secret"  # noqa: S105 - it opens nothing
_PATH = "/telegram"


@dataclass
class Target:
    """The bot under attack: its web application, its Telegram, and the mistakes it made."""

    app: ASGIApp
    telegram: Answering
    metrics: Metrics
    mistakes: list[str] = field(default_factory=list)

    async def send(self, update: dict[str, Any]) -> int:
        """Post an update as Telegram does, and return the status of the answer."""
        return await self.post(json.dumps(update).encode())

    async def post(self, body: bytes, *, with_secret: bool = True) -> int:
        """Post to the webhook, and return the status of the answer."""
        secret = _SECRET if with_secret else "wrong"
        headers = {HEADER.lower(): secret, "content-length": str(len(body))}
        scope = {
            "type": "http",
            "http_version": "1.1",
            "method": "POST",
            "scheme": "http",
            "path": _PATH,
            "raw_path": _PATH.encode(),
            "query_string": b"",
            "root_path": "",
            "headers": [(name.encode(), value.encode()) for name, value in headers.items()],
        }
        statuses: list[int] = []

        async def receive() -> dict[str, Any]:
            return {"type": "http.request", "body": body, "more_body": False}

        async def send(event: Any) -> None:  # noqa: ANN401 - ASGI's own
            if event["type"] == "http.response.start":
                statuses.append(int(event["status"]))

        await self.app(scope, receive, send)
        return statuses[0]


@asynccontextmanager
async def target(storage: Storage, chance: Random) -> AsyncIterator[Target]:
    """Put the bot together as the service does, with a Telegram that answers at once."""
    telegram = Answering(chance)
    settings = Settings(_env_file=None)
    metrics, lanes, patience = Metrics(), Lanes(), Patience()
    async with Bot(_TOKEN, request=telegram, get_updates_request=telegram) as bot:
        wire = Wire(bot, telegram)
        delivery = Delivery(wire, metrics, patience)
        desk = Desk(storage, delivery, Starters(_TOKEN), metrics, today)
        door = Doorkeeper(bot, Gate(settings, storage.members), RateLimit(0))
        reception = Reception(wire, storage, desk, door, lanes, metrics, in_order=False)
        webhook = Webhook(wire, reception, _SECRET, metrics, patience)
        app = web_app(Health(storage, Reachability(), metrics), webhook, _PATH)
        yield Target(app, telegram, metrics)
