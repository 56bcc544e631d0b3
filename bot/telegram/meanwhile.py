"""Where consults have come to while the records were away."""

from __future__ import annotations

from collections import OrderedDict
from datetime import UTC, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.storage.interface import RunningConsult
    from bot.telegram.desk import Spot
    from bot.telegram.place import Place

MOST_KEPT = 10_000
"""Bounds the memory. A consult pushed out goes on from its button's own code."""


class Meanwhile:
    """Remembers the newest screen of each message that no row could be written for.

    Once the records are back their row is the older one; but for this the answers given meanwhile
    would be lost. `now` tells the time in UTC.
    """

    def __init__(self, now: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        self._now = now
        self._kept: OrderedDict[Place, tuple[datetime, Spot]] = OrderedDict()

    def keep(self, place: Place, spot: Spot) -> None:
        """Remember what is being shown in a message without a row."""
        self._kept[place] = self._now(), spot
        self._kept.move_to_end(place)
        if len(self._kept) > MOST_KEPT:
            self._kept.popitem(last=False)

    def drop(self, place: Place) -> None:
        """Forget a message whose row is the newest again."""
        self._kept.pop(place, None)

    def drop_chat(self, chat_id: int) -> None:
        """Forget every message of a chat."""
        for place in [each for each in self._kept if each.chat_id == chat_id]:
            del self._kept[place]

    def newest(self, place: Place, row: RunningConsult | None, spots: list[Spot]) -> Spot:
        """Return the newest of what is known of a message.

        `spots` are that of its row, if there is one, and behind it what its button says. What was
        shown after the row was written is newer than it, and so is a button that has all of the
        row's answers and more: it was drawn by a process that has ended, or by another replica.
        """
        at, kept = self._kept.get(place, (None, None))
        if at is not None and kept is not None and (row is None or row.updated_at < at):
            return kept
        newest, *others = spots
        for each in others:
            if each[0].goes_beyond(newest[0]):
                newest = each
        return newest
