"""Long polling that confirms an update only when it is dealt with.

Telegram counts every update below the offset asked for as received. So the offset stays at
the oldest update still being dealt with; what Telegram sends again meanwhile is known by
its number. A bot that asks again from the same offset within half a second gets one update
only, so that is left a little longer; from an offset that has moved on it may ask at once.
"""

import asyncio
from functools import partial

import structlog
from telegram import Bot
from telegram.error import Conflict, RetryAfter, TelegramError

from bot.metrics import Metrics
from bot.telegram.errors import NotDone, retry_seconds
from bot.telegram.patience import Patience
from bot.telegram.reception import Reception
from bot.telegram.updates import MOST_AT_ONCE, Raw, UpdateSource, number_of, update_of

log = structlog.get_logger(__name__)

_WAIT_SECONDS = 30
_SAME_OFFSET_SECONDS = 0.6
_GATHERING_SECONDS = 0.05
_LONGEST_PAUSE_SECONDS = 30.0
_TOO_MANY = MOST_AT_ONCE - 10
"""With so many unconfirmed, new updates would soon be out of Telegram's sight."""


class Polling:
    """Fetches updates until it is stopped."""

    def __init__(  # noqa: PLR0913, PLR0917 - it is handed what the bot already has
        self,
        bot: Bot,
        source: UpdateSource,
        reception: Reception,
        metrics: Metrics,
        patience: Patience,
        stop: asyncio.Event,
    ) -> None:
        self._bot = bot
        self._source = source
        self._reception = reception
        self._metrics = metrics
        self._patience = patience
        self._stop = stop
        self._under_way: dict[int, asyncio.Task[None]] = {}
        self._left: set[int] = set()
        self._newest = -1
        self._failures = 0
        self._clock = asyncio.get_running_loop().time

    async def run(self) -> None:
        """Fetch and deal with updates; once told to stop, finish what was taken and confirm it."""
        stopping = asyncio.create_task(self._stop.wait())
        try:
            while not self._stop.is_set():
                fetching = asyncio.create_task(self._fetch())
                asked_at = self._clock()
                await asyncio.wait({fetching, stopping}, return_when=asyncio.FIRST_COMPLETED)
                if not fetching.done():
                    fetching.cancel()
                    await asyncio.wait({fetching})
                    break
                self._start(await fetching)
                await self._let_go_on(asked_at)
        finally:
            stopping.cancel()
            await self._finish()

    @property
    def _oldest(self) -> int:
        """The oldest update that is not dealt with, or else the first that is yet to come."""
        return min([*self._under_way, *self._left], default=self._newest + 1)

    async def _fetch(self) -> list[Raw]:
        """Return what is new to Telegram, or nothing after a failure and a growing pause."""
        wait = 0 if self._under_way else _WAIT_SECONDS
        try:
            updates = await self._source.fetch(max(self._oldest, 0), wait)
        except RetryAfter as error:
            await asyncio.sleep(retry_seconds(error))
        except Conflict:
            log.warning("another process is polling with this token")
            await self._pause()
        except TelegramError as error:
            # Also a refused token: where it was valid at the start, it may be so again.
            log.warning("updates could not be fetched", error=type(error).__name__)
            self._metrics.retries.labels("fetching").inc()
            await self._pause()
        else:
            self._failures = 0
            return updates
        return []

    async def _pause(self) -> None:
        self._failures += 1
        await asyncio.sleep(min(2.0**self._failures / 4, _LONGEST_PAUSE_SECONDS))

    def _start(self, updates: list[Raw]) -> None:
        for raw in updates:
            number = number_of(raw)
            if number is not None and number > self._newest:
                self._newest = number
                task = asyncio.create_task(self._deal_with(number, raw))
                self._under_way[number] = task
                task.add_done_callback(partial(self._done, number))

    def _done(self, number: int, task: asyncio.Task[None]) -> None:
        del self._under_way[number]
        if task.cancelled():
            self._left.add(number)

    async def _deal_with(self, number: int, raw: Raw) -> None:
        update = update_of(raw, self._bot, self._metrics)
        if update is None:
            return
        until = self._clock() + self._patience.again
        try:
            await self._reception.take(update, again=partial(self._again, until))
        except NotDone as error:
            if self._stop.is_set():
                self._left.add(number)
                return
            self._metrics.errors.labels("given up").inc()
            log.error("an update was given up", update_id=number, reason=str(error))  # noqa: TRY400 - it says all there is

    async def _again(self, until: float, error: NotDone) -> bool:
        """Wait as long as Telegram asks; false where that is over the time, or to be stopped."""
        if self._clock() + error.seconds > until or len(self._under_way) >= _TOO_MANY:
            return False
        self._metrics.retries.labels("not done").inc()
        try:
            async with asyncio.timeout(error.seconds):
                await self._stop.wait()
        except TimeoutError:
            return True
        return False

    async def _let_go_on(self, asked_at: float) -> None:
        """Wait until the offset can move on, but not for long: other chats go on meanwhile."""
        oldest = self._under_way.get(self._oldest)
        if oldest is not None:
            left = asked_at + _SAME_OFFSET_SECONDS - self._clock()
            await asyncio.wait({oldest}, timeout=max(left, 0.0))
        if self._under_way:
            await asyncio.wait(self._under_way.values(), timeout=_GATHERING_SECONDS)

    async def _finish(self) -> None:
        """Deal with what was taken, for as long as that may last, and confirm what is done."""
        if self._under_way:
            _, late = await asyncio.wait(self._under_way.values(), timeout=self._patience.stopping)
            for task in late:
                task.cancel()
            if late:
                log.warning("updates were left to be sent again", count=len(late))
                await asyncio.wait(late)
        if self._newest >= 0:
            try:
                await self._source.fetch(self._oldest, 0, limit=1)
            except TelegramError as error:
                # Telegram sends them again, and they come to the same screens.
                log.warning("the last updates were not confirmed", error=type(error).__name__)
