"""One database: reads side by side, writes through shared commits."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any, TypeAlias

from sqlalchemy.dialects import postgresql, sqlite

from bot.storage.commits import Place, SharedCommits, T, Work
from bot.storage.engines import PATIENCE_SECONDS, is_sqlite, reading_engine, writing_engine
from bot.storage.errors import one_error

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Sequence

    from sqlalchemy import Row, Select, Table
    from sqlalchemy.ext.asyncio import AsyncEngine

Insert: TypeAlias = postgresql.Insert | sqlite.Insert
AnyRow: TypeAlias = "Row[*tuple[Any, ...]]"
AnySelect: TypeAlias = "Select[*tuple[Any, ...]]"


class Database:
    """What the repositories need of a database; every failure is a `StorageUnavailable`."""

    def __init__(self, url: str, reading: AsyncEngine, commits: SharedCommits) -> None:
        self._insert = sqlite.insert if is_sqlite(url) else postgresql.insert
        self._reading = reading
        self._commits = commits

    def insert(self, table: Table) -> Insert:
        """Start an INSERT in the database's own dialect, for its ON CONFLICT clause."""
        return self._insert(table)

    async def read(self, query: AnySelect, values: dict[str, Any]) -> Sequence[AnyRow]:
        """Return all rows of a query."""
        with one_error():
            async with asyncio.timeout(PATIENCE_SECONDS), self._reading.connect() as connection:
                return (await connection.execute(query, values)).all()

    async def write(self, place: Place, work: Work[T]) -> T:
        """Run `work` in the next shared commit and return its result once committed."""
        return await self._commits.write(place, work)


@asynccontextmanager
async def open_database(url: str) -> AsyncIterator[Database]:
    """Open the database for as long as the context lasts; nothing connects before it is used."""
    reading, writing = reading_engine(url), writing_engine(url)
    try:
        async with SharedCommits(writing) as commits:
            yield Database(url, reading, commits)
    finally:
        await writing.dispose()
        await reading.dispose()
