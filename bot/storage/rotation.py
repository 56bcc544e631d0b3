"""Encrypting again, with the first key, what was encrypted with an older one."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any, TypeAlias

from sqlalchemy import Column, bindparam, select, update

from bot.storage.tables import INVITATIONS, KEYRING, MEMBERS, PEOPLE, RUNNING_CONSULTS
from bot.storage.vault import context

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from bot.storage.cipher import Cipher
    from bot.storage.connections import Work
    from bot.storage.database import AnyRow, Database

AnyColumn: TypeAlias = "Column[Any]"

_SEALED: tuple[AnyColumn, ...] = (
    KEYRING.c.sealed,
    PEOPLE.c.language,
    PEOPLE.c.notice,
    RUNNING_CONSULTS.c.sealed,
    MEMBERS.c.sealed,
    INVITATIONS.c.sealed,
)
_AT_ONCE = 500


async def rotate(database: Database) -> int:
    """Encrypt with the first key all that is not yet; return how many values there were.

    The bot may be running meanwhile: a value that it writes in between is left as it wrote it.
    Look-up hashes stay the same, since their secret is sealed by the keys and not made from them.
    Raises `EncryptionKeyError` where the key of a value is not among those there are.
    """
    await database.vault()
    return sum([await _rotate_column(database, database.cipher, column) for column in _SEALED])


async def _rotate_column(database: Database, cipher: Cipher, column: AnyColumn) -> int:
    query = select(*column.table.primary_key, column).where(column.is_not(None))
    rows = await database.read(query, {})
    older = iter([row for row in rows if not cipher.is_newest(row[-1])])
    count = 0
    while chunk := list(islice(older, _AT_ONCE)):
        count += await database.write((column.table.name, 0, 0), _again(cipher, column, chunk))
    return count


def _again(cipher: Cipher, column: AnyColumn, rows: list[AnyRow]) -> Work[int]:
    keys = list(column.table.primary_key)
    statement = (
        update(column.table)
        .where(column == bindparam("old"), *(key == bindparam(f"its_{key.name}") for key in keys))
        .values({column: bindparam("new")})
    )

    def work(connection: Connection) -> int:
        count = 0
        for *key, old in rows:
            bound = context(str(column), tuple(_as_bytes(part) for part in key))
            new = cipher.encrypt(cipher.decrypt(old, bound), bound)
            found = {f"its_{part.name}": value for part, value in zip(keys, key, strict=True)}
            count += connection.execute(statement, {**found, "old": old, "new": new}).rowcount
        return count

    return work


def _as_bytes(part: bytes | str) -> bytes:
    return part.encode() if isinstance(part, str) else part
