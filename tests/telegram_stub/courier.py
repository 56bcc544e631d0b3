"""Carries updates to a webhook: in order within a lane, several lanes beside each other."""

import asyncio
import json
from collections.abc import Awaitable, Callable, Mapping

import aiohttp
from yarl import URL

from tests.telegram_stub.parameters import Parameters, from_json, from_urlencoded
from tests.telegram_stub.refusals import RefusedError
from tests.telegram_stub.updates import Pending, UpdateQueue

_FIRST_PAUSE = 0.02
_LONGEST_PAUSE = 0.5
_LONGEST_ANSWER = 60

RunAnswer = Callable[[Parameters], Awaitable[None]]


class Courier:
    """Delivers until it is closed; what the webhook refuses is brought again after a pause."""

    def __init__(
        self,
        queue: UpdateQueue,
        target: URL,
        headers: Mapping[str, str],
        max_connections: int,
    ) -> None:
        self._queue = queue
        self._target = target
        self._headers = headers
        self._slots = asyncio.Semaphore(max_connections)
        self._lanes: dict[str, asyncio.Task[None]] = {}
        self._session = aiohttp.ClientSession(
            timeout=aiohttp.ClientTimeout(total=_LONGEST_ANSWER),
            connector=aiohttp.TCPConnector(limit=max_connections),
        )
        self.on_error: Callable[[str], None] = lambda _: None
        self.run_answer: RunAnswer | None = None

    def go(self) -> None:
        """Serve each lane that has something and is not being served."""
        for pending in self._queue.pending:
            lane = pending.lane
            if lane not in self._lanes:
                self._lanes[lane] = asyncio.create_task(self._serve(lane))

    async def close(self) -> None:
        tasks = list(self._lanes.values())
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await self._session.close()

    async def _serve(self, lane: str) -> None:
        refused = 0
        while (pending := self._queue.first(lane)) is not None:
            async with self._slots:
                pause = await self._bring(pending)
            if pause is None:
                refused = 0
                self._queue.done(pending)
            else:
                await asyncio.sleep(pause or min(_FIRST_PAUSE * 2**refused, _LONGEST_PAUSE))
                refused += 1
        del self._lanes[lane]

    async def _bring(self, pending: Pending) -> float | None:
        """Return None when the webhook took it, or else the pause it asked for (0 for none)."""
        try:
            async with self._session.post(
                self._target, json=pending.update, headers=self._headers, allow_redirects=False
            ) as answer:
                body = await answer.text()
        except (aiohttp.ClientError, TimeoutError) as error:
            self.on_error(f"Can't connect to the webhook: {type(error).__name__}")
            return 0.0
        if not answer.ok or answer.status >= 300:
            self.on_error(f"Wrong response from the webhook: {answer.status} {answer.reason}")
            asked = answer.headers.get("Retry-After", "")
            return float(asked) if asked.isdecimal() else 0.0
        await self._run(answer.content_type, body)
        return None

    async def _run(self, content_type: str, body: str) -> None:
        try:
            is_json = content_type == "application/json"
            parameters = from_json(json.loads(body)) if is_json else from_urlencoded(body)
        except (ValueError, RefusedError):
            return
        if parameters.text("method") and self.run_answer is not None:
            await self.run_answer(parameters)
