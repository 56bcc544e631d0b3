"""One thing at a time in each chat, all chats at once."""

import asyncio
from collections.abc import Awaitable, Callable, Hashable
from typing import TypeVar

Result = TypeVar("Result")


class Lanes:
    """Runs what is given for the same key in the order in which it was given."""

    def __init__(self) -> None:
        self._last: dict[Hashable, asyncio.Event] = {}
        self._length = 0

    def __len__(self) -> int:
        """Count what is under way or waits for its turn."""
        return self._length

    async def run(self, key: Hashable, work: Callable[[], Awaitable[Result]]) -> Result:
        """Wait for what was given for `key` before, then return what `work` comes to."""
        before = self._last.get(key)
        done = asyncio.Event()
        self._last[key] = done
        self._length += 1
        try:
            if before is not None:
                await before.wait()
            return await work()
        finally:
            self._length -= 1
            done.set()
            if self._last[key] is done:
                del self._last[key]
