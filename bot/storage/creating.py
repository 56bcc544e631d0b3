"""A new SQLite file with the newest schema, made without what only migrating needs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import Column, MetaData, String, Table, inspect

from bot.storage.connections import run_once
from bot.storage.engines import connection_to_write, prepare_file
from bot.storage.errors import one_error
from bot.storage.tables import METADATA, REVISION

if TYPE_CHECKING:
    from sqlalchemy import Connection

_VERSION = Table("alembic_version", MetaData(), Column("version_num", String(32), primary_key=True))
"""Where Alembic looks up which migration was the last."""


async def create(url: str) -> None:
    """Make the file and its tables, unless another process has just done so.

    Raises `bot.storage.interface.StorageUnavailable`.
    """
    with one_error():
        prepare_file(url)
        await run_once(connection_to_write(url), _create)


def _create(connection: Connection) -> None:
    if inspect(connection).get_table_names():
        return
    METADATA.create_all(connection)
    _VERSION.create(connection)
    connection.execute(_VERSION.insert(), {"version_num": REVISION})
