"""One thing at a time in each chat, all chats at once."""

import asyncio
from collections.abc import Awaitable, Callable, Hashable
from typing import TypeVar

Result = TypeVar("Result")


class Lanes:
    """Runs what is given for the same key in the order in which it was given."""

    def __init__(self) -> None:
        self._last: dict[Hashable, asyncio.Event] = {}

    async def run(self, key: Hashable, work: Callable[[], Awaitable[Result]]) -> Result:
        """Wait for what was given for `key` before, then return what `work` comes to."""
        before = self._last.get(key)
        done = asyncio.Event()
        self._last[key] = done
        try:
            if before is not None:
                await before.wait()
            return await work()
        finally:
            done.set()
            if self._last[key] is done:
                del self._last[key]
