"""Shows the screens that could not be shown when they were due."""

import asyncio
from datetime import timedelta

import structlog
from telegram.error import BadRequest

from bot.storage.interface import RunningConsult, StorageUnavailable
from bot.storage.opening import Storage
from bot.telegram.delivery import Delivery
from bot.telegram.desk import Desk, Place, screen_named
from bot.wording import wording
from conversations.flow.advance import Turn

log = structlog.get_logger(__name__)

WAITING = timedelta(seconds=4)
"""How long a screen may be on its way before the sweeper takes it for held back."""

_AT_ONCE = 1000


class Sweeper:
    """Looks for consults whose newest screen has been waiting, also from before a crash."""

    def __init__(
        self, storage: Storage, delivery: Delivery, desk: Desk, waiting: timedelta = WAITING
    ) -> None:
        self._storage = storage
        self._delivery = delivery
        self._desk = desk
        self._waiting = waiting

    async def run(self) -> None:
        """Sweep until cancelled."""
        while True:
            try:
                await self.sweep()
            except StorageUnavailable as error:
                log.warning("nothing could be swept", reason=str(error))
            await asyncio.sleep(self._waiting.total_seconds() / 2)

    async def sweep(self) -> None:
        """Show every newest screen that is still waiting, if its chat is not held back."""
        rows = await self._storage.consults.unshown(waiting=self._waiting, limit=_AT_ONCE)
        free = [row for row in rows if not self._delivery.is_held(row.chat_id)]
        await asyncio.gather(*(self._show(row) for row in free))

    async def _show(self, row: RunningConsult) -> None:
        newest = screen_named(row.screen)
        if newest is None:
            # Another version wrote it, and can show it; this one never will.
            await self._desk.note_shown(row)
            return
        shown = self._desk.shown(Turn(*newest.spot), wording(newest.language))
        try:
            place = Place(row.chat_id, row.message_id)
            await self._desk.put(place, shown, row, newest.seal)
        except BadRequest as error:
            log.warning("a screen cannot be shown", reason=error.message)
            await self._desk.note_shown(row)
