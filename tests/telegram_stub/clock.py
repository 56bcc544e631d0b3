"""Telegram's clock, which a test may put forward without waiting."""

import time


class Clock:
    """Seconds since 1970, running with the machine plus whatever `advance` has added."""

    def __init__(self) -> None:
        self._shift = time.time() - time.monotonic()

    def now(self) -> float:
        return time.monotonic() + self._shift

    def date(self) -> int:
        return int(self.now())

    def advance(self, seconds: float) -> None:
        self._shift += seconds
