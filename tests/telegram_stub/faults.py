"""What goes wrong between a bot and Telegram, when a test wants it to."""

import math
from collections import defaultdict, deque
from typing import Literal, TypeAlias

from tests.telegram_stub.clock import Clock
from tests.telegram_stub.parameters import Parameters
from tests.telegram_stub.refusals import RefusedError, too_many_requests

# A status or a refusal is answered instead of running the call. "drop" closes the connection
# before the call runs, "lost" after it ran, "timeout" leaves it without an answer.
Fault: TypeAlias = int | RefusedError | Literal["drop", "lost", "timeout"]

ANY_METHOD = "*"
_REASONS = {
    401: "Unauthorized",
    429: "Too Many Requests: retry after 1",
    500: "Internal Server Error",
    502: "Bad Gateway",
    504: "Gateway Timeout",
}
_POSTING = ("send", "edit")
_A_MINUTE = 60.0
_GROUP_A_MINUTE = 20
_BURST = 3


class Faults:
    """Delays, refusals and limits.

    `delay` seconds pass before each answer. With `chat_limits` a chat takes about one message a
    second (three at once), a group twenty a minute. Both are off unless a test sets them.
    """

    def __init__(self, clock: Clock) -> None:
        self.delay = 0.0
        self.chat_limits = False
        self._clock = clock
        self._coming: defaultdict[str, deque[Fault]] = defaultdict(deque)
        self._held_until: dict[str, float] = {}
        self._posted: defaultdict[str, deque[float]] = defaultdict(deque)

    def fail_next(self, method: str, times: int, fault: Fault) -> None:
        self._coming[method.lower()].extend([fault] * times)

    def next_fault(self, method: str) -> Fault | None:
        for name in (method.lower(), ANY_METHOD):
            if self._coming[name]:
                return self._coming[name].popleft()
        return None

    def hold_back(self, target: str, seconds: float) -> None:
        """Answer 429 to whatever concerns this chat (or inline message) until it is over."""
        self._held_until[target] = self._clock.now() + seconds

    def check_pace(self, method: str, parameters: Parameters) -> None:
        """Raise RefusedError while Telegram holds back the chat that the call concerns."""
        target = parameters.text("chat_id") or parameters.text("inline_message_id")
        self._refuse_until(self._held_until.get(target, 0.0))
        if self.chat_limits and method.startswith(_POSTING) and target:
            self._check_chat_limit(target)

    def _check_chat_limit(self, target: str) -> None:
        now = self._clock.now()
        posted = self._posted[target]
        while posted and posted[0] <= now - _A_MINUTE:
            posted.popleft()
        if target.startswith("-") and len(posted) >= _GROUP_A_MINUTE:
            self._refuse_until(posted[-_GROUP_A_MINUTE] + _A_MINUTE)
        if len(posted) >= _BURST:
            self._refuse_until(posted[-_BURST] + _BURST)
        posted.append(now)

    def _refuse_until(self, moment: float) -> None:
        left = moment - self._clock.now()
        if left > 0:
            raise too_many_requests(math.ceil(left))


def refusal_of(status: int) -> RefusedError:
    """Return what Telegram says with a status that has nothing to do with the call itself."""
    return RefusedError(
        status, _REASONS.get(status, "Error"), retry_after=1 if status == 429 else None
    )
