"""The database's many errors, told apart once and turned into one."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import exc

from bot.storage.interface import StorageUnavailable

DATABASE_ERRORS = (exc.SQLAlchemyError, OSError)
STALE_SCHEMA = "the database schema is not current: run tace-consult db upgrade"

_SLOW = (TimeoutError, exc.TimeoutError)
_AWAY = (exc.OperationalError, exc.InterfaceError, OSError, *_SLOW)
_UNDEFINED = {"42P01", "42703"}  # PostgreSQL: no such table, no such column


def is_away(error: Exception) -> bool:
    """Tell whether the database itself failed, rather than one statement being refused by it.

    SQLite reports a file that is damaged or no database as a plain `DatabaseError`.
    """
    return isinstance(error, _AWAY) or type(error) is exc.DatabaseError


def as_unavailable(error: Exception) -> StorageUnavailable:
    """Say in one line what happened, fit for a log.

    Only connection errors keep the driver's words: those of a refused statement may quote the row.
    """
    if isinstance(error, _SLOW):
        return StorageUnavailable("the database did not answer in time")
    if isinstance(error, exc.DBAPIError):
        if getattr(error.orig, "sqlstate", None) in _UNDEFINED:
            return StorageUnavailable(STALE_SCHEMA)
        if is_away(error):
            return StorageUnavailable(str(error.orig).partition("\n")[0])
    if isinstance(error, OSError):
        return StorageUnavailable(error.strerror or type(error).__name__)
    return StorageUnavailable(f"the database refused a statement ({type(error).__name__})")


@contextmanager
def one_error() -> Iterator[None]:
    """Let only `StorageUnavailable` out, without the statement and its values in the traceback."""
    try:
        yield
    except DATABASE_ERRORS as error:
        raise as_unavailable(error) from None
