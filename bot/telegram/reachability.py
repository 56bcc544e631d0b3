"""Whether Telegram answers, as last seen."""

import time


class Reachability:
    """Remembers how the latest call to Telegram ended. Nobody calls only to find out."""

    def __init__(self) -> None:
        self.reached = True
        self._at = time.monotonic()

    @property
    def seconds_ago(self) -> float:
        """How long ago that call ended."""
        return time.monotonic() - self._at

    def note(self, *, reached: bool) -> None:
        """Note how a call ended; a refusal counts as an answer."""
        self.reached = reached
        self._at = time.monotonic()
