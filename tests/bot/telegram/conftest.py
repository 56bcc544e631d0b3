"""The bot, running for real against the project's own Bot API stub."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from datetime import timedelta

import pytest
from pydantic import SecretStr

from bot.settings import Settings
from bot.telegram.service import poll
from tests.bot.keys import KEY
from tests.telegram_stub import TelegramStub

SOON = timedelta(seconds=0.2)
Running = Callable[[], AbstractAsyncContextManager[None]]


@pytest.fixture
async def telegram() -> AsyncIterator[TelegramStub]:
    async with TelegramStub() as stub:
        yield stub


@pytest.fixture
def running(telegram: TelegramStub, sqlite_url: str) -> Running:
    """Return what runs the bot for as long as its context lasts, on the same records each time."""
    return bot_on(telegram, sqlite_url)


def bot_on(telegram: TelegramStub, database_url: str, retention: str = "24h") -> Running:
    settings = Settings(
        _env_file=None,
        telegram_api=telegram.base_url,
        database_url=SecretStr(database_url),
        retention=retention,
        encryption_keys=KEY,
    )

    @asynccontextmanager
    async def run() -> AsyncIterator[None]:
        stop = asyncio.Event()
        task = asyncio.create_task(poll(settings, telegram.token, stop, waiting=SOON))
        try:
            yield
        finally:
            stop.set()
            await task

    return run
