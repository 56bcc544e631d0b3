"""The purge that runs by itself beside the bot."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import TYPE_CHECKING

import structlog

from bot.storage.interface import StorageUnavailable

if TYPE_CHECKING:
    from bot.storage.opening import Storage

log = structlog.get_logger(__name__)

BETWEEN = timedelta(minutes=10)
"""How much longer than its retention a consult may be kept."""


async def purge_regularly(storage: Storage, between: timedelta = BETWEEN) -> None:
    """Delete what is past its retention, now and ever again until cancelled."""
    while True:
        try:
            if purged := await storage.purge():
                log.info("consults past their retention were deleted", count=purged)
        except StorageUnavailable as error:
            log.warning("nothing could be purged", reason=str(error))
        await asyncio.sleep(between.total_seconds())
