"""Opening the storage that the settings ask for."""

from __future__ import annotations

from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from sqlalchemy import column, select, table

from bot.storage.consults import DatabaseConsults
from bot.storage.database import Database, open_database
from bot.storage.engines import is_sqlite
from bot.storage.errors import STALE_SCHEMA
from bot.storage.interface import Clock, Consults, StorageUnavailable
from bot.storage.memory import MemoryConsults
from bot.storage.people import People
from bot.storage.tables import REVISION

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

IN_MEMORY = timedelta(days=1)
"""How long a consult is remembered at most where none may be stored."""

_SCHEMA = select(table("alembic_version", column("version_num")))


class Storage:
    """People and consults, with what concerns both. Every method may raise `StorageUnavailable`.

    `retention` is how long a consult is kept after its last answer; None keeps it in memory alone.
    What people chose and accepted stays in the database until they ask for it to be forgotten,
    since the notice is to be accepted once only.
    """

    def __init__(self, database: Database, *, retention: timedelta | None, now: Clock) -> None:
        self._database = database
        self._stored = DatabaseConsults(database, now)
        self.retention = retention
        self.people = People(database, now)
        self.consults: Consults = MemoryConsults(now) if retention is None else self._stored

    async def forget(self, user_id: int) -> None:
        """Delete the person and the consults of their private chat, whose id is theirs.

        Consults in groups name no person; they go with their retention.
        """
        await self.consults.forget_chat(user_id)
        await self.people.forget(user_id)

    async def purge(self) -> int:
        """Delete the consults past their retention; return how many there were.

        Where none may be stored, that is also every one left from a time when some were.
        """
        if self.retention is not None:
            return await self.consults.purge(self.retention)
        return await self.consults.purge(IN_MEMORY) + await self._stored.purge(timedelta(0))

    async def check(self) -> None:
        """Raise `StorageUnavailable` unless the database answers and has the current schema."""
        rows = await self._database.read(_SCHEMA, {})
        if [row.version_num for row in rows] != [REVISION]:
            raise StorageUnavailable(STALE_SCHEMA)


def utc_now() -> datetime:
    """Tell the time."""
    return datetime.now(UTC)


@asynccontextmanager
async def open_storage(
    url: str, *, retention: timedelta | None, now: Clock = utc_now
) -> AsyncIterator[Storage]:
    """Open the storage for as long as the context lasts, and migrate it first if it is SQLite.

    A PostgreSQL server is migrated only when asked to, since other replicas may be using it, and is
    not contacted before it is needed. Raises `StorageUnavailable` if SQLite cannot be migrated.
    """
    if is_sqlite(url):
        from bot.storage.migrate import upgrade  # noqa: PLC0415 -- PostgreSQL needs no Alembic here

        await upgrade(url)
    async with open_database(url) as database:
        yield Storage(database, retention=retention, now=now)
