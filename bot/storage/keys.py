"""Where the keys come from: the settings, or for SQLite a file made on the first start."""

from __future__ import annotations

import os
import secrets
import sqlite3
import stat
from base64 import b64encode
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic_core import PydanticCustomError
from sqlalchemy import make_url

from bot.settings_values import encryption_keys
from bot.storage.cipher import KEY_BYTES, Cipher, EncryptionKeyError

if TYPE_CHECKING:
    from bot.settings import Settings

_OTHERS = stat.S_IRWXG | stat.S_IRWXO


def cipher_of(settings: Settings) -> Cipher:
    """Return what the settings ask the records to be encrypted with.

    Raises `EncryptionKeyError` where a key file cannot be used, or is missing though there are
    records that it encrypted.
    """
    given = [key.get_secret_value() for key in settings.encryption_keys]
    return Cipher(given or _from_file(settings.key_file, settings.database_url.get_secret_value()))


def _from_file(path: Path, url: str) -> tuple[bytes, ...]:
    try:
        if not path.exists():
            if _is_encrypted(make_url(url).database or ""):
                raise EncryptionKeyError(
                    f"the key file {path} is missing; put it back, or set the key it held"
                )
            _make(path)
        return _read(path)
    except OSError as error:
        raise EncryptionKeyError(
            f"the key file {path} cannot be used ({error.strerror}); mend that, or set a key"
        ) from None


def _read(path: Path) -> tuple[bytes, ...]:
    if path.stat().st_mode & _OTHERS:
        raise EncryptionKeyError(f"others can read the key file {path}: chmod 600 {path}")
    try:
        return encryption_keys(path.read_text(encoding="ascii"))
    except (PydanticCustomError, UnicodeDecodeError):
        raise EncryptionKeyError(
            f"the key file {path} holds something else than keys; put it back as it was"
        ) from None


def _make(path: Path) -> None:
    """Write a new key, all at once: a process that starts at the same time finds all or nothing."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    draft = path.with_name(f"{path.name}.{secrets.token_hex(8)}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(b64encode(secrets.token_bytes(KEY_BYTES)) + b"\n")
            file.flush()
            os.fsync(descriptor)
        _link(draft, path)
    finally:
        draft.unlink()


def _link(draft: Path, path: Path) -> None:
    try:
        path.hardlink_to(draft)
    except FileExistsError:
        return  # another process was faster: its key it is


def _is_encrypted(name: str) -> bool:
    if not Path(name).is_file():
        return False
    with closing(sqlite3.connect(f"{Path(name).absolute().as_uri()}?mode=ro", uri=True)) as file:
        try:
            return bool(file.execute("SELECT count(*) FROM keyring").fetchone()[0])
        except sqlite3.Error:
            return False
