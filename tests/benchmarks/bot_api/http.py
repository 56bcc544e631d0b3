"""HTTP/1.1 as bots' clients and servers write it: bodies with their length ahead."""

from dataclasses import dataclass

_END = b"\r\n\r\n"
_HEAD_BYTES = 64 * 1024


class UnreadableError(ValueError):
    """What came is no HTTP, or of a kind that no bot here writes."""


@dataclass(frozen=True, slots=True)
class HttpMessage:
    """A request or a response. `start` is its first line, `head` that and all headers."""

    start: str
    head: bytes
    body: bytes

    def header(self, name: bytes) -> str:
        """Return a header's value by its name in small letters, empty where there is none."""
        return _header(self.head, name)


class HttpReader:
    """Puts together what comes in pieces."""

    def __init__(self) -> None:
        self._data = b""

    def feed(self, data: bytes) -> list[HttpMessage]:
        """Return the messages that are complete by now; raises `UnreadableError`."""
        self._data += data
        complete = []
        while (end := self._data.find(_END)) >= 0:
            head = self._data[:end]
            start, _, _ = head.partition(b"\r\n")
            length = _header(head, b"content-length")
            if not length and _header(head, b"transfer-encoding"):
                raise UnreadableError("a body in chunks")
            body_end = end + len(_END) + int(length or 0)
            if len(self._data) < body_end:
                break
            body = self._data[end + len(_END) : body_end]
            complete.append(HttpMessage(start.decode("latin-1"), head, body))
            self._data = self._data[body_end:]
        else:
            if len(self._data) > _HEAD_BYTES:
                raise UnreadableError("a head without an end")
        return complete


def _header(head: bytes, name: bytes) -> str:
    found = head.lower().find(b"\r\n" + name + b":")
    if found < 0:
        return ""
    first = found + len(name) + 3
    last = head.find(b"\r\n", first)
    return head[first : last if last >= 0 else None].strip().decode("latin-1")
