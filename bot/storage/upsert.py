"""INSERT with an ON CONFLICT clause, which each database has in a dialect of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Table
    from sqlalchemy.dialects import postgresql, sqlite

    Insert: TypeAlias = postgresql.Insert | sqlite.Insert


def insert_in(dialect: str) -> Callable[[Table], Insert]:
    """Return what starts an INSERT in a dialect; only that one's megabytes are loaded."""
    if dialect == "sqlite":
        from sqlalchemy.dialects import sqlite  # noqa: PLC0415 - see above

        return sqlite.insert
    from sqlalchemy.dialects import postgresql  # noqa: PLC0415 - see above

    return postgresql.insert
