"""Authenticated encryption of what is stored: AES-256-GCM, with any of several keys."""

from __future__ import annotations

import os
from hashlib import sha256
from typing import TYPE_CHECKING

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from bot.storage.interface import StorageUnavailable

if TYPE_CHECKING:
    from collections.abc import Sequence

KEY_BYTES = 32
_NAME_BYTES = 4
_NONCE_BYTES = 12


class EncryptionKeyError(StorageUnavailable):
    """The records cannot be read with the keys there are: the operator has to mend that.

    Its text is one line that says how, and holds no key.
    """


class Cipher:
    """Encrypts with the first of its keys and decrypts with whichever was used.

    `context` says where the value belongs. It is not stored, and a value moved to another place
    does not decrypt. Ahead of each value stands the name of its key (4 bytes of a hash), then the
    nonce: 12 random bytes, enough for 2**32 values under one key, years at Telegram's own limit.
    """

    def __init__(self, keys: Sequence[bytes]) -> None:
        named = [(_name(key), AESGCM(key)) for key in keys]
        self._first, self._encrypting = named[0]
        self._all = dict(named)

    def encrypt(self, clear: bytes, context: bytes) -> bytes:
        """Return the value as it may be stored, 32 bytes longer."""
        nonce = os.urandom(_NONCE_BYTES)
        return self._first + nonce + self._encrypting.encrypt(nonce, clear, context)

    def decrypt(self, sealed: bytes, context: bytes) -> bytes:
        """Return what was encrypted; raises `EncryptionKeyError`."""
        key = self._all.get(sealed[:_NAME_BYTES])
        if key is None:
            raise EncryptionKeyError(
                "the records were encrypted with a key that is not among these; "
                "add it again, after the first one"
            )
        nonce, body = sealed[_NAME_BYTES:][:_NONCE_BYTES], sealed[_NAME_BYTES + _NONCE_BYTES :]
        try:
            return key.decrypt(nonce, body, context)
        except (InvalidTag, ValueError):  # ValueError: cut short
            raise EncryptionKeyError("a record was altered after it was encrypted") from None

    def is_newest(self, sealed: bytes) -> bool:
        """Tell whether a value was encrypted with the first key."""
        return sealed[:_NAME_BYTES] == self._first


def _name(key: bytes) -> bytes:
    return sha256(b"tace-consult key\0" + key).digest()[:_NAME_BYTES]
