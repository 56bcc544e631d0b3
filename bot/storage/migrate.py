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

from bot.storage.engines import prepare_file, writing_engine
from bot.storage.errors import one_error
from bot.storage.interface import StorageUnavailable

if TYPE_CHECKING:
    from sqlalchemy import Connection

Step: TypeAlias = Callable[[Config], None]

_SCRIPTS = Path(__file__).parent / "migrations"
_LOCK = text("SELECT pg_advisory_xact_lock(hashtext('tace-consult migrations'))")


async def upgrade(url: str) -> tuple[str | None, str | None]:
    """Bring the database to the newest schema; return its revision before and after.

    None stands for a database without our tables. Several processes may do this at once: one works,
    the others wait. Raises `StorageUnavailable`, also when the schema is newer than this release.
    """
    return await migrate(url, lambda config: command.upgrade(config, "head"))


async def migrate(url: str, step: Step) -> tuple[str | None, str | None]:
    """Run one of Alembic's commands in a single transaction, undone as a whole if it fails."""

    def work(connection: Connection) -> tuple[str | None, str | None]:
        if connection.dialect.name == "postgresql":
            connection.execute(_LOCK)  # SQLite has locked everybody out at BEGIN
        before = _revision(connection)
        step(_config(connection))
        return before, _revision(connection)

    with one_error():
        prepare_file(url)
        engine = writing_engine(url)
        try:
            async with engine.begin() as connection:
                return await connection.run_sync(work)
        except CommandError as error:
            raise StorageUnavailable(f"its schema is unknown to this release: {error}") from None
        finally:
            await engine.dispose()


def _config(connection: Connection) -> Config:
    """Make in code what `alembic.ini` would say, so that an installed wheel needs no such file."""
    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(_SCRIPTS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config


def _revision(connection: Connection) -> str | None:
    return MigrationContext.configure(connection).get_current_revision()
