"""Who is let in while the records are away, and how soon a removal counts elsewhere."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import psycopg
import pytest

from bot.access.gate import TRUSTED_SECONDS, Entry, Gate
from bot.settings import Settings
from bot.storage.migrate import upgrade
from bot.storage.opening import Storage, open_storage
from tests.bot.access.test_rate import Seconds
from tests.bot.keys import CIPHER

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

GUEST = 3


@pytest.fixture
async def storage(sqlite_url: str) -> AsyncIterator[Storage]:
    async with open_storage(sqlite_url, cipher=CIPHER, retention=timedelta(days=1)) as opened:
        yield opened


def gate(storage: Storage, seconds: Seconds) -> Gate:
    settings = Settings(_env_file=None, access="invite", admins="1")
    return Gate(settings, storage.members, seconds)


async def test_a_removal_counts_here_at_once_and_elsewhere_within_a_minute(
    storage: Storage,
) -> None:
    seconds = Seconds()
    here, elsewhere = gate(storage, seconds), gate(storage, seconds)
    await here.redeem(await here.invite(""), GUEST)
    assert [await each.entry(GUEST) for each in (here, elsewhere)] == [Entry.ALLOWED] * 2

    await here.remove(GUEST)

    assert await here.entry(GUEST) is Entry.STRANGER
    assert await elsewhere.entry(GUEST) is Entry.ALLOWED
    seconds.now += TRUSTED_SECONDS
    assert await elsewhere.entry(GUEST) is Entry.STRANGER


async def test_while_the_records_are_away_only_members_seen_before_go_on(
    postgresql_url: str,
) -> None:
    seconds = Seconds()
    await upgrade(postgresql_url)
    async with open_storage(postgresql_url, cipher=CIPHER, retention=timedelta(days=1)) as storage:
        door = gate(storage, seconds)
        await door.redeem(await door.invite(""), GUEST)
        await door.entry(GUEST)
        seconds.now += 10 * TRUSTED_SECONDS
        take_away(postgresql_url)

        assert await door.entry(1) is Entry.ALLOWED
        assert await door.entry(GUEST) is Entry.ALLOWED
        assert await door.entry(4) is Entry.UNKNOWN


def take_away(url: str) -> None:
    """Rename the table that is asked, which the bot takes like any database that fails."""
    with psycopg.connect(url.replace("+psycopg", "")) as connection:
        connection.execute("ALTER TABLE members RENAME TO members_away")
