"""One database: reads side by side, writes through shared commits."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any, TypeAlias

from bot.storage.commits import LockKey, SharedCommits
from bot.storage.engines import (
    EMPTY_LOG,
    PATIENCE_SECONDS,
    connection_to_write,
    connections_to_read,
    is_sqlite,
)
from bot.storage.errors import one_error
from bot.storage.interface import StorageUnavailable
from bot.storage.tables import KEYRING
from bot.storage.upsert import insert_in
from bot.storage.vault import Vault, unlock

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Sequence

    from sqlalchemy import Connection, Row, Select, Table

    from bot.storage.cipher import Cipher
    from bot.storage.connections import Connections, T, Work
    from bot.storage.upsert import Insert

AnyRow: TypeAlias = "Row[*tuple[Any, ...]]"
AnySelect: TypeAlias = "Select[*tuple[Any, ...]]"


class Database:
    """What the repositories need of a database; every failure is a `StorageUnavailable`.

    `is_ours_alone` tells SQLite, which no other process writes to.
    """

    def __init__(
        self, url: str, cipher: Cipher, reading: Connections, commits: SharedCommits
    ) -> None:
        self.is_ours_alone = is_sqlite(url)
        self._insert = insert_in("sqlite" if self.is_ours_alone else "postgresql")
        self.cipher = cipher
        self._vault: Vault | None = None
        self._reading = reading
        self._commits = commits

    async def vault(self) -> Vault:
        """Return what seals and opens the records; it is fetched from the database once.

        Raises `EncryptionKeyError` where the keys are not those of this database.
        """
        if self._vault is None:

            def work(connection: Connection) -> Vault:
                return unlock(connection, self.cipher)

            self._vault = await self.write((KEYRING.name, 0, 0), work)
        return self._vault

    def insert(self, table: Table) -> Insert:
        """Start an INSERT in the database's own dialect, for its ON CONFLICT clause."""
        return self._insert(table)

    async def read(self, query: AnySelect, values: dict[str, Any]) -> Sequence[AnyRow]:
        """Return all rows of a query."""

        def work(connection: Connection) -> Sequence[AnyRow]:
            return connection.execute(query, values).all()

        return await self._read(work)

    async def _read(self, work: Work[T]) -> T:
        with one_error():
            async with asyncio.timeout(PATIENCE_SECONDS):
                return await self._reading.run(work)

    async def write(self, lock_key: LockKey, work: Work[T]) -> T:
        """Run `work` in the next shared commit and return its result once committed."""
        return await self._commits.write(lock_key, work)

    async def scour(self) -> None:
        """Take what was deleted out of SQLite's write-ahead log as well, by emptying it.

        The file itself is overwritten at the deletion (secure_delete). PostgreSQL has ways of its
        own, see docs/privacy.md. Raises `StorageUnavailable` while somebody reads for too long.
        """
        if not self.is_ours_alone:
            return
        if await self._read(lambda connection: connection.execute(EMPTY_LOG).one().busy):
            raise StorageUnavailable("the write-ahead log could not be emptied yet")


@asynccontextmanager
async def open_database(url: str, cipher: Cipher) -> AsyncIterator[Database]:
    """Open the database for as long as the context lasts; nothing connects before it is used."""
    reading, writing = connections_to_read(url), connection_to_write(url)
    try:
        async with SharedCommits(writing) as commits:
            yield Database(url, cipher, reading, commits)
    finally:
        await writing.dispose()
        await reading.dispose()
