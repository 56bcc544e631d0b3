"""The method getUpdates: long polling by one bot at a time."""

from collections.abc import Callable

from tests.telegram_stub.clock import Clock
from tests.telegram_stub.parameters import Handler, Parameters
from tests.telegram_stub.refusals import JsonObject, conflict
from tests.telegram_stub.updates import UpdateQueue
from tests.telegram_stub.waiting import Changes

_LONGEST_POLL = 50
_HASTE = 3
_GREAT_HASTE = 0.5


class Polling:
    """With `haste_costs`, a bot that asks again at once with the same offset is slowed down.

    As Telegram does it: a short poll becomes one of three seconds, and within half a second only
    the first update is given. Off unless a test sets it.
    """

    def __init__(
        self,
        queue: UpdateQueue,
        changes: Changes,
        clock: Clock,
        webhook_is_set: Callable[[], bool],
    ) -> None:
        self.haste_costs = False
        self._queue = queue
        self._changes = changes
        self._clock = clock
        self._webhook_is_set = webhook_is_set
        self._turn = 0
        self._closed = False
        self._previous = (0, 0.0)

    def methods(self) -> dict[str, Handler]:
        return {"getUpdates": self.get_updates}

    async def get_updates(self, parameters: Parameters) -> list[JsonObject]:
        if self._webhook_is_set():
            raise conflict(
                "can't use getUpdates method while webhook is active; "
                "use deleteWebhook to delete the webhook first"
            )
        self._queue.allow(parameters.json("allowed_updates", "can't parse allowed_updates"))
        offset = parameters.integer("offset")
        limit = parameters.within("limit", 100, 1, 100)
        timeout = parameters.within("timeout", 0, 0, _LONGEST_POLL)
        if self.haste_costs:
            limit, timeout = self._slowed(offset, limit, timeout)
        updates = self._queue.take(offset, limit)
        if updates or not timeout:
            return updates
        return await self._wait(offset, limit, timeout)

    def close(self) -> None:
        """Let go whoever still waits."""
        self._closed = True
        self._changes.tell()

    async def _wait(self, offset: int, limit: int, seconds: int) -> list[JsonObject]:
        self._turn += 1
        turn = self._turn
        self._changes.tell()

        def found() -> list[JsonObject] | None:
            if self._closed:
                return []
            if self._webhook_is_set():
                raise conflict("terminated by setWebhook request")
            if self._turn != turn:
                raise conflict(
                    "terminated by other getUpdates request; "
                    "make sure that only one bot instance is running"
                )
            return self._queue.take(offset, limit) or None

        try:
            return await self._changes.until(found, lambda: "an update", within=seconds)
        except TimeoutError:
            return []

    def _slowed(self, offset: int, limit: int, timeout: int) -> tuple[int, int]:
        before, at = self._previous
        now = self._clock.now()
        self._previous = (offset, now)
        if offset == before and now < at + _HASTE:
            timeout = max(timeout, _HASTE)
        if offset == before and now < at + _GREAT_HASTE:
            limit = 1
        return limit, timeout
