from collections.abc import AsyncIterator

import aiohttp
import pytest

from tests.telegram_stub import Chat, TelegramStub, User
from tests.telegram_stub_tests.bots import Caller, Hook, webhook_server


@pytest.fixture
async def telegram() -> AsyncIterator[TelegramStub]:
    async with TelegramStub() as stub:
        yield stub


@pytest.fixture
async def call(telegram: TelegramStub) -> AsyncIterator[Caller]:
    async with aiohttp.ClientSession() as session:
        yield Caller(session, telegram)


@pytest.fixture
def anna(telegram: TelegramStub) -> User:
    return telegram.user(id=1, first_name="Anna", language_code="en")


@pytest.fixture
async def chat(telegram: TelegramStub, anna: User) -> Chat:
    """Return a private chat that Anna has started, with no update left to confirm."""
    await anna.sends("/start")
    telegram.updates.clear()
    return anna.private_chat()


@pytest.fixture
async def hook() -> AsyncIterator[Hook]:
    hook = Hook()
    async with webhook_server(hook.handle) as hook.url:
        yield hook
