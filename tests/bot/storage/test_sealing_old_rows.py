"""Rows from before they were encrypted come through the migration; their clear text does not."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from alembic import command
from sqlalchemy import text

from bot.storage.cipher import EncryptionKeyError
from bot.storage.connections import run_once
from bot.storage.engines import connection_to_write
from bot.storage.interface import RunningConsult
from bot.storage.migrate import migrate, upgrade
from bot.storage.opening import open_storage
from bot.storage.people import Person
from tests.bot.keys import CIPHER

if TYPE_CHECKING:
    from sqlalchemy import Connection

MOMENT = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
SCREEN = "an-unmistakable-screen"


def first_release(connection: Connection) -> None:
    """Write what the first release wrote, as it wrote it."""
    moment = MOMENT if connection.dialect.name == "postgresql" else "2026-03-01 12:00:00.000000"
    connection.execute(
        text("INSERT INTO people VALUES (1, 'zh', 1, :moment), (2, NULL, 1, :moment)"),
        {"moment": moment},
    )
    connection.execute(text("INSERT INTO people VALUES (3, 'en', NULL, NULL)"))
    connection.execute(
        text("INSERT INTO running_consults VALUES (1, 10, :screen, 4, false, :moment)"),
        {"screen": SCREEN, "moment": moment},
    )
    connection.execute(
        text("INSERT INTO running_consults VALUES (-100, 7, 'other', 1, true, :moment)"),
        {"moment": moment},
    )


def and_many_deleted(connection: Connection) -> None:
    connection.execute(text("PRAGMA secure_delete = OFF"))  # as the first release
    for user_id in range(100, 200):
        connection.execute(
            text("INSERT INTO running_consults VALUES (:id, 1, :screen, 1, true, :moment)"),
            {"id": user_id, "screen": SCREEN, "moment": "2026-03-01 12:00:00.000000"},
        )
    connection.execute(text("DELETE FROM running_consults WHERE chat_id >= 100"))


@pytest.fixture
async def old_database_url(database_url: str) -> str:
    await migrate(database_url, lambda config: command.upgrade(config, "0001"))
    await run_once(connection_to_write(database_url), first_release)
    return database_url


async def test_people_and_running_consults_are_carried_over(old_database_url: str) -> None:
    assert await upgrade(old_database_url, CIPHER) == ("0001", "0002")

    async with open_storage(
        old_database_url, cipher=CIPHER, retention=timedelta(days=1)
    ) as storage:
        people = [await storage.people.read(user_id) for user_id in (1, 2, 3)]
        waiting = await storage.consults.unshown(waiting=timedelta(0), limit=10)
        group = await storage.consults.latest(-100)

    assert people == [Person(1, "zh", 1, MOMENT), Person(2, None, 1, MOMENT), Person(3, "en")]
    assert waiting == [RunningConsult(1, 10, SCREEN, 4, shown=False, updated_at=MOMENT)]
    assert group == RunningConsult(-100, 7, "other", 1, shown=True, updated_at=MOMENT)


async def test_without_a_key_the_old_rows_stay_as_they_are(old_database_url: str) -> None:
    with pytest.raises(EncryptionKeyError, match="no key is given"):
        await upgrade(old_database_url)

    assert await upgrade(old_database_url, CIPHER) == ("0001", "0002")


async def test_no_page_of_the_sqlite_file_keeps_what_was_clear(
    sqlite_url: str, tmp_path: Path
) -> None:
    await migrate(sqlite_url, lambda config: command.upgrade(config, "0001"))
    writing = connection_to_write(sqlite_url)
    await writing.run(first_release)
    await writing.run(and_many_deleted)
    await writing.dispose()
    folder = tmp_path / "records"
    assert SCREEN.encode() in b"".join(file.read_bytes() for file in folder.iterdir())

    await upgrade(sqlite_url, CIPHER)

    assert SCREEN.encode() not in b"".join(file.read_bytes() for file in folder.iterdir())
