"""Long polling that confirms an update only when it is dealt with.

Telegram counts every update below the offset asked for as received. So the offset stays at
the oldest update still being dealt with; what Telegram sends again meanwhile is known by
its number. Asking again and again from the same offset is answered slowly, so that is done
only once something has been dealt with, or after a pause.
"""

import asyncio
from datetime import timedelta
from functools import partial

import structlog
from telegram import Bot, Update
from telegram.error import Conflict, InvalidToken, NetworkError, RetryAfter

from bot.telegram.delivery import retry_seconds
from bot.telegram.reception import Reception

log = structlog.get_logger(__name__)

_WAIT = timedelta(seconds=30)
_PAUSE_SECONDS = 0.6
_LONGEST_PAUSE_SECONDS = 30.0
UPDATES = ("message", "callback_query", "inline_query")
"""The kinds of update that are asked for."""


class Polling:
    """Fetches updates until it is stopped."""

    def __init__(self, bot: Bot, reception: Reception) -> None:
        self._bot = bot
        self._reception = reception
        self._under_way: dict[int, asyncio.Task[None]] = {}
        self._newest = -1
        self._failures = 0

    async def run(self, stop: asyncio.Event) -> None:
        """Fetch and deal with updates; once `stop` is set, finish what was taken and confirm it.

        Raises `telegram.error.InvalidToken` where Telegram refuses the token.
        """
        stopping = asyncio.create_task(stop.wait())
        try:
            while not stop.is_set():
                fetching = asyncio.create_task(self._fetch(_WAIT))
                await asyncio.wait({fetching, stopping}, return_when=asyncio.FIRST_COMPLETED)
                if not fetching.done():
                    fetching.cancel()
                    await asyncio.wait({fetching})
                    break
                self._start(await fetching)
                await self._catch_up()
        finally:
            stopping.cancel()
            await self._finish()

    async def _fetch(self, wait: timedelta) -> tuple[Update, ...]:
        """Return what is new to Telegram, or nothing after a failure and a growing pause."""
        oldest = min(self._under_way, default=self._newest + 1)
        try:
            updates = await self._bot.get_updates(
                offset=oldest if oldest > 0 else None,
                timeout=timedelta(0) if self._under_way else wait,
                allowed_updates=UPDATES,
            )
        except InvalidToken:
            raise
        except RetryAfter as error:
            await asyncio.sleep(retry_seconds(error))
        except Conflict:
            log.warning("another process is polling with this token")
            await self._pause()
        except NetworkError as error:
            log.warning("updates could not be fetched", error=type(error).__name__)
            await self._pause()
        else:
            self._failures = 0
            return updates
        return ()

    async def _pause(self) -> None:
        self._failures += 1
        await asyncio.sleep(min(2.0**self._failures / 4, _LONGEST_PAUSE_SECONDS))

    def _start(self, updates: tuple[Update, ...]) -> None:
        for update in updates:
            if update.update_id > self._newest:
                self._newest = update.update_id
                task = asyncio.create_task(self._reception.take(update))
                self._under_way[update.update_id] = task
                task.add_done_callback(partial(self._done, update.update_id))

    def _done(self, update_id: int, _: asyncio.Task[None]) -> None:
        del self._under_way[update_id]

    async def _catch_up(self) -> None:
        """Wait until all is dealt with, but not for long: other chats go on meanwhile."""
        if self._under_way:
            await asyncio.wait(self._under_way.values(), timeout=_PAUSE_SECONDS)

    async def _finish(self) -> None:
        """Deal with what was taken, and confirm it."""
        if self._under_way:
            await asyncio.wait(self._under_way.values())
        if self._newest >= 0:
            try:
                await self._bot.get_updates(offset=self._newest + 1, timeout=0, limit=1)
            except (InvalidToken, NetworkError, RetryAfter, Conflict) as error:
                # Telegram sends them again, and they come to the same screens.
                log.warning("the last updates were not confirmed", error=type(error).__name__)
