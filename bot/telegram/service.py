"""The bot as a running service."""

import asyncio
import gc
import signal
import socket
from collections.abc import AsyncIterator, Coroutine
from contextlib import AsyncExitStack, asynccontextmanager, nullcontext
from dataclasses import dataclass

import structlog
from telegram import Bot
from telegram.error import BadRequest

from bot.access.gate import Gate
from bot.access.rate import RateLimit
from bot.clock import today
from bot.metrics import Metrics
from bot.settings import Settings
from bot.storage.keys import cipher_of
from bot.storage.opening import Storage, open_storage
from bot.storage.purging import purge_regularly
from bot.telegram.delivery import Delivery
from bot.telegram.desk import Desk
from bot.telegram.doorkeeper import Doorkeeper
from bot.telegram.http import AiohttpRequest
from bot.telegram.lanes import Lanes
from bot.telegram.menu import set_menu
from bot.telegram.patience import Patience
from bot.telegram.polling import Polling
from bot.telegram.reachability import Reachability
from bot.telegram.reception import Reception
from bot.telegram.starter import Starters
from bot.telegram.sweeper import Sweeper
from bot.telegram.updates import UPDATES, UpdateSource
from bot.telegram.wire import Wire
from bot.web.app import path_of, web_app
from bot.web.health import Health
from bot.web.listening import CannotListenError, listener
from bot.web.secret import webhook_secret
from bot.web.server import serving
from bot.web.webhook import Webhook

log = structlog.get_logger(__name__)

_MOST_CONNECTIONS = 100


class WebhookRefusedError(Exception):
    """Telegram does not take the webhook's URL; the text is Telegram's reason."""


@dataclass(frozen=True)
class Opened:
    """What the bot works with for as long as it runs."""

    bot: Bot
    wire: Wire
    storage: Storage
    source: UpdateSource
    reachability: Reachability


async def serve(settings: Settings, token: str) -> None:
    """Run the bot until SIGINT or SIGTERM; raises what `serve_until` raises."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for each in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(each, stop.set)
    _leave_alone_what_stays()
    with listening(settings) or nullcontext() as listening_at:
        await serve_until(stop, settings, token, listening_at)


def listening(settings: Settings) -> socket.socket | None:
    """Take the address to listen at; raises `CannotListenError`.

    In long polling only health and metrics are served there. Where nobody named an address, and
    the default one is taken, the bot runs without them.
    """
    try:
        return listener(settings.listen)
    except CannotListenError as error:
        if settings.webhook_url is not None or "listen" in settings.model_fields_set:
            raise
        log.warning("health and metrics are not served", reason=str(error))
        return None


async def serve_until(
    stop: asyncio.Event,
    settings: Settings,
    token: str,
    listening_at: socket.socket | None,
    patience: Patience | None = None,
) -> None:
    """Run the bot until `stop` is set, and finish what was taken.

    Raises `telegram.error.InvalidToken` where Telegram refuses the token at the start,
    `WebhookRefusedError` where it refuses the webhook, and
    `bot.storage.interface.StorageUnavailable` where the records cannot be opened.
    """
    patience = patience or Patience()
    metrics, lanes = Metrics(), Lanes()
    metrics.queue.set_function(lambda: len(lanes))
    async with opened(settings, token) as it:
        delivery = Delivery(it.wire, metrics, patience)
        desk = Desk(it.storage, delivery, Starters(token), metrics, today)
        gate = Gate(settings, it.storage.members)
        door = Doorkeeper(it.bot, gate, RateLimit(settings.rate_limit))
        url = settings.webhook_url
        parts = (it.wire, it.storage, desk, door, lanes, metrics)
        reception = Reception(*parts, in_order=url is None)
        sweeper = Sweeper(it.storage, delivery, desk, lanes, metrics, patience)
        health = Health(it.storage, it.reachability, metrics)
        webhook = Webhook(it.wire, reception, _secret(settings, token), metrics, patience)
        app = web_app(health) if url is None else web_app(health, webhook, path_of(url))
        async with AsyncExitStack() as stack:
            menu = set_menu(it.bot, gate.invites_by)
            for each in (sweeper.run(), purge_regularly(it.storage), menu):
                await stack.enter_async_context(_in_background(each))
            if listening_at is not None:
                await stack.enter_async_context(serving(app, listening_at, patience.stopping))
            if url is None:
                await it.bot.delete_webhook()
                log.info("polling", bot=it.bot.username)
                await Polling(it.bot, it.source, reception, metrics, patience, stop).run()
            else:
                await _set_webhook(it.bot, url, _secret(settings, token))
                log.info("taking updates by webhook", bot=it.bot.username)
                await stop.wait()
            log.info("stopping")


async def check_connection(settings: Settings, token: str) -> None:
    """Try everything that `serve` needs, change nothing at Telegram, and close it all again.

    Raises the same, and `CannotListenError` where the address is taken.
    """
    if (taken := listening(settings)) is not None:
        taken.close()
    if settings.webhook_url is not None:
        path_of(settings.webhook_url)
    async with opened(settings, token) as it:
        await it.storage.check()


@asynccontextmanager
async def opened(settings: Settings, token: str) -> AsyncIterator[Opened]:
    """Open the records and the connection to Telegram; initialising asks Telegram who we are."""
    reachability = Reachability()
    calls, fetching = AiohttpRequest(reachability), AiohttpRequest(reachability)
    base = f"{settings.telegram_api}/bot"
    bot = Bot(token, base_url=base, request=calls, get_updates_request=fetching)
    url, cipher = settings.database_url.get_secret_value(), cipher_of(settings)
    async with open_storage(url, cipher=cipher, retention=settings.retention) as storage, bot:
        source = UpdateSource(Wire(bot, fetching))
        yield Opened(bot, Wire(bot, calls), storage, source, reachability)


def _leave_alone_what_stays() -> None:
    """Keep the garbage collector from looking through all that was loaded, again and again.

    It would stop everything for a tenth of a second each time, and find nothing.
    """
    gc.collect()
    gc.freeze()


def _secret(settings: Settings, token: str) -> str:
    chosen = settings.webhook_secret
    return webhook_secret(chosen.get_secret_value() if chosen else None, token)


async def _set_webhook(bot: Bot, url: str, secret: str) -> None:
    try:
        await bot.set_webhook(
            url,
            secret_token=secret,
            max_connections=_MOST_CONNECTIONS,
            allowed_updates=UPDATES,
        )
    except BadRequest as error:
        raise WebhookRefusedError(error.message) from None


@asynccontextmanager
async def _in_background(work: Coroutine[None, None, None]) -> AsyncIterator[None]:
    """Run some work for as long as the context lasts."""
    task = asyncio.create_task(work)
    try:
        yield
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
