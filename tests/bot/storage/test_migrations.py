"""The migrations lead to the tables that the program uses, on both databases."""

from __future__ import annotations

import asyncio
import stat
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import inspect, text

from bot.storage.connections import run_once
from bot.storage.creating import create
from bot.storage.engines import connection_to_write
from bot.storage.interface import StorageUnavailable
from bot.storage.migrate import migrate, upgrade
from bot.storage.tables import METADATA, REVISION

if TYPE_CHECKING:
    from collections.abc import Callable

    from alembic.config import Config
    from sqlalchemy import Connection

REPOSITORY = Path(__file__).parents[3]


async def look(url: str, question: Callable[[Connection], Any]) -> Any:  # noqa: ANN401 - any answer
    return await run_once(connection_to_write(url), question)


def tables(connection: Connection) -> set[str]:
    return set(inspect(connection).get_table_names())


def indexes(connection: Connection) -> list[tuple[str | None, str]]:
    found = inspect(connection).get_indexes("running_consults")
    dialect = connection.dialect.name
    return [(index["name"], str(index["dialect_options"][f"{dialect}_where"])) for index in found]


def difference(connection: Connection) -> list[Any]:
    context = MigrationContext.configure(connection, opts={"compare_server_default": True})
    return list(compare_metadata(context, METADATA))


async def test_an_empty_database_comes_to_the_newest_revision(database_url: str) -> None:
    assert await upgrade(database_url) == (None, REVISION)


async def test_an_upgraded_database_is_left_as_it_is(database_url: str) -> None:
    await upgrade(database_url)

    assert await upgrade(database_url) == (REVISION, REVISION)


async def test_migrations_and_tables_agree(database_url: str) -> None:
    await upgrade(database_url)

    assert await look(database_url, difference) == []


async def test_a_new_file_is_made_as_the_migrations_would_leave_it(sqlite_url: str) -> None:
    await create(sqlite_url)
    assert await look(sqlite_url, difference) == []
    [(name, condition)] = await look(sqlite_url, indexes)
    assert name == "ix_running_consults_unshown"
    assert condition in {"shown = false", "(shown = false)", "shown = 0"}

    await create(sqlite_url)  # as a second process that starts at the same time
    assert await upgrade(sqlite_url) == (REVISION, REVISION)


async def test_only_the_rows_that_wait_to_be_shown_are_indexed(database_url: str) -> None:
    await upgrade(database_url)

    [(name, condition)] = await look(database_url, indexes)
    assert name == "ix_running_consults_unshown"
    assert condition in {"shown = false", "(shown = false)", "shown = 0"}


async def test_downgrading_takes_everything_away_and_upgrading_brings_it_back(
    database_url: str,
) -> None:
    await upgrade(database_url)
    before = await look(database_url, tables)

    await migrate(database_url, lambda config: command.downgrade(config, "base"))
    assert await look(database_url, tables) == {"alembic_version"}

    await upgrade(database_url)
    assert await look(database_url, tables) == before


async def test_processes_that_upgrade_at_the_same_time_wait_for_each_other(
    database_url: str,
) -> None:
    outputs = await asyncio.gather(*(upgrade_in_a_process(database_url) for _ in range(2)))

    assert sorted(outputs) == [
        f"({REVISION!r}, {REVISION!r})",
        f"(None, {REVISION!r})",
    ]


async def upgrade_in_a_process(url: str) -> str:
    program = (
        "import asyncio, sys; from bot.storage.migrate import upgrade;"
        "print(asyncio.run(upgrade(sys.argv[1])))"
    )
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", program, url, stdout=asyncio.subprocess.PIPE, cwd=REPOSITORY
    )
    output, _ = await process.communicate()
    return output.decode().strip()


async def test_a_migration_that_fails_leaves_nothing_behind(database_url: str) -> None:
    def fail_after_upgrading(config: Config) -> None:
        command.upgrade(config, "head")
        config.attributes["connection"].execute(text("SELECT nonsense"))

    with pytest.raises(StorageUnavailable):
        await migrate(database_url, fail_after_upgrading)

    assert await look(database_url, tables) == set()


async def test_a_schema_of_a_later_release_is_refused(database_url: str) -> None:
    await upgrade(database_url)
    await look(
        database_url, lambda c: c.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    )

    with pytest.raises(StorageUnavailable, match="unknown to this release"):
        await upgrade(database_url)


async def test_upgrading_does_not_depend_on_the_current_directory(
    database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    assert await upgrade(database_url) == (None, REVISION)


async def test_the_sqlite_file_and_its_log_are_readable_by_their_owner_alone(
    sqlite_url: str, tmp_path: Path
) -> None:
    await upgrade(sqlite_url)

    def modes(connection: Connection) -> dict[str, int]:
        connection.execute(text("DELETE FROM people"))
        folder = tmp_path / "records"
        files = [folder, *folder.iterdir()]
        return {file.name: stat.S_IMODE(file.stat().st_mode) for file in files}

    assert await look(sqlite_url, modes) == {
        "records": 0o700,
        "consult.db": 0o600,
        "consult.db-wal": 0o600,
        "consult.db-shm": 0o600,
    }


async def test_a_place_where_no_file_can_be_made_is_told_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "occupied").write_text("not a folder")

    with pytest.raises(StorageUnavailable, match=r"^Not a directory$|^File exists$"):
        await upgrade(f"sqlite:///{tmp_path}/occupied/consult.db")


async def test_a_file_that_is_no_database_is_told_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear colleague, " * 100)

    with pytest.raises(StorageUnavailable, match=r"^file is not a database$"):
        await upgrade(f"sqlite:///{tmp_path}/letter.txt")
