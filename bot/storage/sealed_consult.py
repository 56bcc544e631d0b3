"""A running consult as its row holds it: chat, message and screen sealed together."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING, Any

from bot.storage.interface import RunningConsult

if TYPE_CHECKING:
    from sqlalchemy import Row

    from bot.storage.vault import Vault

SCREEN_LENGTH = 96
"""A button's 64 bytes, which hold case code, view and seal, the language, what was done last."""

COLUMN = "running_consults.sealed"

_IDS = struct.Struct(">qq")
"""Chat and message. The screen behind them is filled up to its full length, for the length of a
row is to tell nothing of its consult."""


def marks(vault: Vault, chat_id: int, message_id: int) -> tuple[bytes, bytes]:
    """Return what the consult of a message is looked up by."""
    return chat_mark(vault, chat_id), vault.mark("message", chat_id, message_id)


def chat_mark(vault: Vault, chat_id: int) -> bytes:
    """Return what the consults of a chat are looked up by."""
    return vault.mark("chat", chat_id)


def seal(vault: Vault, consult: RunningConsult) -> dict[str, Any]:
    """Return a row without its key; raises `ValueError` for a screen that is too long."""
    screen = consult.screen.encode()
    if len(screen) > SCREEN_LENGTH:
        raise ValueError(f"a screen's name has at most {SCREEN_LENGTH} bytes, not {len(screen)}")
    chat, message = marks(vault, consult.chat_id, consult.message_id)
    clear = _IDS.pack(consult.chat_id, consult.message_id) + screen.ljust(SCREEN_LENGTH, b"\0")
    return {
        "sealed": vault.seal(clear, COLUMN, chat, message),
        "revision": consult.revision,
        "shown": consult.shown,
        "updated_at": consult.updated_at,
    }


def unseal(vault: Vault, row: Row[*tuple[Any, ...]]) -> RunningConsult:
    """Return the consult in a row; raises `EncryptionKeyError`."""
    clear = vault.unseal(row.sealed, COLUMN, row.chat, row.message)
    chat_id, message_id = _IDS.unpack_from(clear)
    return RunningConsult(
        chat_id=chat_id,
        message_id=message_id,
        screen=clear[_IDS.size :].rstrip(b"\0").decode(),
        revision=row.revision,
        shown=row.shown,
        updated_at=row.updated_at,
    )
