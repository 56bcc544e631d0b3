"""What was shown is noted a moment later: by then, and before anybody asks, it is."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from bot.storage.consults import DatabaseConsults
from bot.storage.database import open_database
from bot.storage.late_notes import LateNotes
from bot.storage.opening import open_storage, utc_now
from bot.storage.remembered import RememberedConsults
from tests.bot.keys import CIPHER

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from bot.storage.interface import RunningConsult

DAY, AT_ONCE = timedelta(days=1), timedelta(0)
SOON, NEVER = 0.01, 3600.0
PATIENCE_SECONDS = 60


@pytest.fixture
async def stored(ready_sqlite_url: str) -> AsyncIterator[DatabaseConsults]:
    async with open_database(ready_sqlite_url, CIPHER) as database:
        yield DatabaseConsults(database, utc_now)


def remembering(stored: DatabaseConsults, wait_seconds: float = NEVER) -> RememberedConsults:
    return RememberedConsults(stored, utc_now, LateNotes(stored, wait_seconds))


def is_shown(row: RunningConsult | None) -> bool:
    return row is not None and row.shown


async def test_a_note_is_written_by_itself_soon(stored: DatabaseConsults) -> None:
    consults = remembering(stored, SOON)
    await consults.advance(1, 10, screen="first", revision=0)
    assert await consults.mark_shown(1, 10, revision=1)

    async with asyncio.timeout(PATIENCE_SECONDS):
        while not is_shown(await stored.read(1, 10)):  # noqa: ASYNC110 - the row tells
            await asyncio.sleep(SOON)


async def test_a_note_waits_until_somebody_asks_what_was_not_shown(
    stored: DatabaseConsults,
) -> None:
    consults = remembering(stored)
    for message_id in (10, 11):
        await consults.advance(1, message_id, screen="first", revision=0)
    await consults.mark_shown(1, 10, revision=1)
    assert not is_shown(await stored.read(1, 10))
    assert is_shown(await consults.read(1, 10))

    waiting = await consults.unshown(waiting=AT_ONCE, limit=10)

    assert [each.message_id for each in waiting] == [11]
    assert is_shown(await stored.read(1, 10))


async def test_the_note_of_a_screen_is_dropped_with_the_next_one(stored: DatabaseConsults) -> None:
    consults = remembering(stored)
    await consults.advance(1, 10, screen="first", revision=0)
    await consults.mark_shown(1, 10, revision=1)
    await consults.advance(1, 10, screen="second", revision=1)
    await consults.settle()

    assert not is_shown(await stored.read(1, 10))


async def test_nothing_is_noted_of_a_chat_that_was_forgotten(stored: DatabaseConsults) -> None:
    consults = remembering(stored)
    for chat_id in (1, 2):
        await consults.advance(chat_id, 10, screen="first", revision=0)
        await consults.mark_shown(chat_id, 10, revision=1)
    await consults.forget_chat(1)
    await consults.settle()

    assert await stored.read(1, 10) is None
    assert is_shown(await stored.read(2, 10))


async def test_closing_the_storage_writes_what_waits(ready_sqlite_url: str) -> None:
    async with open_storage(ready_sqlite_url, cipher=CIPHER, retention=DAY) as storage:
        await storage.consults.advance(1, 10, screen="first", revision=0)
        await storage.consults.mark_shown(1, 10, revision=1)

    async with open_storage(ready_sqlite_url, cipher=CIPHER, retention=DAY) as storage:
        assert is_shown(await storage.consults.read(1, 10))
