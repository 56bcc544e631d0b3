"""A bot on its core, and Telegram beside it."""

import secrets
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.bot_api.server import serving
from tests.benchmarks.bot_api.telegram import Telegram
from tests.benchmarks.bots.bot import Assignment, Bot, Way
from tests.benchmarks.bots.process import Running, beside, free_port, running


@dataclass(frozen=True)
class Setting:
    """How a bot is run: `processes` of it share the updates, all on `core`, `None` for any.

    Records, where the bot keeps any, are at `database_url`, by default in its own folder.
    """

    bot: Bot
    way: Way = Way.WEBHOOK
    core: int | None = None
    delay: float = 0.0
    database_url: str = ""
    processes: int = 1


@dataclass(frozen=True)
class Stage:
    """A Telegram and the processes that work for it."""

    telegram: Telegram
    bots: list[Running]


@asynccontextmanager
async def raised(setting: Setting) -> AsyncIterator[Telegram]:
    """Open a Telegram with a token of its own, apart from the core that is the bot's."""
    with beside(setting.core):
        telegram = Telegram(f"{secrets.randbelow(10**9) + 10**9}:{secrets.token_hex(16)}")
        telegram.delay = setting.delay
        async with serving(telegram) as api:
            telegram.api = api
            yield telegram


@asynccontextmanager
async def started(
    setting: Setting, telegram: Telegram, folder: Path
) -> AsyncIterator[list[Running]]:
    """Start the bot for a Telegram."""
    ports = [free_port() for _ in range(setting.processes)]
    telegram.targets = [("127.0.0.1", port) for port in ports]
    async with AsyncExitStack() as stack:
        bots = []
        for port in ports:
            assignment = Assignment(
                telegram.token, telegram.api, setting.way, port, folder, setting.database_url
            )
            launch = setting.bot.launch(assignment)
            bots.append(
                await stack.enter_async_context(
                    running(launch.command, launch.environment, folder, setting.core)
                )
            )
        yield bots


@asynccontextmanager
async def on_stage(setting: Setting, folder: Path) -> AsyncIterator[Stage]:
    """Start a bot with a Telegram of its own."""
    async with raised(setting) as telegram, started(setting, telegram, folder) as bots:
        yield Stage(telegram, bots)
