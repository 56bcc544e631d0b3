"""Long polling that confirms an update only when it is dealt with.

Telegram counts every update below the offset asked for as received. So the offset stays at
the oldest update still being dealt with; what Telegram sends again meanwhile is known by
its number. One request is under way at a time, since Telegram ends one that waits for another one.
As soon as the offset has moved on it is asked again, so that asking and answering overlap. A bot
that asks again from the same offset within half a second gets one update only, so that is left a
little longer.
"""

import asyncio
from collections import deque
from contextlib import suppress
from functools import partial

import structlog
from telegram import Bot
from telegram.error import Conflict, RetryAfter, TelegramError

from bot.metrics import Metrics
from bot.telegram.errors import NotDone, retry_seconds
from bot.telegram.patience import Patience
from bot.telegram.reception import Reception
from bot.telegram.unconfirmed import Unconfirmed
from bot.telegram.updates import MOST_AT_ONCE, Raw, UpdateSource, number_of, update_of

log = structlog.get_logger(__name__)

_WAIT_SECONDS = 30
_SAME_OFFSET_SECONDS = 0.6
_PACE_SECONDS = 0.02
"""With Telegram near by, asking without a pause would bring little but what is known."""
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
        self._unconfirmed = Unconfirmed()
        self._line: deque[tuple[int, Raw]] = deque()
        self._under_way: set[asyncio.Task[None]] = set()
        self._insisting: dict[int, asyncio.Event] = {}
        self._left: set[int] = set()
        self._moved = asyncio.Event()
        self._failures = 0
        self._loop = asyncio.get_running_loop()
        self._clock = self._loop.time

    async def run(self) -> None:
        """Fetch and deal with updates; once told to stop, finish what was taken and confirm it."""
        stopping = asyncio.create_task(self._stop.wait())
        try:
            while not self._stop.is_set():
                asked_at = self._clock()
                fetching = asyncio.create_task(self._fetch(self._unconfirmed.confirm()))
                await asyncio.wait({fetching, stopping}, return_when=asyncio.FIRST_COMPLETED)
                if not fetching.done():
                    fetching.cancel()
                    await asyncio.wait({fetching})
                    break
                self._take_in(await fetching)
                await self._let_go_on(asked_at)
        finally:
            stopping.cancel()
            await self._finish()

    async def _fetch(self, offset: int) -> list[Raw]:
        """Return what Telegram has, or nothing after a failure and a growing pause."""
        wait = _WAIT_SECONDS if self._unconfirmed.all_done else 0
        try:
            updates = await self._source.fetch(offset, wait)
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

    def _take_in(self, updates: list[Raw]) -> None:
        """Put what is new into the line, and make room where Telegram soon sees no more."""
        begins = not self._line
        for raw in updates:
            number = number_of(raw)
            if number is not None and self._unconfirmed.note(number):
                self._line.append((number, raw))
        if begins:
            self._begin()
        if len(self._unconfirmed) >= _TOO_MANY:
            insisting = self._insisting.get(self._unconfirmed.offset)
            if insisting is not None:
                insisting.set()

    def _begin(self) -> None:
        """Begin with one update, and with the next at the loop's next turn.

        Begun all at once they would also end all at once, when the last has been worked out; so
        the first is answered, and the offset moves on, while the last is still in the line.
        """
        if not self._line:
            return
        number, raw = self._line.popleft()
        task = asyncio.create_task(self._deal_with(number, raw))
        self._under_way.add(task)
        task.add_done_callback(partial(self._done, number))
        if self._line:
            self._loop.call_soon(self._begin)

    def _done(self, number: int, task: asyncio.Task[None]) -> None:
        self._under_way.discard(task)
        if task.cancelled() or number in self._left:
            return
        self._unconfirmed.done(number)
        if self._unconfirmed.can_move:
            self._moved.set()

    async def _deal_with(self, number: int, raw: Raw) -> None:
        update = update_of(raw, self._bot, self._metrics)
        if update is None:
            return
        until = self._clock() + self._patience.again
        try:
            await self._reception.take(update, again=partial(self._again, number, until))
        except NotDone as error:
            if self._stop.is_set():
                self._left.add(number)
                return
            self._metrics.errors.labels("given up").inc()
            log.error("an update was given up", update_id=number, reason=str(error))  # noqa: TRY400 - it says all there is

    async def _again(self, number: int, until: float, error: NotDone) -> bool:
        """Wait as long as Telegram asks; false where that is over the time, or to be stopped."""
        if self._stop.is_set() or self._clock() + error.seconds > until:
            return False
        self._metrics.retries.labels("not done").inc()
        no_longer = self._insisting[number] = asyncio.Event()
        try:
            async with asyncio.timeout(error.seconds):
                await no_longer.wait()
        except TimeoutError:
            return True
        finally:
            del self._insisting[number]
        return False

    async def _let_go_on(self, asked_at: float) -> None:
        """Wait until the offset has moved on, but not for long: other chats go on meanwhile."""
        if not self._unconfirmed.can_move:
            self._moved.clear()
            until = max(asked_at + _SAME_OFFSET_SECONDS, self._clock() + _PACE_SECONDS)
            with suppress(TimeoutError):
                async with asyncio.timeout_at(until):
                    await self._moved.wait()
        if not self._unconfirmed.all_done:
            await asyncio.sleep(asked_at + _PACE_SECONDS - self._clock())

    async def _finish(self) -> None:
        """Deal with what was taken, for as long as that may last, and confirm what is done."""
        while self._line:
            self._begin()
        for no_longer in self._insisting.values():
            no_longer.set()
        if self._under_way:
            _, late = await asyncio.wait(self._under_way, timeout=self._patience.stopping)
            for task in late:
                task.cancel()
            if late:
                log.warning("updates were left to be sent again", count=len(late))
                await asyncio.wait(late)
        if offset := self._unconfirmed.confirm():
            try:
                await self._source.fetch(offset, 0, limit=1)
            except TelegramError as error:
                # Telegram sends them again, and they come to the same screens.
                log.warning("the last updates were not confirmed", error=type(error).__name__)
