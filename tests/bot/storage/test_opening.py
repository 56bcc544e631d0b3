"""The storage as the bot opens it, with what its retention means."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, timedelta
from typing import TYPE_CHECKING

from bot.storage.migrate import upgrade
from bot.storage.opening import open_storage
from bot.storage.people import Person
from tests.bot.keys import CIPHER

if TYPE_CHECKING:
    from bot.storage.opening import Storage
    from tests.bot.postgresql import PostgreSQL
    from tests.bot.storage.conftest import Clock

DAY = timedelta(days=1)


async def test_sqlite_is_migrated_when_opened(sqlite_url: str) -> None:
    async with open_storage(sqlite_url, cipher=CIPHER, retention=DAY) as storage:
        await storage.check()


async def test_everything_kept_is_there_again_after_a_restart(
    database_url: str, clock: Clock
) -> None:
    await upgrade(database_url)
    async with open_storage(database_url, cipher=CIPHER, retention=DAY, now=clock) as storage:
        written = (await storage.consults.advance(1, 10, screen="screen", revision=0)).stands
        await storage.people.choose_language(1, "zh")

    async with open_storage(database_url, cipher=CIPHER, retention=DAY, now=clock) as storage:
        assert await storage.consults.read(1, 10) == written
        assert (await storage.people.read(1)).language == "zh"


async def test_without_retention_no_case_is_stored_but_the_notice_stays_accepted(
    database_url: str, clock: Clock
) -> None:
    await upgrade(database_url)
    async with open_storage(database_url, cipher=CIPHER, retention=None, now=clock) as storage:
        await storage.consults.advance(1, 10, screen="screen", revision=0)
        await storage.people.accept_notice(1, 1)
        assert await storage.consults.read(1, 10) is not None

    async with open_storage(database_url, cipher=CIPHER, retention=DAY, now=clock) as storage:
        assert await storage.consults.read(1, 10) is None
        assert await storage.people.read(1) == Person(1, None, 1, clock.now)


async def test_without_retention_no_row_of_a_case_is_ever_on_disk(sqlite_url: str) -> None:
    async with open_storage(sqlite_url, cipher=CIPHER, retention=None) as storage:
        for revision in range(3):
            await storage.consults.advance(1, 10, screen="screen", revision=revision)
        await storage.consults.mark_shown(1, 10, revision=3)
        await storage.people.choose_language(1, "zh")
        with closing(sqlite3.connect(sqlite_url.partition(":///")[2])) as file:
            kept = [
                file.execute(f"SELECT count(*) FROM {table}").fetchone()[0]  # noqa: S608 - our own names
                for table in ("people", "running_consults")
            ]

    assert kept == [1, 0]


async def test_purging_deletes_consults_past_their_retention_and_no_person(
    storage: Storage, clock: Clock
) -> None:
    await storage.consults.advance(1, 10, screen="old", revision=0)
    await storage.people.choose_language(1, "zh")
    clock.pass_time(hours=25)
    await storage.consults.advance(1, 11, screen="young", revision=0)

    assert await storage.purge() == 1
    assert await storage.consults.read(1, 11) is not None
    assert (await storage.people.read(1)).language == "zh"


async def test_purging_without_retention_also_deletes_what_was_stored_before(
    database_url: str, clock: Clock
) -> None:
    await upgrade(database_url)
    async with open_storage(database_url, cipher=CIPHER, retention=DAY, now=clock) as storage:
        await storage.consults.advance(1, 10, screen="stored", revision=0)
    clock.pass_time(seconds=1)

    async with open_storage(database_url, cipher=CIPHER, retention=None, now=clock) as storage:
        await storage.consults.advance(1, 11, screen="remembered", revision=0)
        assert await storage.purge() == 1
        assert await storage.consults.read(1, 11) is not None

    async with open_storage(database_url, cipher=CIPHER, retention=DAY, now=clock) as storage:
        assert await storage.consults.read(1, 10) is None


async def test_consults_kept_in_memory_are_not_kept_for_ever(
    database_url: str, clock: Clock
) -> None:
    await upgrade(database_url)
    async with open_storage(database_url, cipher=CIPHER, retention=None, now=clock) as storage:
        await storage.consults.advance(1, 10, screen="remembered", revision=0)
        clock.pass_time(hours=25)

        assert await storage.purge() == 1


async def test_forgetting_a_person_deletes_them_and_the_consults_of_their_private_chat(
    storage: Storage,
) -> None:
    await storage.people.choose_language(1, "zh")
    await storage.consults.advance(1, 10, screen="private", revision=0)
    await storage.people.choose_language(2, "en")
    await storage.consults.advance(2, 10, screen="somebody else's", revision=0)

    await storage.forget(1)

    assert await storage.people.read(1) == Person(1)
    assert await storage.consults.latest(1) is None
    assert (await storage.people.read(2)).language == "en"
    assert await storage.consults.latest(2) is not None


async def test_times_come_back_in_utc_from_a_server_in_another_time_zone(
    postgresql_server: PostgreSQL, postgresql_url: str, clock: Clock
) -> None:
    with postgresql_server.time_zone("Asia/Shanghai"):
        await upgrade(postgresql_url)
        async with open_storage(postgresql_url, cipher=CIPHER, retention=DAY, now=clock) as storage:
            await storage.consults.advance(1, 10, screen="screen", revision=0)
            consult = await storage.consults.read(1, 10)

    assert consult is not None
    assert consult.updated_at == clock.now
    assert consult.updated_at.tzinfo is UTC
