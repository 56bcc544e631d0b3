"""What stands in the tables in place of ids and answers: marks to look up by, and sealed values."""

from __future__ import annotations

import hmac
import secrets
from functools import lru_cache
from typing import TYPE_CHECKING

from sqlalchemy import select

from bot.storage.tables import KEYRING, MARK_BYTES
from bot.storage.upsert import insert_in

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from bot.storage.cipher import Cipher

LOOKUP = "look-up"
"""The only secret in the keyring so far."""

_SECRET_BYTES = 32
_MARKS_KEPT = 512
_STORED = select(KEYRING.c.sealed).where(KEYRING.c.name == LOOKUP)


def context(column: str, marks: tuple[bytes, ...]) -> bytes:
    """Return what binds a sealed value to its column (`table.column`) and to the key of its row."""
    return b"\0".join((column.encode(), *marks))


_LOOKUP_CONTEXT = context(str(KEYRING.c.sealed), (LOOKUP.encode(),))


class Vault:
    """Turns ids into marks and seals values, with the secrets of one database.

    Marks are hashes keyed by a secret of the database's own, so they stay the same while the keys
    of the cipher are changed, and are worthless without it.
    """

    def __init__(self, cipher: Cipher, lookup_secret: bytes) -> None:
        self._cipher = cipher
        self._lookup_secret = lookup_secret
        # Each tap looks up the same chat and message several times.
        self._marked = lru_cache(_MARKS_KEPT)(self._mark)

    def mark(self, kind: str, *ids: int | str) -> bytes:
        """Return what ids of a kind are looked up by; other kinds of the same ids differ."""
        return self._marked(kind, *ids)

    def _mark(self, kind: str, *ids: int | str) -> bytes:
        text = ":".join((kind, *map(str, ids)))
        return hmac.digest(self._lookup_secret, text.encode(), "sha256")[:MARK_BYTES]

    def seal(self, clear: bytes, column: str, *marks: bytes) -> bytes:
        """Encrypt the value of one column in the row with these marks."""
        return self._cipher.encrypt(clear, context(column, marks))

    def unseal(self, sealed: bytes, column: str, *marks: bytes) -> bytes:
        """Decrypt what was sealed for this column and row; raises `EncryptionKeyError`."""
        return self._cipher.decrypt(sealed, context(column, marks))


def unlock(connection: Connection, cipher: Cipher) -> Vault:
    """Return the vault of a database, whose secret is made when it is first asked for.

    The sealed secret is the check of the keys, too: raises `EncryptionKeyError` if none opens it.
    """
    sealed = connection.execute(_STORED).scalar()
    if sealed is None:
        secret = secrets.token_bytes(_SECRET_BYTES)
        fresh = {"name": LOOKUP, "sealed": cipher.encrypt(secret, _LOOKUP_CONTEXT)}
        insert = insert_in(connection.dialect.name)
        connection.execute(insert(KEYRING).on_conflict_do_nothing(), fresh)
        sealed = connection.execute(_STORED).scalar_one()  # another process may have been first
    return Vault(cipher, cipher.decrypt(sealed, _LOOKUP_CONTEXT))
