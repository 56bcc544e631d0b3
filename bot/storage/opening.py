"""Opening the storage that the settings ask for."""

from __future__ import annotations

from contextlib import asynccontextmanager, suppress
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import structlog
from sqlalchemy import column, select, table

from bot.storage.cipher import EncryptionKeyError
from bot.storage.consults import DatabaseConsults
from bot.storage.creating import create
from bot.storage.database import Database, open_database
from bot.storage.engines import has_file, is_sqlite
from bot.storage.errors import STALE_SCHEMA
from bot.storage.interface import Clock, Consults, StorageUnavailable
from bot.storage.late_notes import LateNotes
from bot.storage.members import Members
from bot.storage.memory import MemoryConsults
from bot.storage.people import People
from bot.storage.remembered import RememberedConsults
from bot.storage.rotation import rotate
from bot.storage.tables import REVISION

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from bot.storage.cipher import Cipher

log = structlog.get_logger(__name__)

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
        stored = DatabaseConsults(database, now)
        late = LateNotes(stored) if database.is_ours_alone else None
        self._stored = RememberedConsults(stored, now, late)
        self.retention = retention
        self.people = People(database, now)
        self.members = Members(database, now)
        self.consults: Consults = MemoryConsults(now) if retention is None else self._stored

    async def forget(self, user_id: int) -> None:
        """Delete the person, their access, and the consults of their private chat, without a trace.

        The id of that chat is theirs. Consults in groups cannot be looked up by who started them:
        they go with their retention.
        """
        if self.retention is None:
            await self.consults.forget_chat(user_id)
        await self._stored.forget_chat(user_id)
        await self.people.forget(user_id)
        await self.members.remove(user_id)
        await self._scour()

    async def settle(self) -> None:
        """Write what was left for later. Raises `StorageUnavailable`: then it is lost."""
        await self._stored.settle()

    async def purge(self) -> int:
        """Delete the consults past their retention; return how many there were.

        Where none may be stored, that is also every one left from a time when some were. Expired
        invitations go along.
        """
        if self.retention is not None:
            purged = await self.consults.purge(self.retention)
        else:
            purged = await self.consults.purge(IN_MEMORY)
            purged += await self._stored.purge(timedelta(0))
        await self.members.purge()
        await self._scour()
        return purged

    async def _scour(self) -> None:
        try:
            await self._database.scour()
        except StorageUnavailable as error:
            # The deletion stands; the next one, or the next purge, empties the log of it as well.
            log.warning("the write-ahead log keeps what was deleted for now", reason=str(error))

    async def check(self) -> None:
        """Raise `StorageUnavailable` unless the database answers, with schema and keys as they are.

        Keys that are not those of the database raise `EncryptionKeyError`.
        """
        if await _revisions(self._database) != [REVISION]:
            raise StorageUnavailable(STALE_SCHEMA)
        await self._database.vault()

    async def rotate(self) -> int:
        """Encrypt with the first key what an older one encrypted; return how many values."""
        rotated = await rotate(self._database)
        await self._scour()
        return rotated


def utc_now() -> datetime:
    """Tell the time."""
    return datetime.now(UTC)


@asynccontextmanager
async def open_storage(
    url: str, *, cipher: Cipher, retention: timedelta | None, now: Clock = utc_now
) -> AsyncIterator[Storage]:
    """Open the storage for as long as the context lasts; make or migrate it first if it is SQLite.

    A PostgreSQL server is migrated only when asked to, since other replicas may be using it, and
    one that is away now may come back. Raises `StorageUnavailable` if SQLite cannot be migrated,
    `EncryptionKeyError` if the database answers and was encrypted with another key.
    """
    if is_sqlite(url) and not has_file(url):
        await create(url)
    elif is_sqlite(url) and not await _is_current(url, cipher):
        from bot.storage.migrate import upgrade  # noqa: PLC0415 - most starts do without Alembic

        await upgrade(url, cipher)
    async with open_database(url, cipher) as database:
        try:
            await database.vault()
        except EncryptionKeyError:
            raise
        except StorageUnavailable as error:
            log.warning("the database is away; the bot starts without it", reason=str(error))
        storage = Storage(database, retention=retention, now=now)
        try:
            yield storage
        finally:
            with suppress(StorageUnavailable):
                await storage.settle()


async def _is_current(url: str, cipher: Cipher) -> bool:
    """Tell whether a SQLite file has the newest schema."""
    async with open_database(url, cipher) as database:
        try:
            return await _revisions(database) == [REVISION]
        except StorageUnavailable:
            return False  # migrating it says what is wrong


async def _revisions(database: Database) -> list[str]:
    return [row.version_num for row in await database.read(_SCHEMA, {})]
