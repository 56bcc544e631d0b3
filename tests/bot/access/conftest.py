"""A bot that is not open to everybody, as its administrator and others meet it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.storage.migrate import upgrade
from tests.bot.telegram.conftest import bot_on
from tests.telegram_stub import TelegramStub

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from tests.bot.telegram.conftest import Running

ADMIN, NAMED, GUEST, STRANGER = 1, 2, 3, 4


@pytest.fixture
async def telegram() -> AsyncIterator[TelegramStub]:
    async with TelegramStub() as stub:
        yield stub


@pytest.fixture
async def by_invitation(
    telegram: TelegramStub, database_url: str, monkeypatch: pytest.MonkeyPatch
) -> Running:
    """Return what runs a bot that people are invited to, on either database."""
    await upgrade(database_url)
    monkeypatch.setenv("TACE_ACCESS", "invite")
    monkeypatch.setenv("TACE_ADMINS", str(ADMIN))
    monkeypatch.setenv("TACE_ALLOWED_USERS", str(NAMED))
    return bot_on(telegram, database_url)


@pytest.fixture(params=["polling", "webhook"])
def by_list(
    request: pytest.FixtureRequest,
    telegram: TelegramStub,
    ready_sqlite_url: str,
    monkeypatch: pytest.MonkeyPatch,
) -> Running:
    """Return what runs a bot for those alone whom the settings name, in either way."""
    monkeypatch.setenv("TACE_ACCESS", "allowlist")
    monkeypatch.setenv("TACE_ADMINS", str(ADMIN))
    monkeypatch.setenv("TACE_ALLOWED_USERS", str(NAMED))
    return bot_on(telegram, ready_sqlite_url, webhook=request.param == "webhook")


@pytest.fixture
def slowed_down(
    telegram: TelegramStub, ready_sqlite_url: str, monkeypatch: pytest.MonkeyPatch
) -> Running:
    """Return what runs a bot that takes five updates a minute from each person."""
    monkeypatch.setenv("TACE_RATE_LIMIT", "5")
    return bot_on(telegram, ready_sqlite_url)
