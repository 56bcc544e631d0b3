"""How each kind of setting is written, and what to say when it is not.

Every function takes the text of a variable and returns its value; a problem is raised with a
message that says what is wrong and how to mend it, and never repeats the text.
"""

from __future__ import annotations

import os
import re
from base64 import b64decode
from datetime import timedelta
from enum import StrEnum
from ipaddress import ip_address
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import SplitResult, urlsplit

from pydantic_core import PydanticCustomError

if TYPE_CHECKING:
    from typing import LiteralString

LOG_LEVELS = ("debug", "info", "warning", "error")

_TOKEN = re.compile(r"[0-9]+:[A-Za-z0-9_-]+")
_WEBHOOK_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")  # what Telegram admits
_LENGTH_OF_TIME = re.compile(r"([1-9][0-9]{0,4})([mhd])")
_UNITS = {"m": "minutes", "h": "hours", "d": "days"}
_HIGHEST_PORT = 65_535
_KEY_BYTES = 32


class Access(StrEnum):
    """Who may use the bot, besides its administrators."""

    OPEN = "open"
    """Everybody."""
    ALLOWLIST = "allowlist"
    """Those the settings name."""
    INVITE = "invite"
    """Those the settings name, and whoever an administrator has invited."""


class Address(NamedTuple):
    """Where to listen. Port 0 lets the system choose a free one."""

    host: str
    port: int


def bot_token(text: str) -> str:
    """Check the shape of a bot token: digits, a colon, letters."""
    if not _TOKEN.fullmatch(text):
        raise _problem(
            "not a bot token; copy it from @BotFather, digits, a colon and letters, without quotes"
        )
    return text


def webhook_secret(text: str) -> str:
    """Check that Telegram admits the secret it is to send with every update."""
    if not _WEBHOOK_SECRET.fullmatch(text):
        raise _problem("not usable; write 1 to 256 letters, digits, _ and -")
    return text


def api_url(text: str) -> str:
    """Return the base URL of a Bot API server, without a slash at its end."""
    parts = _split(text)
    if parts.scheme not in {"http", "https"} or not parts.hostname or parts.query or parts.fragment:
        raise _problem("not the URL of a server; write it such as https://api.telegram.org")
    return text.rstrip("/")


def webhook_url(text: str) -> str:
    """Return the URL that Telegram is to call; plain http only on this machine."""
    parts = _split(text)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise _problem("not a URL; write it such as https://bot.example.org/telegram")
    if parts.scheme == "http" and not _is_loopback(parts.hostname):
        raise _problem("not encrypted; write https:// (http:// only for a loopback address)")
    return text


def address(text: str) -> Address:
    """Split `host:port`; an IPv6 host stands in brackets."""
    host, colon, port = text.rpartition(":")
    host = host[1:-1] if host.startswith("[") and host.endswith("]") else host.replace(":", " ")
    if not colon or not re.fullmatch(r"[^\s/@]+", host) or not re.fullmatch(r"[0-9]{1,5}", port):
        raise _problem("not host:port; write it such as 127.0.0.1:8080 or [::1]:8080")
    if int(port) > _HIGHEST_PORT:
        raise _problem("no such port; write one from 0 to 65535 after the colon")
    return Address(host, int(port))


def retention(text: str) -> timedelta | None:
    """Return the length of time, or None for `none`."""
    if text.lower() == "none":
        return None
    match = _LENGTH_OF_TIME.fullmatch(text.lower())
    if match is None:
        raise _problem("not a length of time; write it such as 30m, 24h or 7d, or none")
    number, unit = match.groups()
    return timedelta(**{_UNITS[unit]: int(number)})


def updates_a_minute(text: str) -> int:
    """Return a number, 0 for no limit."""
    if not re.fullmatch(r"[0-9]{1,6}", text):
        raise _problem("not a number of updates a minute; write a whole one, 0 for no limit")
    return int(text)


def access(text: str) -> Access:
    """Return who may use the bot."""
    if text.lower() not in set(Access):
        raise _problem("not a kind of access; write open, allowlist or invite")
    return Access(text.lower())


def user_ids(text: str) -> frozenset[int]:
    """Return Telegram's numbers of people."""
    ids = [each.strip() for each in text.split(",")]
    if not all(re.fullmatch(r"[1-9][0-9]{0,15}", each) for each in ids):
        raise _problem("not user ids; write Telegram's numbers such as 123456789,987654321")
    return frozenset(map(int, ids))


def encryption_keys(text: str) -> tuple[bytes, ...]:
    """Return the keys, the first of which is to encrypt; between them commas or line ends."""
    words = text.replace(",", " ").split()
    keys = tuple(_key(each) for each in words)
    if not keys:
        raise _problem("no key in it; make one with: openssl rand -base64 32")
    return keys


def _key(word: str) -> bytes:
    try:
        key = b64decode(word.translate({ord("-"): "+", ord("_"): "/"}), validate=True)
    except ValueError:
        key = b""
    if len(key) != _KEY_BYTES:
        raise _problem(
            "not keys of 32 bytes in base64; make each with: openssl rand -base64 32, "
            "and write a comma between two"
        )
    return key


def log_level(text: str) -> str:
    """Return the level in small letters."""
    if text.lower() not in LOG_LEVELS:
        raise _problem("not a log level; write debug, info, warning or error")
    return text.lower()


def database_url(text: str) -> str:
    """Return the URL with the driver that is installed here."""
    scheme, _, rest = text.partition("://")
    if scheme == "sqlite":
        if not rest.startswith("/") or rest in {"/", "/:memory:"} or "?" in rest:
            raise _problem(
                "not an SQLite file; write it such as sqlite:///tace-consult.db or, with four "
                "slashes, sqlite:////var/lib/tace/consult.db (TACE_RETENTION=none stores no case)"
            )
        return f"sqlite://{rest}"
    if scheme in {"postgresql", "postgresql+psycopg", "postgres"}:
        _split(f"postgresql://{rest}")
        return f"postgresql+psycopg://{rest}"
    raise _problem(
        "not a database this program can use; write sqlite:///FILE or "
        "postgresql://USER:PASSWORD@HOST/DATABASE"
    )


def default_database_url() -> str:
    """Return SQLite in the user's own data directory (XDG), the same from wherever one starts."""
    data = os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share"
    return f"sqlite:///{Path(data) / 'tace-consult' / 'tace-consult.db'}"


def default_key_file() -> Path:
    """Return a file in the user's own configuration directory (XDG), apart from the database's."""
    configuration = os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config"
    return Path(configuration) / "tace-consult" / "encryption.key"


def _split(text: str) -> SplitResult:
    mistake = _problem("not a URL; look for spaces, and at its host, brackets and port")
    if re.search(r"\s", text):
        raise mistake
    try:
        parts = urlsplit(text)
        _ = parts.port  # is looked at only when asked for
    except ValueError:
        raise mistake from None
    return parts


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def _problem(message: LiteralString) -> PydanticCustomError:
    return PydanticCustomError("setting", message)
