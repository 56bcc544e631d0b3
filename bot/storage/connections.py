"""Running work on a connection: to SQLite in a thread, to PostgreSQL in the event loop.

SQLite answers in less time than it takes to change threads, so all statements of a commit are run
in one go there. A driver that changes threads for each of them costs many times the statements.
"""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Protocol, TypeAlias, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Connection, Engine
    from sqlalchemy.ext.asyncio import AsyncEngine

T = TypeVar("T")

Work: TypeAlias = "Callable[[Connection], T]"
"""What is done with a connection. In a transaction it may be run again after a rollback."""


class Connections(Protocol):
    """Connections of one kind to one database, made as they are needed."""

    @property
    def engine(self) -> Engine:
        """What SQLAlchemy tells its events of."""

    async def run(self, work: Work[T]) -> T:
        """Run `work` within one BEGIN and COMMIT, where these connections have transactions."""

    async def dispose(self) -> None:
        """Close them all."""


async def run_once(connections: Connections, work: Work[T]) -> T:
    """Run `work`, and close the connections whatever comes of it."""
    try:
        return await connections.run(work)
    finally:
        await connections.dispose()


class InThreads:
    """Implements `Connections` for a driver that blocks, in so many threads.

    Whoever gives up waiting leaves the thread at work: the driver has to give up before.
    """

    def __init__(self, engine: Engine, threads: int) -> None:
        self.engine = engine
        self._threads = ThreadPoolExecutor(threads, thread_name_prefix="database")

    async def run(self, work: Work[T]) -> T:
        """Run `work` in a thread."""
        return await asyncio.get_running_loop().run_in_executor(self._threads, self._run, work)

    def _run(self, work: Work[T]) -> T:
        with self.engine.begin() as connection:
            return work(connection)

    async def dispose(self) -> None:
        """Wait for what is under way, and close the connections."""
        await asyncio.to_thread(self._threads.shutdown)
        self.engine.dispose()


class InLoop:
    """Implements `Connections` for a driver that awaits its server."""

    def __init__(self, engine: AsyncEngine) -> None:
        self.engine = engine.sync_engine
        self._engine = engine

    async def run(self, work: Work[T]) -> T:
        """Run `work`, and let others run while the server is waited for."""
        async with self._engine.begin() as connection:
            return await connection.run_sync(work)

    async def dispose(self) -> None:
        """Close the connections."""
        await self._engine.dispose()
