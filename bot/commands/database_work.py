"""The work behind `tace-consult db`: each does it and returns the line to print."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.storage.keys import cipher_of
from bot.storage.migrate import upgrade
from bot.storage.opening import Storage, open_storage

if TYPE_CHECKING:
    from contextlib import AbstractAsyncContextManager

    from bot.settings import Settings


async def upgrade_database(settings: Settings) -> str:
    """Bring the schema up to date. Raises `StorageUnavailable`."""
    before, after = await upgrade(settings.database_url.get_secret_value(), cipher_of(settings))
    if before == after:
        return f"The database schema is up to date: {after}."
    return f"The database schema went from {before or 'nothing'} to {after}."


async def purge_database(settings: Settings) -> str:
    """Delete the consults past their retention. Raises `StorageUnavailable`."""
    async with _opened(settings) as storage:
        purged = await storage.purge()
    return f"Consults past their retention, now deleted: {purged}."


async def rotate_database(settings: Settings) -> str:
    """Encrypt with the first key what an older one encrypted. Raises `StorageUnavailable`."""
    async with _opened(settings) as storage:
        rotated = await storage.rotate()
    return f"Values encrypted anew with the first key: {rotated}."


def _opened(settings: Settings) -> AbstractAsyncContextManager[Storage]:
    url = settings.database_url.get_secret_value()
    return open_storage(url, cipher=cipher_of(settings), retention=settings.retention)
