"""The server that a bot's calls come to."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from http import HTTPStatus
from urllib.parse import urlsplit

from tests.benchmarks.bot_api.http import HttpMessage, HttpReader
from tests.benchmarks.bot_api.parameters import parameters_in
from tests.benchmarks.bot_api.telegram import Telegram

_PHRASES = {status.value: status.phrase for status in HTTPStatus}


@asynccontextmanager
async def serving(telegram: Telegram) -> AsyncIterator[str]:
    """Listen on a free port of the loopback, and return the address."""
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: _Connection(telegram), "127.0.0.1", 0, backlog=1024)
    host, port = server.sockets[0].getsockname()[:2]
    try:
        yield f"http://{host}:{port}"
    finally:
        telegram.close()
        server.close()


class _Connection(asyncio.Protocol):
    """A bot's connection; a client asks for one thing at a time on it."""

    def __init__(self, telegram: Telegram) -> None:
        self._telegram = telegram
        self._reader = HttpReader()
        self._transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        for request in self._reader.feed(data):
            self._take(request)

    def _take(self, request: HttpMessage) -> None:
        url = urlsplit(request.start.split(" ")[1])
        token, _, method = url.path.removeprefix("/bot").partition("/")
        if token != self._telegram.token:
            self._answer(401, '{"ok":false,"error_code":401,"description":"Unauthorized"}')
            return
        content_type = request.header(b"content-type")
        parameters = parameters_in(content_type, request.body, url.query)
        self._telegram.call(method, parameters, self._answer)

    def _answer(self, code: int, body: str) -> None:
        if self._transport is None or self._transport.is_closing():
            return
        content = body.encode()
        head = (
            f"HTTP/1.1 {code} {_PHRASES[code]}\r\nContent-Type: application/json\r\n"
            f"Content-Length: {len(content)}\r\n\r\n"
        )
        self._transport.write(head.encode() + content)
