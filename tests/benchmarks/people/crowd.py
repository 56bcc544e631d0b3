"""Many people at once, and what they had to wait for."""

import asyncio
from collections.abc import Iterable, Iterator
from time import perf_counter

from tests.benchmarks.bot_api.telegram import Telegram
from tests.benchmarks.people.person import Person

_PATIENCE_SECONDS = 60.0
_WARMING_SCREENS = 8
"""For each person."""
_WARMING_SECONDS = 0.5
_LONGEST_WARMING_SECONDS = 4.0


class NotAnsweredError(Exception):
    """The bot left somebody without a screen for too long."""


class Crowd:
    """People who begin with /start; where the bot shows its notice, each accepts it."""

    def __init__(
        self,
        telegram: Telegram,
        ids: Iterable[int],
        *,
        pause: float = 0.0,
        others: Iterator[int] | None = None,
    ) -> None:
        self.waits: list[tuple[float, float]] = []
        self._telegram = telegram
        self.people = [
            Person(
                telegram,
                user_id,
                lambda at, seconds: self.waits.append((at, seconds)),
                pause=pause,
                others=others,
            )
            for user_id in ids
        ]

    @property
    def consults(self) -> int:
        """How many consults have come to their end."""
        return sum(person.consults for person in self.people)

    async def begin(self) -> None:
        """Let everybody start, and wait until each has been answered."""
        before = len(self.waits)
        for person in self.people:
            person.start()
        until = perf_counter() + _PATIENCE_SECONDS
        while len(self.waits) < before + len(self.people):
            if perf_counter() > until:
                raise NotAnsweredError(f"not everybody was answered in {_PATIENCE_SECONDS:.0f} s")
            await asyncio.sleep(0.01)

    async def warm_up(self) -> None:
        """Let the bot come into its stride: for some screens each, but not for ever."""
        enough, start = len(self.waits) + _WARMING_SCREENS * len(self.people), perf_counter()
        while (taken := perf_counter() - start) < _LONGEST_WARMING_SECONDS:
            if taken > _WARMING_SECONDS and len(self.waits) >= enough:
                break
            await asyncio.sleep(0.01)

    async def go_through(self, consults: int) -> None:
        """Wait until so many consults have come to their end."""
        screens, since = len(self.waits), perf_counter()
        while self.consults < consults:
            if len(self.waits) > screens:
                screens, since = len(self.waits), perf_counter()
            elif perf_counter() > since + _PATIENCE_SECONDS:
                raise NotAnsweredError(f"nobody was answered for {_PATIENCE_SECONDS:.0f} s")
            await asyncio.sleep(0.01)

    async def rest(self) -> None:
        """Let everybody stop, and wait until no screen is awaited and no button spins."""
        for person in self.people:
            person.stop()
        until = perf_counter() + _PATIENCE_SECONDS
        while self._is_anybody_waiting():
            if perf_counter() > until:
                raise NotAnsweredError(f"a tap was not answered in {_PATIENCE_SECONDS:.0f} s")
            await asyncio.sleep(0.01)

    def _is_anybody_waiting(self) -> bool:
        if any(person.waiting_since is not None for person in self.people):
            return True
        return self._telegram.calls["answercallbackquery"] < self._telegram.taps

    def waits_between(self, start: float, end: float) -> list[float]:
        """Return how long those screens took, in seconds, that came in a span of time."""
        return [seconds for at, seconds in self.waits if start <= at < end]
