"""Running consults as this process has last seen them, so that a tap need not read them first."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from cachetools import LRUCache

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import timedelta

    from bot.storage.interface import Advance, Clock, Consults, RunningConsult
    from bot.storage.late_notes import LateNotes

MOST_CONSULTS = 1_000
"""Bounds the memory to a megabyte; the one that was left alone for longest makes room."""


class RememberedConsults:
    """Implements `Consults` on top of those that are stored.

    What is remembered may be out of date, since other processes write as well. That does no harm:
    a consult moves on only from the revision that stands, and whoever started from another one is
    told which that is. `late` keeps back the notes of what was shown, in a database of this process
    alone.
    """

    def __init__(
        self,
        stored: Consults,
        now: Clock,
        late: LateNotes | None = None,
        most: int = MOST_CONSULTS,
    ) -> None:
        self._stored = stored
        self._now = now
        self._late = late
        self._rows: LRUCache[tuple[int, int], RunningConsult] = LRUCache(most)

    async def read(self, chat_id: int, message_id: int) -> RunningConsult | None:
        """Return the consult in this message, or None if nothing is kept about it."""
        remembered = self._rows.get((chat_id, message_id))
        if remembered is not None:
            return remembered
        row = await self._stored.read(chat_id, message_id)
        self._remember(row)
        return row

    async def latest(self, chat_id: int) -> RunningConsult | None:
        """Return the chat's consult advanced last."""
        row = await self._stored.latest(chat_id)
        self._remember(row)
        return row

    async def advance(
        self, chat_id: int, message_id: int, *, screen: str, revision: int
    ) -> Advance:
        """Write the next screen if `revision` still stands, else tell what does."""
        if self._late is not None:
            self._late.drop(chat_id, message_id)
        outcome = await self._stored.advance(chat_id, message_id, screen=screen, revision=revision)
        self._rows.pop((chat_id, message_id), None)
        self._remember(outcome.stands)
        return outcome

    async def mark_shown(self, chat_id: int, message_id: int, *, revision: int) -> bool:
        """Note that this revision stands in the chat; False if a newer one has taken its place."""
        row = self._rows.get((chat_id, message_id))
        if self._late is not None and row is not None:
            if row.revision == revision:
                self._late.note(chat_id, message_id, revision)
                self._remember(replace(row, shown=True))
            return row.revision == revision
        stands = await self._stored.mark_shown(chat_id, message_id, revision=revision)
        row = self._rows.pop((chat_id, message_id), None)
        if stands and row is not None and row.revision == revision:
            self._remember(replace(row, shown=True))
        return stands

    async def unshown(self, *, waiting: timedelta, limit: int) -> list[RunningConsult]:
        """Return at most `limit` consults unshown for at least `waiting`, oldest first."""
        await self.settle()
        rows = await self._stored.unshown(waiting=waiting, limit=limit)
        for row in rows:
            self._remember(row)
        return rows

    async def forget_chat(self, chat_id: int) -> None:
        """Delete every consult of this chat."""
        self._drop(row for row in self._rows.values() if row.chat_id == chat_id)
        if self._late is not None:
            self._late.drop_chat(chat_id)
        await self._stored.forget_chat(chat_id)

    async def purge(self, kept: timedelta) -> int:
        """Delete what was last advanced longer ago than `kept`; return how many consults."""
        before = self._now() - kept
        self._drop(row for row in self._rows.values() if row.updated_at < before)
        return await self._stored.purge(kept)

    async def settle(self) -> None:
        """Write the notes that were kept back. Raises `StorageUnavailable`: then they are lost."""
        if self._late is not None:
            await self._late.settle()

    def _remember(self, row: RunningConsult | None) -> None:
        if row is not None:
            self._rows[row.chat_id, row.message_id] = row

    def _drop(self, rows: Iterable[RunningConsult]) -> None:
        for row in list(rows):
            del self._rows[row.chat_id, row.message_id]
