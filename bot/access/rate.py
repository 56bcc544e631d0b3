"""How many updates one person may send: a bucket of tokens each, in memory alone."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from time import monotonic
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

MOST_PEOPLE = 2_000
"""Bounds the memory. Whoever was quiet for longest is forgotten, and starts with a full bucket."""

_MINUTE = 60.0


class Pace(StrEnum):
    """What the limit says of one update."""

    FINE = "fine"
    TOO_FAST = "too fast"
    """To be refused, and to be said so."""
    STILL_TOO_FAST = "still too fast"
    """To be refused; it was said less than a minute ago."""


@dataclass(slots=True)
class _Bucket:
    tokens: float
    filled_at: float
    told_at: float
    granted: int = -1


class RateLimit:
    """Takes `a_minute` updates at once, then as many a minute; 0 is no limit.

    `seconds` tells how much time has passed, from whenever.
    """

    def __init__(self, a_minute: int, seconds: Callable[[], float] = monotonic) -> None:
        self._a_minute = a_minute
        self._seconds = seconds
        self._buckets: dict[int, _Bucket] = {}  # who came last is last

    def take(self, user_id: int, update_id: int) -> Pace:
        """Take a token of this person's, if there is one; an update tried again costs no other."""
        if self._a_minute == 0:
            return Pace.FINE
        now = self._seconds()
        bucket = self._buckets.pop(user_id, None) or _Bucket(self._a_minute, now, now - _MINUTE)
        self._buckets[user_id] = bucket
        if len(self._buckets) > MOST_PEOPLE:
            del self._buckets[next(iter(self._buckets))]
        gained = (now - bucket.filled_at) * self._a_minute / _MINUTE
        bucket.tokens = min(self._a_minute, bucket.tokens + gained)
        bucket.filled_at = now
        if bucket.granted == update_id:
            return Pace.FINE
        if bucket.tokens >= 1:
            bucket.tokens -= 1
            bucket.granted = update_id
            return Pace.FINE
        if now - bucket.told_at < _MINUTE:
            return Pace.STILL_TOO_FAST
        bucket.told_at = now
        return Pace.TOO_FAST
