"""What is deleted is gone from the files, too: freed pages and write-ahead log included."""

from __future__ import annotations

import asyncio
import sqlite3
from contextlib import closing
from datetime import timedelta
from random import Random
from typing import TYPE_CHECKING

import psycopg
import pytest

from bot.storage.migrate import upgrade
from bot.storage.opening import Storage, open_storage
from tests.bot.keys import CIPHER

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from tests.bot.storage.conftest import Clock

DAY = timedelta(days=1)
SOMEBODY = 7_000_000_001
TABLES = ("people", "running_consults", "members")


@pytest.fixture
async def sqlite_storage(sqlite_url: str, clock: Clock) -> AsyncIterator[Storage]:
    async with open_storage(sqlite_url, cipher=CIPHER, retention=DAY, now=clock) as storage:
        yield storage


async def fill(storage: Storage, user_id: int, consults: int) -> None:
    """Keep all that may be kept about a person, and change it now and then."""
    await storage.members.redeem(await storage.members.invite("Dr Wang"), user_id)
    for language in ("zh", "en"):
        await storage.people.choose_language(user_id, language)
    await storage.people.accept_notice(user_id, 1)
    for message_id in range(consults):
        for revision in range(3):
            await storage.consults.advance(user_id, message_id, screen="screen", revision=revision)
        await storage.consults.mark_shown(user_id, message_id, revision=3)


def rows(path: Path) -> set[bytes]:
    """Return every mark and every sealed value in the tables about people."""
    with closing(sqlite3.connect(path)) as file:
        return {
            value
            for table in TABLES
            for row in file.execute(f"SELECT * FROM {table}")  # noqa: S608 - our own names
            for value in row
            if isinstance(value, bytes)
        }


def on_disk(folder: Path) -> bytes:
    return b"".join(file.read_bytes() for file in sorted(folder.iterdir()))


async def test_forgetting_leaves_nothing_of_the_person_in_any_file(
    sqlite_storage: Storage, tmp_path: Path
) -> None:
    folder, chance = tmp_path / "records", Random(7)  # noqa: S311 - nothing secret hangs on it
    order = [SOMEBODY, *range(1, 80)]
    chance.shuffle(order)
    await asyncio.gather(*(fill(sqlite_storage, user, chance.randint(1, 9)) for user in order))
    everybodys = rows(folder / "consult.db")
    everything = on_disk(folder)
    assert all(value in everything for value in everybodys)  # so they would be found

    await sqlite_storage.forget(SOMEBODY)

    theirs = everybodys - rows(folder / "consult.db")
    left = on_disk(folder)
    assert len(theirs) >= 4
    assert [value for value in theirs if value in left] == []
    assert (folder / "consult.db-wal").stat().st_size == 0


async def test_a_crowd_that_is_forgotten_one_by_one_leaves_nothing_in_any_file(
    sqlite_storage: Storage, tmp_path: Path
) -> None:
    folder, chance = tmp_path / "records", Random(11)  # noqa: S311 - nothing secret hangs on it
    for user in range(60):
        await fill(sqlite_storage, user, 2)
    everybodys = rows(folder / "consult.db")
    for user in chance.sample(range(60), 60):
        await sqlite_storage.forget(user)

    left = on_disk(folder)
    assert rows(folder / "consult.db") == set()
    assert [value for value in everybodys if value in left] == []


async def test_no_id_no_screen_and_no_label_stands_in_any_file_as_it_is(
    sqlite_storage: Storage, tmp_path: Path
) -> None:
    await sqlite_storage.consults.advance(SOMEBODY, 10, screen="unmistakable", revision=0)
    token = await sqlite_storage.members.invite("unmistakable Dr Wang")
    await sqlite_storage.people.accept_notice(SOMEBODY, 1)
    stored = on_disk(tmp_path / "records")

    for clear in ("unmistakable", token, str(SOMEBODY)):
        assert clear.encode() not in stored
    for size in (5, 8):
        assert SOMEBODY.to_bytes(size, "big") not in stored
        assert SOMEBODY.to_bytes(size, "little") not in stored


async def test_purging_leaves_nothing_of_an_old_consult_in_any_file(
    sqlite_storage: Storage, clock: Clock, tmp_path: Path
) -> None:
    for message_id in range(200):
        await sqlite_storage.consults.advance(1, message_id, screen="screen", revision=0)
    old = rows(tmp_path / "records" / "consult.db")
    clock.pass_time(hours=25)

    assert await sqlite_storage.purge() == 200

    left = on_disk(tmp_path / "records")
    assert [value for value in old if value in left] == []


async def test_while_somebody_reads_the_row_is_gone_and_the_log_follows_with_the_next_purge(
    sqlite_storage: Storage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.storage.database.PATIENCE_SECONDS", 0.2)
    folder = tmp_path / "records"
    await fill(sqlite_storage, SOMEBODY, 1)
    theirs = rows(folder / "consult.db")
    with closing(sqlite3.connect(folder / "consult.db")) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM people").fetchone()

        await sqlite_storage.forget(SOMEBODY)
        assert rows(folder / "consult.db") == set()

    await sqlite_storage.purge()
    left = on_disk(folder)
    assert [value for value in theirs if value in left] == []


async def test_postgresql_keeps_no_row_of_a_forgotten_person(postgresql_url: str) -> None:
    await upgrade(postgresql_url)
    async with open_storage(postgresql_url, cipher=CIPHER, retention=DAY) as storage:
        await fill(storage, SOMEBODY, 3)
        await storage.forget(SOMEBODY)

    with psycopg.connect(postgresql_url.replace("+psycopg", "")) as connection:
        left = [
            connection.execute(f"SELECT count(*) FROM {table}").fetchone()  # noqa: S608 - our own names
            for table in TABLES
        ]
    assert left == [(0,)] * 3
