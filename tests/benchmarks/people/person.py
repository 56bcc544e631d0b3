"""One person with a phone."""

import asyncio
import random
from collections.abc import Callable, Iterator
from time import perf_counter

from tests.benchmarks.bot_api.screens import Screen
from tests.benchmarks.bot_api.telegram import Telegram
from tests.benchmarks.people.choosing import choose, ends_the_consult

Record = Callable[[float, float], None]
"""Takes when a screen's call came, and how many seconds after what led to it."""

_LANGUAGES = ("en", "zh-hans")


class Person:
    """Taps through consults, always the same ones for the number of the first.

    A screen is read for `pause` seconds at most. With `others`, each consult is somebody else's:
    the next number is theirs.
    """

    def __init__(
        self,
        telegram: Telegram,
        user_id: int,
        record: Record,
        *,
        pause: float = 0.0,
        others: Iterator[int] | None = None,
    ) -> None:
        self.consults = 0
        self.waiting_since: float | None = None
        self._pause = pause
        self._telegram = telegram
        self._record = record
        self._others = others
        self._chance = random.Random(user_id)
        self._stopped = False
        self._shown: Screen | None = None
        self._loop = asyncio.get_running_loop()
        self._become(user_id)

    def start(self) -> None:
        """Write to the bot for the first time."""
        self.waiting_since = perf_counter()
        self._telegram.send(self.user_id, self._language, "/start")

    def stop(self) -> None:
        """Tap no more."""
        self._stopped = True

    def arrives(self, screen: Screen) -> None:
        """Note how long the screen took."""
        del screen
        if self.waiting_since is not None:
            now = perf_counter()
            self._record(now, now - self.waiting_since)
            self.waiting_since = None

    def shows(self, screen: Screen) -> None:
        """Read the screen, and tap."""
        self._shown = screen
        if self._pause:
            reading = self._pause * self._chance.uniform(0.5, 1.0)
            self._loop.call_later(reading, self._tap, screen)
        else:
            self._tap(screen)

    def _tap(self, screen: Screen) -> None:
        if self._stopped or screen is not self._shown or not (buttons := screen.buttons):
            return
        label, data = buttons[choose([label for label, _ in buttons], self._chance)]
        if ends_the_consult(label):
            self.consults += 1
            if self._others is not None:
                self._telegram.forget(self.user_id)
                self._become(next(self._others))
                self.start()
                return
        self.waiting_since = perf_counter()
        self._telegram.tap(screen, self._language, data)

    def _become(self, user_id: int) -> None:
        self.user_id = user_id
        self._language = _LANGUAGES[user_id % len(_LANGUAGES)]
        self._telegram.phones[user_id] = self
