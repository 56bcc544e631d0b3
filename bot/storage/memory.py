"""Running consults in memory alone, for an operator who wants no case on disk."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.storage.interface import Advance, RunningConsult

if TYPE_CHECKING:
    from datetime import timedelta

    from bot.storage.interface import Clock

MOST_CONSULTS = 20_000
"""Bounds the memory to a few megabytes. A consult pushed out goes on from its button's own code."""


class MemoryConsults:
    """Implements `Consults` for this process, until it ends.

    No method waits inside, so no two of them are ever at work on one row.
    """

    def __init__(self, now: Clock, most: int = MOST_CONSULTS) -> None:
        self._now = now
        self._most = most
        self._rows: dict[tuple[int, int], RunningConsult] = {}  # the one advanced last is last

    async def read(self, chat_id: int, message_id: int) -> RunningConsult | None:
        """Return the consult in this message, or None if nothing is kept about it."""
        return self._rows.get((chat_id, message_id))

    async def latest(self, chat_id: int) -> RunningConsult | None:
        """Return the chat's consult advanced last."""
        return next((row for row in reversed(self._rows.values()) if row.chat_id == chat_id), None)

    async def advance(
        self, chat_id: int, message_id: int, *, screen: str, revision: int
    ) -> Advance:
        """Write the next screen if `revision` still stands, else tell what does."""
        key = (chat_id, message_id)
        stands = self._rows.get(key)
        if revision != (stands.revision if stands else 0):
            return Advance(won=False, stands=stands)
        self._rows.pop(key, None)
        new = RunningConsult(
            chat_id=chat_id,
            message_id=message_id,
            screen=screen,
            revision=revision + 1,
            shown=False,
            updated_at=self._now(),
        )
        self._rows[key] = new
        if len(self._rows) > self._most:
            del self._rows[next(iter(self._rows))]
        return Advance(won=True, stands=new)

    async def mark_shown(self, chat_id: int, message_id: int, *, revision: int) -> bool:
        """Note that this revision stands in the chat; False if a newer one has taken its place."""
        key = (chat_id, message_id)
        stands = self._rows.get(key)
        if stands is None or stands.revision != revision:
            return False
        self._rows[key] = replace(stands, shown=True)
        return True

    async def unshown(self, *, waiting: timedelta, limit: int) -> list[RunningConsult]:
        """Return at most `limit` consults unshown for at least `waiting`, oldest first."""
        before = self._now() - waiting
        rows = [row for row in self._rows.values() if not row.shown and row.updated_at <= before]
        return rows[:limit]

    async def forget_chat(self, chat_id: int) -> None:
        """Delete every consult of this chat."""
        self._rows = {key: row for key, row in self._rows.items() if row.chat_id != chat_id}

    async def purge(self, kept: timedelta) -> int:
        """Delete what was last advanced longer ago than `kept`; return how many consults."""
        before = self._now() - kept
        current = {key: row for key, row in self._rows.items() if row.updated_at >= before}
        purged = len(self._rows) - len(current)
        self._rows = current
        return purged
