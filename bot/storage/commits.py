"""Writes that share a commit.

A commit costs far more than a row. While one is under way further writes gather, and the next
commit takes them all; nobody waits for a timer. Each writer learns its own result, and only after
the commit.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, Generic, Self, TypeAlias

from bot.storage.connections import T
from bot.storage.engines import PATIENCE_SECONDS
from bot.storage.errors import DATABASE_ERRORS, as_unavailable, is_away
from bot.storage.interface import StorageUnavailable

if TYPE_CHECKING:
    from types import TracebackType

    from sqlalchemy import Connection

    from bot.storage.connections import Connections, Work

LockKey: TypeAlias = tuple[str, int, int]
"""Table and key of what a write locks. Replicas that lock in the same order never deadlock."""

MOST_AT_ONCE = 200


@dataclass(frozen=True, slots=True)
class _Write(Generic[T]):
    lock_key: LockKey
    work: Work[T]
    outcome: asyncio.Future[T]

    def succeed(self, result: T) -> None:
        if not self.outcome.done():  # its waiter may have been cancelled
            self.outcome.set_result(result)

    def fail(self, error: Exception) -> None:
        if not self.outcome.done():
            self.outcome.set_exception(error)


class SharedCommits:
    """The only writer of this process. Use it as an async context manager.

    Leaving the context commits what is still waiting.
    """

    def __init__(self, connection: Connections, patience: float = PATIENCE_SECONDS) -> None:
        self._connection = connection
        self._patience = patience
        self._waiting: asyncio.Queue[_Write[Any] | None] = asyncio.Queue()
        self._task: asyncio.Task[None] | None = None

    async def __aenter__(self) -> Self:
        self._task = asyncio.create_task(self._serve(), name="shared commits")
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        task, self._task = self._task, None
        if task is not None:
            self._waiting.put_nowait(None)
            await asyncio.wait([task])

    async def write(self, lock_key: LockKey, work: Work[T]) -> T:
        """Run `work` with the next commit and return its result. Raises `StorageUnavailable`."""
        if self._task is None or self._task.done():
            raise StorageUnavailable("the storage is closed")
        outcome: asyncio.Future[T] = asyncio.get_running_loop().create_future()
        self._waiting.put_nowait(_Write(lock_key, work, outcome))
        return await outcome

    async def _serve(self) -> None:
        last = False
        while not last:
            gathered = [await self._waiting.get()]
            while len(gathered) < MOST_AT_ONCE and not self._waiting.empty():
                gathered.append(self._waiting.get_nowait())
            last = None in gathered
            batch = [write for write in gathered if write is not None]
            if batch:
                await self._commit(sorted(batch, key=lambda write: write.lock_key))

    async def _commit(self, batch: list[_Write[Any]]) -> None:
        try:
            async with asyncio.timeout(self._patience):
                results = await self._connection.run(partial(_run, batch))
        except Exception as error:  # noqa: BLE001 - whatever it is belongs to the waiters
            await self._tell(batch, error)
        else:
            for write, result in zip(batch, results, strict=True):
                write.succeed(result)

    async def _tell(self, batch: list[_Write[Any]], error: Exception) -> None:
        if len(batch) > 1 and not is_away(error):
            # One of them was refused and took the rest along: let each stand on its own.
            for write in batch:
                await self._commit([write])
            return
        for write in batch:
            write.fail(as_unavailable(error) if isinstance(error, DATABASE_ERRORS) else error)


def _run(batch: list[_Write[Any]], connection: Connection) -> list[Any]:
    return [write.work(connection) for write in batch]
