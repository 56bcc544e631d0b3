"""Who started a consult in a group: only they may answer it.

The starter's id travels in every button, sealed with a key that only the bot has, so that
nobody else can put their own there. A private chat needs no seal: its only member is it.
"""

import hmac
from base64 import urlsafe_b64decode, urlsafe_b64encode
from hashlib import sha256

_SIGN = "~"
_MAC_BYTES = 6
_ID_BYTES = 8


class Starters:
    """Seals and opens the id of whoever started a consult. The key comes from the bot's token."""

    def __init__(self, token: str) -> None:
        self._key = sha256(b"consult starter\0" + token.encode()).digest()

    def seal(self, chat_id: int, user_id: int) -> str:
        """Return what stands behind a button's action in a group: at most 20 characters."""
        number = user_id.to_bytes(_ID_BYTES, "big").lstrip(b"\0")
        return _SIGN + _text(number + self._mac(chat_id, number))

    def starter(self, chat_id: int, seal: str) -> int | None:
        """Return the id that a seal holds, `None` where it is none of this bot's for this chat."""
        try:
            packed = urlsafe_b64decode(seal.removeprefix(_SIGN) + "==")
        except ValueError:
            return None
        number, mac = packed[:-_MAC_BYTES], packed[-_MAC_BYTES:]
        if not hmac.compare_digest(mac, self._mac(chat_id, number)):
            return None
        return int.from_bytes(number, "big")

    def _mac(self, chat_id: int, number: bytes) -> bytes:
        return hmac.digest(self._key, str(chat_id).encode() + b"\0" + number, sha256)[:_MAC_BYTES]


def split_seal(data: str) -> tuple[str, str]:
    """Return what a button says, and the seal behind it, which is empty in a private chat."""
    said, sign, seal = data.partition(_SIGN)
    return said, sign + seal


def _text(raw: bytes) -> str:
    return urlsafe_b64encode(raw).decode().rstrip("=")
