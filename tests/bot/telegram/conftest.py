"""The bot, running for real against the project's own Bot API stub."""

import asyncio
import socket
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager

import pytest
from pydantic import SecretStr

from bot.settings import Settings
from bot.telegram.patience import Patience
from bot.telegram.service import serve_until
from tests.bot.keys import KEY
from tests.telegram_stub import TelegramStub

SOON = Patience(unshown=0.2, answer=0.5, showing=0.6, again=3.0, stopping=2.0)
PATH = "/telegram"
Running = Callable[[], AbstractAsyncContextManager[str]]
"""Runs the bot for as long as its context lasts, on the same records each time.

The context gives the address of its web endpoint, which is empty where it has none.
"""


@pytest.fixture
async def telegram() -> AsyncIterator[TelegramStub]:
    async with TelegramStub() as stub:
        yield stub


@pytest.fixture
def running(telegram: TelegramStub, ready_sqlite_url: str) -> Running:
    """Return what runs the bot by long polling."""
    return bot_on(telegram, ready_sqlite_url)


@pytest.fixture
def hooked(telegram: TelegramStub, ready_sqlite_url: str) -> Running:
    """Return what runs the bot by webhook."""
    return bot_on(telegram, ready_sqlite_url, webhook=True)


@pytest.fixture(params=["polling", "webhook"])
def either(
    request: pytest.FixtureRequest, telegram: TelegramStub, ready_sqlite_url: str
) -> Running:
    """Run the test once in each of the two ways in which updates come."""
    return bot_on(telegram, ready_sqlite_url, webhook=request.param == "webhook")


def bot_on(  # noqa: PLR0913 - each names a setting
    telegram: TelegramStub,
    database_url: str,
    retention: str = "24h",
    *,
    webhook: bool = False,
    web: bool = False,
    patience: Patience = SOON,
) -> Running:
    """Return what runs the bot; `web` gives it a web endpoint in long polling, too."""

    @asynccontextmanager
    async def run() -> AsyncIterator[str]:
        listener = socket.create_server(("127.0.0.1", 0)) if web or webhook else None
        address = f"http://127.0.0.1:{listener.getsockname()[1]}" if listener else ""
        settings = Settings(
            _env_file=None,
            telegram_api=telegram.base_url,
            webhook_url=address + PATH if webhook else None,
            database_url=SecretStr(database_url),
            retention=retention,
            encryption_keys=KEY,
        )
        stop = asyncio.Event()
        serving = serve_until(stop, settings, telegram.token, listener, patience)
        task = asyncio.create_task(serving)
        try:
            yield address
        finally:
            stop.set()
            await task

    return run
