"""What `tace-consult db` does and says."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.commands.database_work import purge_database, upgrade_database
from bot.settings import Settings
from bot.storage.interface import StorageUnavailable
from bot.storage.migrate import upgrade
from bot.storage.opening import open_storage
from tests.bot.keys import CIPHER, KEY


def settings(url: str, retention: str = "24h") -> Settings:
    return Settings.model_validate(
        {"database_url": url, "retention": retention, "encryption_keys": KEY}
    )


async def test_upgrading_says_from_where_to_where(database_url: str) -> None:
    line = await upgrade_database(settings(database_url))

    assert line == "The database schema went from nothing to 0002."


async def test_upgrading_what_is_up_to_date_says_so(database_url: str) -> None:
    await upgrade_database(settings(database_url))

    line = await upgrade_database(settings(database_url))

    assert line == "The database schema is up to date: 0002."


async def test_purging_says_how_many_consults_are_gone(database_url: str) -> None:
    await upgrade(database_url)
    async with open_storage(database_url, cipher=CIPHER, retention=timedelta(hours=24)) as storage:
        await storage.consults.advance(1, 10, screen="young", revision=0)

    assert await purge_database(settings(database_url)) == (
        "Consults past their retention, now deleted: 0."
    )
    assert await purge_database(settings(database_url, "none")) == (
        "Consults past their retention, now deleted: 1."
    )


async def test_purging_a_server_never_migrated_says_how_to_mend_that(postgresql_url: str) -> None:
    with pytest.raises(StorageUnavailable, match="run tace-consult db upgrade"):
        await purge_database(settings(postgresql_url))
