"""The bot as a running service."""

import asyncio
import signal
from collections.abc import AsyncIterator, Coroutine
from contextlib import asynccontextmanager
from datetime import timedelta

import structlog
from telegram import Bot

from bot.clock import today
from bot.settings import Settings
from bot.storage.keys import cipher_of
from bot.storage.opening import Storage, open_storage
from bot.storage.purging import purge_regularly
from bot.telegram.delivery import Delivery
from bot.telegram.desk import Desk
from bot.telegram.http import AiohttpRequest
from bot.telegram.menu import set_menu
from bot.telegram.polling import Polling
from bot.telegram.reception import Reception
from bot.telegram.sweeper import WAITING, Sweeper

log = structlog.get_logger(__name__)


async def serve(settings: Settings, token: str) -> None:
    """Run the bot until SIGINT or SIGTERM; raises what `poll` raises."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for each in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(each, stop.set)
    await poll(settings, token, stop)


async def poll(
    settings: Settings, token: str, stop: asyncio.Event, *, waiting: timedelta = WAITING
) -> None:
    """Run the bot by long polling until `stop` is set, and finish what was taken.

    `waiting` is how long a screen may be on its way before it is shown again.

    Raises `telegram.error.InvalidToken` where Telegram refuses the token, and
    `bot.storage.interface.StorageUnavailable` where the records cannot be opened.
    """
    async with opened(settings, token) as (bot, storage):
        delivery = Delivery(bot)
        desk = Desk(storage, delivery, today)
        async with _in_background(
            Sweeper(storage, delivery, desk, waiting).run(),
            purge_regularly(storage),
            set_menu(bot),
        ):
            await bot.delete_webhook()
            log.info("polling", bot=bot.username)
            await Polling(bot, Reception(bot, storage, desk)).run(stop)


async def check_connection(settings: Settings, token: str) -> None:
    """Open what `serve` opens, see that it answers, and close it again; raises the same."""
    async with opened(settings, token) as (_, storage):
        await storage.check()


@asynccontextmanager
async def opened(settings: Settings, token: str) -> AsyncIterator[tuple[Bot, Storage]]:
    """Open the records and the connection to Telegram; initialising asks Telegram who we are."""
    base = f"{settings.telegram_api}/bot"
    url = settings.database_url.get_secret_value()
    bot = Bot(token, base_url=base, request=AiohttpRequest(), get_updates_request=AiohttpRequest())
    cipher = cipher_of(settings)
    async with open_storage(url, cipher=cipher, retention=settings.retention) as storage, bot:
        yield bot, storage


@asynccontextmanager
async def _in_background(*work: Coroutine[None, None, None]) -> AsyncIterator[None]:
    """Run some work for as long as the context lasts."""
    tasks = [asyncio.create_task(each) for each in work]
    try:
        yield
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
