"""Where the keys come from, and what is said when they are the wrong ones."""

from __future__ import annotations

import asyncio
import stat
from base64 import b64decode
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from pydantic import SecretStr

from bot.settings import Settings
from bot.storage.cipher import Cipher, EncryptionKeyError
from bot.storage.keys import cipher_of
from bot.storage.migrate import upgrade
from bot.storage.opening import open_storage
from tests.bot.keys import CIPHER, KEY, OTHER_KEY

if TYPE_CHECKING:
    from collections.abc import Callable

DAY = timedelta(days=1)
OTHER = Cipher([b64decode(OTHER_KEY)])


def settings(url: str, keys: str | None = None) -> Settings:
    given = {} if keys is None else {"encryption_keys": keys}
    return Settings.model_validate({"database_url": SecretStr(url), **given})


async def keep_something(url: str, cipher: Cipher) -> None:
    await upgrade(url)
    async with open_storage(url, cipher=cipher, retention=DAY) as storage:
        await storage.people.choose_language(1, "zh")


def test_with_sqlite_a_key_file_for_its_owner_alone_is_made_apart_from_the_database(
    sqlite_url: str, tmp_path: Path
) -> None:
    cipher_of(settings(sqlite_url))

    [file] = (tmp_path / "configuration").rglob("*.*")
    assert file == tmp_path / "configuration" / "tace-consult" / "encryption.key"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700
    assert len(b64decode(file.read_text(encoding="ascii"))) == 32
    assert not (tmp_path / "records").exists()


async def test_the_key_file_serves_every_later_start(sqlite_url: str) -> None:
    await keep_something(sqlite_url, cipher_of(settings(sqlite_url)))

    again = cipher_of(settings(sqlite_url))
    async with open_storage(sqlite_url, cipher=again, retention=DAY) as storage:
        assert (await storage.people.read(1)).language == "zh"


async def test_processes_that_start_at_once_agree_on_one_key_file(sqlite_url: str) -> None:
    found = settings(sqlite_url)
    first, *others = await asyncio.gather(*(asyncio.to_thread(cipher_of, found) for _ in range(8)))

    sealed = first.encrypt(b"kept", b"here")
    assert all(other.decrypt(sealed, b"here") == b"kept" for other in others)
    assert len(list(found.key_file.parent.iterdir())) == 1


def test_no_key_file_is_made_where_a_key_is_set(sqlite_url: str, tmp_path: Path) -> None:
    cipher_of(settings(sqlite_url, KEY))

    assert not (tmp_path / "configuration").exists()


async def test_a_lost_key_file_is_not_replaced_where_it_is_still_needed(sqlite_url: str) -> None:
    found = settings(sqlite_url)
    await keep_something(sqlite_url, cipher_of(found))
    found.key_file.unlink()

    with pytest.raises(EncryptionKeyError, match="is missing; put it back"):
        cipher_of(found)
    assert not found.key_file.exists()


async def test_a_key_file_that_was_lost_with_its_database_is_made_anew(
    sqlite_url: str, tmp_path: Path
) -> None:
    found = settings(sqlite_url)
    await keep_something(sqlite_url, cipher_of(found))
    found.key_file.unlink()
    for file in (tmp_path / "records").iterdir():
        file.unlink()

    await keep_something(sqlite_url, cipher_of(found))


def spoil_with(text: bytes) -> Callable[[Path], object]:
    return lambda path: path.write_bytes(text)


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (lambda path: path.chmod(0o640), "others can read the key file"),
        (spoil_with(b"secret"), "something else than keys"),
        (spoil_with(b""), "something else than keys"),
        (spoil_with(b"\xff" * 44), "something else than keys"),
    ],
)
def test_a_key_file_that_cannot_be_used_is_told_in_one_line_without_what_it_holds(
    sqlite_url: str, spoil: Callable[[Path], object], said: str
) -> None:
    found = settings(sqlite_url)
    cipher_of(found)
    spoil(found.key_file)

    with pytest.raises(EncryptionKeyError, match=said) as caught:
        cipher_of(found)
    assert str(found.key_file) in str(caught.value)
    assert "\n" not in str(caught.value)
    assert "secret" not in str(caught.value)


def test_a_place_where_no_key_file_can_be_made_is_told(sqlite_url: str, tmp_path: Path) -> None:
    (tmp_path / "configuration").write_text("not a folder")

    with pytest.raises(EncryptionKeyError, match="cannot be used"):
        cipher_of(settings(sqlite_url))


def test_a_key_file_may_hold_several_keys_one_a_line(sqlite_url: str) -> None:
    found = settings(sqlite_url)
    cipher_of(found)
    found.key_file.write_text(f"{KEY}\n{OTHER_KEY}\n", encoding="ascii")

    assert cipher_of(found).decrypt(OTHER.encrypt(b"kept", b"here"), b"here") == b"kept"


async def test_the_wrong_key_is_refused_when_the_storage_is_opened(database_url: str) -> None:
    await keep_something(database_url, CIPHER)

    with pytest.raises(EncryptionKeyError, match="add it again, after the first one"):
        async with open_storage(database_url, cipher=OTHER, retention=DAY):
            pass


async def test_replicas_that_start_on_an_empty_database_at_once_share_its_secret(
    database_url: str,
) -> None:
    await upgrade(database_url)

    async def start(user_id: int) -> None:
        async with open_storage(database_url, cipher=CIPHER, retention=DAY) as storage:
            await storage.people.choose_language(user_id, "zh")

    await asyncio.gather(*(start(user_id) for user_id in range(4)))

    async with open_storage(database_url, cipher=CIPHER, retention=DAY) as storage:
        found = [(await storage.people.read(user_id)).language for user_id in range(4)]
    assert found == ["zh"] * 4
