"""A clock that the test moves, and storage opened the way the bot opens it."""

from __future__ import annotations

from contextlib import AsyncExitStack
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from bot.storage.database import Database, open_database
from bot.storage.memory import MemoryConsults
from bot.storage.migrate import upgrade
from bot.storage.opening import Storage, open_storage
from tests.bot.keys import CIPHER

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable

    from bot.storage.interface import Consults


class Clock:
    """Stands still until the test says that time has passed."""

    def __init__(self) -> None:
        self.now = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def pass_time(self, **length: float) -> None:
        self.now += timedelta(**length)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
async def open_replica(
    database_url: str, clock: Clock
) -> AsyncIterator[Callable[[], Awaitable[Storage]]]:
    """Open the same migrated database once more, as another process would."""
    await upgrade(database_url)
    async with AsyncExitStack() as stack:

        async def opened() -> Storage:
            storage = open_storage(
                database_url, cipher=CIPHER, retention=timedelta(hours=24), now=clock
            )
            return await stack.enter_async_context(storage)

        yield opened


@pytest.fixture
async def storage(open_replica: Callable[[], Awaitable[Storage]]) -> Storage:
    return await open_replica()


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    await upgrade(database_url)
    async with open_database(database_url, CIPHER) as opened:
        yield opened


@pytest.fixture(params=["sqlite", "postgresql", "memory"])
async def consults(request: pytest.FixtureRequest, clock: Clock) -> AsyncIterator[Consults]:
    """Run the test once with every way of keeping consults."""
    if request.param == "memory":
        yield MemoryConsults(clock)
        return
    url: str = request.getfixturevalue(f"{request.param}_url")
    await upgrade(url)
    async with open_storage(
        url, cipher=CIPHER, retention=timedelta(hours=24), now=clock
    ) as storage:
        yield storage.consults
