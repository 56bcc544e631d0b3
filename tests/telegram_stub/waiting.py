"""Waiting for something to happen in the stub, never for ever and never by sleeping."""

import asyncio
from collections.abc import Callable
from typing import TypeVar

Found = TypeVar("Found")


class Changes:
    """Wakes everybody who waits each time something has happened.

    `patience` bounds every wait that brings no bound of its own, in seconds.
    """

    def __init__(self, patience: float) -> None:
        self.patience = patience
        self._waiters: set[asyncio.Future[None]] = set()

    def tell(self) -> None:
        for waiter in self._waiters:
            if not waiter.done():
                waiter.set_result(None)

    async def until(
        self,
        look: Callable[[], Found | None],
        awaited: Callable[[], str],
        within: float | None = None,
    ) -> Found:
        """Return what `look` finds as soon as it finds something.

        Raises TimeoutError with the text of `awaited` when nothing is found within the bound.
        """
        bound = self.patience if within is None else within
        deadline = asyncio.get_running_loop().time() + bound
        while (found := look()) is None:
            if not await self._next(deadline):
                raise TimeoutError(f"waited {bound:g} s for {awaited()}")
        return found

    async def _next(self, deadline: float) -> bool:
        waiter = asyncio.get_running_loop().create_future()
        self._waiters.add(waiter)
        try:
            async with asyncio.timeout_at(deadline):
                await waiter
        except TimeoutError:
            return False
        finally:
            self._waiters.discard(waiter)
        return True
