"""Whether the bot lives, whether it can work, and what it has counted."""

import asyncio
from http import HTTPStatus

from prometheus_client import CONTENT_TYPE_LATEST
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response

from bot.metrics import Metrics
from bot.storage.interface import StorageUnavailable
from bot.storage.opening import Storage
from bot.telegram.reachability import Reachability

_DATABASE_SECONDS = 2.0


class Health:
    """Answers `/healthz`, `/readyz` and `/metrics`."""

    def __init__(self, storage: Storage, reachability: Reachability, metrics: Metrics) -> None:
        self._storage = storage
        self._reachability = reachability
        self._metrics = metrics

    async def alive(self, _: Request) -> Response:
        """Answer at all: the process runs, and its loop is not stuck."""
        return PlainTextResponse("ok\n")

    async def ready(self, _: Request) -> Response:
        """Say whether records and Telegram can be reached; 503 where one of them cannot."""
        database = await self._database()
        telegram = "ok" if self._reachability.reached else "does not answer"
        is_ready = database == telegram == "ok"
        return JSONResponse(
            {
                "ready": is_ready,
                "database": database,
                "telegram": telegram,
                "telegram_seen_seconds_ago": round(self._reachability.seconds_ago),
            },
            HTTPStatus.OK if is_ready else HTTPStatus.SERVICE_UNAVAILABLE,
        )

    async def figures(self, _: Request) -> Response:
        """Give what was counted, for Prometheus."""
        return Response(self._metrics.exposition(), media_type=CONTENT_TYPE_LATEST)

    async def _database(self) -> str:
        """Say how the records are; why they are away is for the log, not for whoever asks."""
        try:
            async with asyncio.timeout(_DATABASE_SECONDS):
                await self._storage.check()
        except (StorageUnavailable, TimeoutError):
            return "cannot be used"
        return "ok"
