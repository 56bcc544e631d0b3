"""Long polling: updates wait here until the bot asks for what comes after them."""

import asyncio
from collections import deque
from collections.abc import Callable
from itertools import islice

from tests.benchmarks.bot_api.parameters import Parameters

Tell = Callable[[list[bytes]], None]
"""Answers `getUpdates`, in JSON texts of updates."""

Refuse = Callable[[], None]

_GREAT_HASTE_SECONDS = 0.5
_HASTE_SECONDS = 3.0


class Updates:
    """The updates that are not confirmed, in order.

    Somebody who asks from the same offset again too soon is slowed down, as by Telegram's own
    server: within half a second there is only one update for them.
    """

    def __init__(self) -> None:
        self.asked = 0
        self._pending: deque[tuple[int, bytes]] = deque()
        self._waiting: tuple[int, Tell, Refuse, asyncio.TimerHandle] | None = None
        self._previous = (-1, 0.0)
        self._loop = asyncio.get_running_loop()

    def add(self, update_id: int, update: bytes) -> None:
        """Give the update to whoever waits, or keep it until somebody asks."""
        self._pending.append((update_id, update))
        if self._waiting is not None:
            limit, tell, _, timer = self._waiting
            self._waiting = None
            timer.cancel()
            tell(self._first(limit))

    def take_all(self) -> list[bytes]:
        """Return everything that waits, and forget it."""
        found = [update for _, update in self._pending]
        self._pending.clear()
        return found

    def ask(self, parameters: Parameters, tell: Tell, refuse: Refuse) -> None:
        """Answer one `getUpdates`, by `refuse` where another one takes its place meanwhile."""
        self.asked += 1
        offset = int(parameters.get("offset", "0"))
        limit = int(parameters.get("limit", "100"))
        seconds = float(parameters.get("timeout", "0"))
        limit, seconds = self._slowed(offset, limit, seconds)
        while self._pending and self._pending[0][0] < offset:
            self._pending.popleft()
        if self._waiting is not None:
            _, _, refuse_other, timer = self._waiting
            self._waiting = None
            timer.cancel()
            refuse_other()
        if self._pending or seconds <= 0:
            tell(self._first(limit))
        else:
            timer = self._loop.call_later(seconds, self._nothing_came)
            self._waiting = limit, tell, refuse, timer

    def _nothing_came(self) -> None:
        if self._waiting is not None:
            _, tell, _, _ = self._waiting
            self._waiting = None
            tell([])

    def _first(self, limit: int) -> list[bytes]:
        return [update for _, update in islice(self._pending, limit)]

    def _slowed(self, offset: int, limit: int, seconds: float) -> tuple[int, float]:
        before, at = self._previous
        now = self._loop.time()
        self._previous = offset, now
        if offset == before and now < at + _HASTE_SECONDS:
            seconds = max(seconds, _HASTE_SECONDS)
        if offset == before and now < at + _GREAT_HASTE_SECONDS:
            limit = 1
        return limit, seconds
