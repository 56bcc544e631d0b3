"""Shows the screens that could not be shown when they were due."""

import asyncio
from datetime import timedelta
from functools import partial

import structlog
from telegram.error import BadRequest

from bot.metrics import Metrics
from bot.storage.interface import StorageUnavailable
from bot.storage.opening import Storage
from bot.telegram.delivery import Delivery
from bot.telegram.desk import Desk, Reader, screen_named
from bot.telegram.errors import NotDone
from bot.telegram.lanes import Lanes
from bot.telegram.patience import Patience
from bot.telegram.place import Place
from bot.wording import wording
from conversations.flow.advance import Turn

log = structlog.get_logger(__name__)

_AT_ONCE = 1000


class Sweeper:
    """Looks for consults whose newest screen has been waiting, also from before a crash."""

    def __init__(  # noqa: PLR0913, PLR0917 - it is handed what the bot already has
        self,
        storage: Storage,
        delivery: Delivery,
        desk: Desk,
        lanes: Lanes,
        metrics: Metrics,
        patience: Patience,
    ) -> None:
        self._storage = storage
        self._delivery = delivery
        self._desk = desk
        self._lanes = lanes
        self._metrics = metrics
        self._waiting = timedelta(seconds=patience.unshown)
        self._under_way: dict[Place, asyncio.Task[None]] = {}

    async def run(self) -> None:
        """Sweep until cancelled."""
        try:
            while True:
                try:
                    await self._sweep()
                except StorageUnavailable as error:
                    log.warning("nothing could be swept", reason=str(error))
                await asyncio.sleep(self._waiting.total_seconds() / 2)
        finally:
            for task in self._under_way.values():
                task.cancel()

    async def _sweep(self) -> None:
        """Begin to show every screen that is waiting, unless its chat is held back.

        Nobody waits for all of them: one slow chat must not keep the others' screens.
        """
        rows = await self._storage.consults.unshown(waiting=self._waiting, limit=_AT_ONCE)
        self._metrics.unshown.set(len(rows))
        for row in rows:
            place = Place(row.chat_id, row.message_id)
            if place not in self._under_way and not self._delivery.held_for(row.chat_id):
                task = asyncio.create_task(self._take_turn(place))
                self._under_way[place] = task
                task.add_done_callback(partial(self._ended, place))

    def _ended(self, place: Place, _: asyncio.Task[None]) -> None:
        del self._under_way[place]

    async def _take_turn(self, place: Place) -> None:
        try:
            await self._lanes.run(place.chat_id, lambda: self._show(place))
        except (NotDone, StorageUnavailable) as error:
            log.warning("a screen is still to be shown", reason=str(error))
        except Exception:
            # A mistake of ours must not end the sweeping of all others.
            self._metrics.errors.labels("sweeping").inc()
            log.exception("a screen was not swept")

    async def _show(self, place: Place) -> None:
        """Show what is newest once it is this chat's turn; it may have been shown meanwhile."""
        row = await self._storage.consults.read(place.chat_id, place.message_id)
        if row is None or row.shown:
            return
        newest = screen_named(row.screen)
        if newest is None:
            # Another version wrote it, and can show it; this one never will.
            await self._desk.note_shown(row)
            return
        words = wording(newest.language)
        shown = self._desk.shown(Turn(*self._desk.newest(place, row, newest.spot)), words)
        try:
            await self._desk.put(place, shown, row, Reader(words, newest.seal))
        except BadRequest as error:
            self._metrics.errors.labels("screen").inc()
            log.warning("a screen cannot be shown", reason=type(error).__name__)
            await self._desk.note_shown(row)
