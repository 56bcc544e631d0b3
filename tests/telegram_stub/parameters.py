"""The parameters of one call, in whichever of Telegram's three forms they came."""

import json
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias
from urllib.parse import parse_qsl

from aiohttp import web

from tests.telegram_stub.refusals import bad_request

# One method of the Bot API: takes the parameters, returns the result, raises RefusedError.
Handler: TypeAlias = "Callable[[Parameters], Awaitable[Any]]"

_TRUE = {"true", "yes", "1"}
_LARGEST = 2**63


@dataclass(frozen=True)
class Upload:
    """A file that came with a call."""

    name: str
    content_type: str
    content: bytes


@dataclass(frozen=True)
class Parameters:
    """What was sent, kept as texts: Telegram itself reads everything from its text."""

    values: Mapping[str, str]
    files: Mapping[str, Upload]

    def text(self, name: str) -> str:
        return self.values.get(name, "")

    def flag(self, name: str) -> bool:
        return self.text(name).strip().lower() in _TRUE

    def integer(self, name: str, default: int = 0) -> int:
        """Return the number, or 0 for what is none, as Telegram does."""
        source = self.text(name).strip()
        if not source:
            return default
        digits = source.removeprefix("-")
        number = int(source) if digits.isascii() and digits.isdecimal() else 0
        return number if abs(number) < _LARGEST else 0

    def within(self, name: str, default: int, lowest: int, highest: int) -> int:
        return min(max(self.integer(name, default), lowest), highest)

    def json(self, name: str, otherwise: str) -> Any:  # noqa: ANN401 - it is what was sent
        """Return the parsed value, None when there is none; refused with `otherwise` if broken."""
        source = self.text(name)
        if not source:
            return None
        try:
            return json.loads(source)
        except ValueError:
            raise bad_request(otherwise) from None


def from_json(body: object) -> Parameters:
    """Read a JSON body; raises RefusedError when it is no object."""
    if not isinstance(body, dict):
        raise bad_request("can't parse JSON object")
    return Parameters({name: _as_text(one) for name, one in body.items() if one is not None}, {})


def from_urlencoded(body: str) -> Parameters:
    return Parameters(dict(parse_qsl(body, keep_blank_values=True)), {})


async def from_request(request: web.Request) -> Parameters:
    """Read a request's query string and its body, be it JSON, urlencoded or multipart."""
    values = dict(request.query)
    files: dict[str, Upload] = {}
    if request.content_type == "application/json":
        try:
            values |= from_json(await request.json()).values
        except ValueError:
            raise bad_request("can't parse JSON object") from None
    else:
        for name, value in (await request.post()).items():
            if isinstance(value, web.FileField):
                content = value.file.read()
                files[name] = Upload(value.filename, value.content_type, content)
            else:
                values[name] = value if isinstance(value, str) else value.decode()
    return Parameters(values, files)


def _as_text(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
