"""`tace-consult db upgrade` and `db purge`: each does its work and returns the line to print."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.storage.migrate import upgrade
from bot.storage.opening import open_storage

if TYPE_CHECKING:
    from bot.settings import Settings


async def upgrade_database(settings: Settings) -> str:
    """Bring the schema up to date. Raises `StorageUnavailable`."""
    before, after = await upgrade(settings.database_url.get_secret_value())
    if before == after:
        return f"The database schema is up to date: {after}."
    return f"The database schema went from {before or 'nothing'} to {after}."


async def purge_database(settings: Settings) -> str:
    """Delete the consults past their retention. Raises `StorageUnavailable`."""
    url = settings.database_url.get_secret_value()
    async with open_storage(url, retention=settings.retention) as storage:
        purged = await storage.purge()
    return f"Consults past their retention, now deleted: {purged}."
