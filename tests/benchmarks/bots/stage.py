"""A bot on its core, and Telegram beside it."""

import secrets
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.bot_api.server import serving
from tests.benchmarks.bot_api.telegram import Telegram
from tests.benchmarks.bots.bot import Assignment, Bot, Way
from tests.benchmarks.bots.process import Running, free_port, running


@dataclass(frozen=True)
class Stage:
    """A Telegram and the bot that works for it."""

    telegram: Telegram
    bot: Running


@asynccontextmanager
async def on_stage(  # noqa: PLR0913 - all that one run can differ in
    bot: Bot,
    folder: Path,
    *,
    way: Way,
    core: int | None,
    delay: float = 0.0,
    database_url: str = "",
) -> AsyncIterator[Stage]:
    """Start a bot with a token, a port and a Telegram of its own."""
    token = f"{secrets.randbelow(10**9) + 10**9}:{secrets.token_hex(16)}"
    telegram = Telegram(token)
    telegram.delay = delay
    async with serving(telegram) as api:
        assignment = Assignment(token, api, way, free_port(), folder, database_url)
        launch = bot.launch(assignment)
        async with running(launch.command, launch.environment, folder, core) as process:
            yield Stage(telegram, process)
