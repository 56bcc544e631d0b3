"""The purge that runs beside the bot."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import TYPE_CHECKING

from bot.storage.interface import StorageUnavailable
from bot.storage.purging import purge_regularly

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from bot.storage.opening import Storage
    from tests.bot.storage.conftest import Clock

OFTEN = timedelta(milliseconds=5)


PATIENCE = 60


@asynccontextmanager
async def purging(storage: Storage) -> AsyncIterator[None]:
    """Purge for as long as the context lasts, and be done with it at the end."""
    task = asyncio.create_task(purge_regularly(storage, OFTEN))
    yield
    task.cancel()
    await asyncio.wait([task])


async def gone(storage: Storage, message_id: int) -> None:
    async with asyncio.timeout(PATIENCE):
        while await storage.consults.read(1, message_id) is not None:  # noqa: ASYNC110 - the row tells
            await asyncio.sleep(0.005)


async def test_what_is_past_its_retention_goes_by_itself_at_the_start_and_later(
    storage: Storage, clock: Clock
) -> None:
    await storage.consults.advance(1, 10, screen="before the start", revision=0)
    clock.pass_time(hours=25)
    async with purging(storage):
        await gone(storage, 10)
        await storage.consults.advance(1, 11, screen="while it runs", revision=0)
        clock.pass_time(hours=23)
        await storage.consults.advance(1, 12, screen="young", revision=0)
        clock.pass_time(hours=2)
        await gone(storage, 11)

    assert await storage.consults.read(1, 12) is not None


async def test_a_database_that_is_away_for_a_while_does_not_end_it(
    storage: Storage, clock: Clock
) -> None:
    await storage.consults.advance(1, 10, screen="old", revision=0)
    clock.pass_time(hours=25)
    refused = asyncio.Event()
    members = storage.members

    class Away:
        async def purge(self) -> None:
            refused.set()
            storage.members = members
            raise StorageUnavailable("away")

    storage.members = Away()  # type: ignore[assignment]  # only its purge is asked for
    async with purging(storage):
        async with asyncio.timeout(PATIENCE):
            await refused.wait()
        await storage.consults.advance(1, 11, screen="later", revision=0)
        clock.pass_time(hours=25)
        await gone(storage, 11)
