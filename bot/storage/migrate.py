"""Bringing a database to the current schema, from inside a running event loop."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.util import CommandError
from sqlalchemy import text

from bot.storage.connections import run_once
from bot.storage.engines import (
    EMPTY_LOG,
    connection_to_write,
    connections_to_read,
    is_sqlite,
    prepare_file,
)
from bot.storage.errors import one_error
from bot.storage.interface import StorageUnavailable

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from bot.storage.cipher import Cipher

Step: TypeAlias = Callable[[Config], None]

_SCRIPTS = Path(__file__).parent / "migrations"
_LOCK = text("SELECT pg_advisory_xact_lock(hashtext('tace-consult migrations'))")


async def upgrade(url: str, cipher: Cipher | None = None) -> tuple[str | None, str | None]:
    """Bring the database to the newest schema; return its revision before and after.

    None stands for a database without our tables. Several processes may do this at once: one works,
    the others wait. `cipher` is needed only where there are rows from before they were encrypted.
    Raises `StorageUnavailable`, also when the schema is newer than this release.
    """
    before, after = await migrate(url, lambda config: command.upgrade(config, "head"), cipher)
    if is_sqlite(url) and before not in {None, after}:
        await _rebuild(url)
    return before, after


async def migrate(
    url: str, step: Step, cipher: Cipher | None = None
) -> tuple[str | None, str | None]:
    """Run one of Alembic's commands in a single transaction, undone as a whole if it fails."""

    def work(connection: Connection) -> tuple[str | None, str | None]:
        if connection.dialect.name == "postgresql":
            connection.execute(_LOCK)  # SQLite has locked everybody out at BEGIN
        before = _revision(connection)
        step(_config(connection, cipher))
        return before, _revision(connection)

    with one_error():
        prepare_file(url)
        try:
            return await run_once(connection_to_write(url), work)
        except CommandError as error:
            raise StorageUnavailable(f"its schema is unknown to this release: {error}") from None


async def _rebuild(url: str) -> None:
    """Write the SQLite file anew: pages freed in the past may hold what a migration encrypted."""

    def work(connection: Connection) -> None:
        connection.execute(text("VACUUM"))
        connection.execute(EMPTY_LOG)

    with one_error():
        await run_once(connections_to_read(url), work)


def _config(connection: Connection, cipher: Cipher | None) -> Config:
    """Make in code what `alembic.ini` would say, so that an installed wheel needs no such file."""
    config = Config(attributes={"connection": connection, "cipher": cipher})
    config.set_main_option("script_location", str(_SCRIPTS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config


def _revision(connection: Connection) -> str | None:
    return MigrationContext.configure(connection).get_current_revision()
