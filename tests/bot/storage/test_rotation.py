"""Changing the key: older ones stay readable, and can be dropped once all is encrypted anew."""

from __future__ import annotations

import asyncio
from base64 import b64decode
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from bot.commands.database_work import rotate_database
from bot.settings import Settings
from bot.storage.cipher import Cipher, EncryptionKeyError
from bot.storage.migrate import upgrade
from bot.storage.opening import Storage, open_storage
from bot.storage.rotation import rotate
from tests.bot.keys import CIPHER, KEY, OTHER_KEY

if TYPE_CHECKING:
    from bot.storage.database import Database

DAY = timedelta(days=1)
NEW = b64decode(OTHER_KEY)
OLD_AND_NEW = Cipher([b64decode(KEY), NEW])
NEW_AND_OLD = Cipher([NEW, b64decode(KEY)])


async def fill(storage: Storage) -> str:
    """Keep one of everything, and return an invitation."""
    await storage.consults.advance(1, 10, screen="a screen", revision=0)
    await storage.people.choose_language(1, "zh")
    await storage.people.accept_notice(1, 2)
    await storage.members.redeem(await storage.members.invite("Dr Wang"), 1)
    return await storage.members.invite("Dr Li")


async def test_all_is_readable_with_the_new_key_alone_after_rotation(database_url: str) -> None:
    await upgrade(database_url)
    async with open_storage(database_url, cipher=CIPHER, retention=DAY) as storage:
        token = await fill(storage)
    async with open_storage(database_url, cipher=NEW_AND_OLD, retention=DAY) as storage:
        assert await storage.rotate() == 6
        assert await storage.rotate() == 0

    async with open_storage(database_url, cipher=Cipher([NEW]), retention=DAY) as storage:
        latest, person = await storage.consults.latest(1), await storage.people.read(1)
        assert latest is not None
        assert latest.screen == "a screen"
        assert (person.language, person.notice_version) == ("zh", 2)
        assert await storage.members.redeem(token, 2) is not None
        assert [member.label for member in await storage.members.everybody()] == [
            "Dr Wang",
            "Dr Li",
        ]


async def test_without_rotation_the_old_key_is_still_needed_and_that_is_said(
    database_url: str,
) -> None:
    await upgrade(database_url)
    async with open_storage(database_url, cipher=CIPHER, retention=DAY) as storage:
        await fill(storage)

    with pytest.raises(EncryptionKeyError, match="add it again"):
        async with open_storage(database_url, cipher=Cipher([NEW]), retention=DAY):
            pass


async def test_replicas_with_the_keys_in_either_order_work_side_by_side(database_url: str) -> None:
    await upgrade(database_url)
    async with (
        open_storage(database_url, cipher=OLD_AND_NEW, retention=DAY) as one,
        open_storage(database_url, cipher=NEW_AND_OLD, retention=DAY) as other,
    ):
        await one.consults.advance(1, 10, screen="first", revision=0)
        await other.consults.advance(1, 10, screen="second", revision=1)
        await other.rotate()
        assert (await one.consults.advance(1, 10, screen="third", revision=2)).won

        read = await other.consults.latest(1)
    assert read is not None
    assert read.screen == "third"


async def test_a_record_that_no_key_reads_stops_neither_the_others_nor_the_sweeper(
    database_url: str,
) -> None:
    await upgrade(database_url)
    async with (
        open_storage(database_url, cipher=CIPHER, retention=DAY) as one,
        open_storage(database_url, cipher=OLD_AND_NEW, retention=DAY) as _,
    ):
        await one.consults.advance(1, 10, screen="readable", revision=0)
        async with open_storage(database_url, cipher=NEW_AND_OLD, retention=DAY) as newer:
            await newer.consults.advance(2, 20, screen="unreadable", revision=0)

        with pytest.raises(EncryptionKeyError):
            await one.consults.read(2, 20)
        waiting = await one.consults.unshown(waiting=timedelta(0), limit=10)
    assert [consult.screen for consult in waiting] == ["readable"]


async def test_more_rows_than_one_commit_takes_are_all_rotated(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.storage.rotation._AT_ONCE", 20)
    storage = Storage(database, retention=None, now=lambda: pytest.fail("no time is needed"))
    await asyncio.gather(*(storage.people.choose_language(user, "zh") for user in range(50)))
    database.cipher = NEW_AND_OLD

    assert await rotate(database) == 51


async def test_the_command_says_how_many_values_were_encrypted_anew(database_url: str) -> None:
    await upgrade(database_url)
    async with open_storage(database_url, cipher=CIPHER, retention=DAY) as storage:
        await fill(storage)
    settings = Settings.model_validate(
        {"database_url": database_url, "encryption_keys": f"{OTHER_KEY},{KEY}"}
    )

    assert await rotate_database(settings) == "Values encrypted anew with the first key: 6."
