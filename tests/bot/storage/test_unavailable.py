"""Whatever goes wrong with a database is one error, which gives nothing of a case away."""

from __future__ import annotations

import logging
import socket
import traceback
from datetime import timedelta
from typing import TYPE_CHECKING

import psycopg
import pytest
from sqlalchemy import insert

from bot.storage.interface import StorageUnavailable
from bot.storage.migrate import upgrade
from bot.storage.opening import Storage, open_storage
from bot.storage.tables import KEYRING
from tests.bot.keys import CIPHER

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from sqlalchemy import Connection

    from bot.storage.database import Database

UNMISTAKABLE = "unmistakable label"
DAY = timedelta(days=1)

CALLS: list[Callable[[Storage], Awaitable[object]]] = [
    lambda storage: storage.consults.read(1, 10),
    lambda storage: storage.consults.latest(1),
    lambda storage: storage.consults.advance(1, 10, screen="screen", revision=0),
    lambda storage: storage.consults.mark_shown(1, 10, revision=1),
    lambda storage: storage.consults.unshown(waiting=DAY, limit=1),
    lambda storage: storage.people.read(1),
    lambda storage: storage.people.choose_language(1, "zh"),
    lambda storage: storage.people.accept_notice(1, 1),
    lambda storage: storage.forget(1),
    lambda storage: storage.purge(),
    lambda storage: storage.check(),
]


@pytest.fixture
def deserted_url() -> str:
    """Name a PostgreSQL server on a port where nobody listens."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
    return f"postgresql+psycopg://bot:secret-password@127.0.0.1:{port}/consult"


@pytest.mark.parametrize("call", CALLS)
async def test_every_call_to_a_server_that_is_away_says_so_without_the_password(
    deserted_url: str, call: Callable[[Storage], Awaitable[object]]
) -> None:
    async with open_storage(deserted_url, cipher=CIPHER, retention=DAY) as storage:
        with pytest.raises(StorageUnavailable, match="Connection refused") as caught:
            await call(storage)

    shown = "".join(traceback.format_exception(caught.value))
    assert "secret-password" not in shown
    assert "\n" not in str(caught.value)


async def test_a_server_that_comes_back_is_used_again_at_once(postgresql_url: str) -> None:
    await upgrade(postgresql_url)
    async with open_storage(postgresql_url, cipher=CIPHER, retention=DAY) as storage:
        await storage.consults.advance(1, 10, screen="before", revision=0)
        assert await storage.consults.read(1, 10) is not None
        cut_connections(postgresql_url)

        assert await storage.consults.read(1, 10) is not None
        assert (await storage.consults.advance(1, 10, screen="after", revision=1)).won


async def test_what_the_database_refuses_is_not_quoted(database: Database) -> None:
    def work(connection: Connection) -> None:
        connection.execute(insert(KEYRING), {"name": UNMISTAKABLE, "sealed": None})

    with pytest.raises(StorageUnavailable) as caught:
        await database.write(("keyring", 0, 0), work)

    assert UNMISTAKABLE not in "".join(traceback.format_exception(caught.value))


async def test_not_even_a_library_writes_a_case_into_the_log(
    database_url: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, logger="sqlalchemy.engine")
    caplog.set_level(logging.DEBUG)  # last: caplog listens at the level set last
    await upgrade(database_url)
    async with open_storage(database_url, cipher=CIPHER, retention=DAY) as storage:
        await storage.consults.advance(1, 10, screen="screen-of-a-case", revision=0)
        await storage.consults.read(1, 10)

    assert "INSERT INTO running_consults" in caplog.text  # so the log was on
    assert "screen-of-a-case" not in caplog.text


async def test_a_server_never_migrated_says_how_to_mend_that(postgresql_url: str) -> None:
    async with open_storage(postgresql_url, cipher=CIPHER, retention=DAY) as storage:
        for call in CALLS:
            with pytest.raises(StorageUnavailable, match="run tace-consult db upgrade"):
                await call(storage)


async def test_a_server_with_an_older_schema_says_how_to_mend_that(postgresql_url: str) -> None:
    await upgrade(postgresql_url)
    with psycopg.connect(plain(postgresql_url)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '0000'")

    async with open_storage(postgresql_url, cipher=CIPHER, retention=DAY) as storage:
        with pytest.raises(StorageUnavailable, match="run tace-consult db upgrade"):
            await storage.check()


def cut_connections(url: str) -> None:
    """End every other connection to the database, as a restart of the server does."""
    with psycopg.connect(plain(url)) as connection:
        connection.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )


def plain(url: str) -> str:
    return url.replace("+psycopg", "")
