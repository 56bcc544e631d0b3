"""Notes of what was shown, written a moment later and many at once."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import structlog

from bot.storage.interface import StorageUnavailable

if TYPE_CHECKING:
    from bot.storage.interface import Consults

log = structlog.get_logger(__name__)

WAIT_SECONDS = 1.0
"""After a crash, what was shown within this time is shown once more, which changes nothing."""


class LateNotes:
    """Keeps back what `Consults.mark_shown` would write, in a database of one process alone.

    There a screen cannot have been overtaken unseen, so whoever showed it need not wait for the
    note; and the note is not needed any more once the next screen is written. With several
    processes it would come too late to tell that another one was faster.
    """

    def __init__(self, stored: Consults, wait_seconds: float = WAIT_SECONDS) -> None:
        self._stored = stored
        self._wait_seconds = wait_seconds
        self._waiting: dict[tuple[int, int], int] = {}
        self._timer: asyncio.TimerHandle | None = None
        self._settling: asyncio.Task[None] | None = None

    def note(self, chat_id: int, message_id: int, revision: int) -> None:
        """Note soon that this revision stands in the chat."""
        self._waiting[chat_id, message_id] = revision
        if self._timer is None:
            loop = asyncio.get_running_loop()
            self._timer = loop.call_later(self._wait_seconds, self._settle_beside)

    def drop(self, chat_id: int, message_id: int) -> None:
        """Note nothing of a message that moves on."""
        self._waiting.pop((chat_id, message_id), None)

    def drop_chat(self, chat_id: int) -> None:
        """Note nothing of a chat that is forgotten."""
        for place in [each for each in self._waiting if each[0] == chat_id]:
            del self._waiting[place]

    async def settle(self) -> None:
        """Write every note that waits. Raises `StorageUnavailable`: then they are lost."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        notes, self._waiting = self._waiting, {}
        await asyncio.gather(
            *(
                self._stored.mark_shown(chat_id, message_id, revision=revision)
                for (chat_id, message_id), revision in notes.items()
            )
        )

    def _settle_beside(self) -> None:
        self._settling = asyncio.create_task(self._try_to_settle(), name="late notes")

    async def _try_to_settle(self) -> None:
        try:
            await self.settle()
        except StorageUnavailable as error:
            log.warning("shown screens were not noted", reason=str(error))
