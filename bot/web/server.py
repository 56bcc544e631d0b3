"""The HTTP server, in the loop that everything else runs in."""

import asyncio
import socket
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager

from starlette.types import ASGIApp
from uvicorn.config import Config
from uvicorn.server import Server

_IDLE_SECONDS = 75
"""How long an idle connection is kept; Telegram and proxies reuse theirs."""

_MOST_REQUESTS = 500
"""At once; beyond it 503. Telegram brings at most 100."""


class _Server(Server):
    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Leave the signals to whoever runs the bot."""
        yield


@asynccontextmanager
async def serving(
    app: ASGIApp, listener: socket.socket, stopping_seconds: float
) -> AsyncIterator[None]:
    """Serve on a listening socket; at the end take no more, and finish what was taken."""
    config = Config(
        app,
        http="httptools",
        ws="none",
        lifespan="off",
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=False,
        limit_concurrency=_MOST_REQUESTS,
        timeout_keep_alive=_IDLE_SECONDS,
        timeout_graceful_shutdown=round(stopping_seconds) or 1,
    )
    server = _Server(config)
    task = asyncio.create_task(server.serve(sockets=[listener]))
    try:
        yield
    finally:
        server.should_exit = True
        await task
