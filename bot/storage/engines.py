"""Connections to SQLite or PostgreSQL, one kind to read and one to write."""

from pathlib import Path
from typing import Any

from sqlalchemy import Connection, create_engine, event, make_url, text
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.pool import ConnectionPoolEntry

from bot.storage.connections import Connections, InLoop, InThreads

PATIENCE_SECONDS = 5.0
"""How long one tap may wait for the database before the bot goes on without it."""

EMPTY_LOG = text("PRAGMA wal_checkpoint(TRUNCATE)")
"""Brings everything from SQLite's write-ahead log into its file, and cuts the log to nothing."""


_READERS = 2
"""So many reads may be under way at once; one may wait for the write-ahead log to be emptied."""


def connections_to_read(url: str) -> Connections:
    """Make those for reads: no transaction, so a read is one round trip and locks nothing."""
    options = {"isolation_level": "AUTOCOMMIT", "skip_autocommit_rollback": True}
    return _connections(url, PATIENCE_SECONDS, _READERS, options)


def connection_to_write(url: str, patience: float = PATIENCE_SECONDS) -> Connections:
    """Make the one for writes, which takes SQLite's write lock at BEGIN.

    Taken later, at the first change, the lock could be refused to a transaction that has read.
    `patience` is in seconds.
    """
    connections = _connections(url, patience, 1, {"max_overflow": 0})
    if is_sqlite(url):
        event.listen(connections.engine, "connect", _leave_begin_to_us)
        event.listen(connections.engine, "begin", _begin_immediate)
    return connections


def is_sqlite(url: str) -> bool:
    """Tell SQLite, which this process owns, from a PostgreSQL server that others may share."""
    return make_url(url).get_backend_name() == "sqlite"


def has_file(url: str) -> bool:
    """Tell whether the SQLite file is there."""
    return Path(make_url(url).database or "").is_file()


def prepare_file(url: str) -> None:
    """Make the SQLite file, readable by its owner alone, before SQLite makes it for everybody.

    Its companions (write-ahead log) inherit its permissions. Raises OSError.
    """
    name = make_url(url).database
    if not is_sqlite(url) or not name:
        return
    path = Path(name)
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    path.touch(mode=0o600)


def _connections(url: str, patience: float, most: int, options: dict[str, Any]) -> Connections:
    if is_sqlite(url):
        # It gives up before we do, since a thread that waits for a lock cannot be called back.
        driver = {"timeout": 0.8 * patience, "check_same_thread": False}
        engine = create_engine(
            url, hide_parameters=True, connect_args=driver, pool_size=most, **options
        )
        event.listen(engine, "connect", _tune_sqlite)
        return InThreads(engine, most)
    from sqlalchemy.ext.asyncio import create_async_engine  # noqa: PLC0415 - SQLite does without

    return InLoop(
        create_async_engine(
            url,
            hide_parameters=True,  # an error message must not carry a case into a log
            pool_pre_ping=True,  # a restarted server costs nobody an answer
            pool_size=most,
            connect_args={"connect_timeout": max(2, round(patience))},
            **options,
        )
    )


def _tune_sqlite(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
    cursor = connection.cursor()
    cursor.execute("PRAGMA journal_mode = WAL")  # readers and the writer do not wait for each other
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.execute("PRAGMA cache_size = -512")  # kB of pages, which the system keeps as well
    cursor.execute("PRAGMA secure_delete = ON")  # what is deleted is overwritten with zeros
    cursor.close()


def _leave_begin_to_us(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
    """Stop the driver's own BEGIN, which comes late and not at all before a schema change."""
    connection.isolation_level = None


def _begin_immediate(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")
