"""Brings updates to a webhook, as Telegram does.

Those of one chat one after another, each once the one before is acknowledged; those of all chats
together at most as many at once as the bot asked for. What is refused is brought again.
"""

import asyncio
from collections import deque
from collections.abc import Callable, Sequence
from functools import partial
from itertools import cycle

from tests.benchmarks.bot_api.http import HttpMessage, HttpReader

Address = tuple[str, int]

_AGAIN_SECONDS = 0.05


class Courier:
    """Delivers until it is closed; `targets` are taken in turn, as a load balancer would.

    `take_response` is given the type and the text of a response that says something.
    """

    def __init__(
        self,
        path: str,
        secret: str,
        most: int,
        targets: Sequence[Address],
        take_response: Callable[[str, bytes], None],
    ) -> None:
        self.refused = 0
        self._head = (
            f"POST {path} HTTP/1.1\r\nHost: bot.example.org\r\nContent-Type: application/json\r\n"
            f"X-Telegram-Bot-Api-Secret-Token: {secret}\r\nContent-Length: "
        ).encode()
        self._most = most
        self._targets = cycle(targets)
        self._take_response = take_response
        self._lanes: dict[int, deque[bytes]] = {}
        self._ready: deque[int] = deque()
        self._idle: dict[Address, list[_Line]] = {target: [] for target in targets}
        self._lines: set[_Line] = set()
        self._connecting: set[asyncio.Task[None]] = set()
        self._loop = asyncio.get_running_loop()

    def bring(self, chat_id: int, update: bytes) -> None:
        """Deliver an update of a chat, after those that the chat still waits for."""
        if (lane := self._lanes.get(chat_id)) is not None:
            lane.append(update)
            return
        self._lanes[chat_id] = deque([update])
        self._set_off(chat_id)

    def close(self) -> None:
        """Drop what is on its way."""
        self._ready.clear()
        self._lanes.clear()
        for task in self._connecting:
            task.cancel()
        for line in list(self._lines):
            line.hang_up()

    def _set_off(self, chat_id: int) -> None:
        self._ready.append(chat_id)
        self._go()

    def _go(self) -> None:
        while self._ready and len(self._lines) + len(self._connecting) < self._most:
            target = next(self._targets)
            chat_id = self._ready.popleft()
            if idle := self._idle[target]:
                self._carry(idle.pop(), chat_id)
            else:
                task = self._loop.create_task(self._connect(target, chat_id))
                self._connecting.add(task)
                task.add_done_callback(self._connecting.discard)

    def _carry(self, line: "_Line", chat_id: int) -> None:
        update = self._lanes[chat_id][0]
        self._lines.add(line)
        line.carry(chat_id, self._head + b"%d\r\n\r\n" % len(update) + update)

    async def _connect(self, target: Address, chat_id: int) -> None:
        ended = partial(self._ended, target)
        try:
            _, line = await self._loop.create_connection(lambda: _Line(ended), *target)
        except OSError:
            self._bring_again(chat_id, _AGAIN_SECONDS)
        else:
            self._carry(line, chat_id)

    def _ended(
        self, target: Address, line: "_Line", chat_id: int | None, response: HttpMessage | None
    ) -> None:
        """Note how a delivery ended: `response` is None where the connection did."""
        self._lines.discard(line)
        if response is None and line in self._idle[target]:
            self._idle[target].remove(line)
        elif response is not None:
            self._idle[target].append(line)
        if chat_id in self._lanes:
            self._judge(chat_id, response)
        self._go()

    def _judge(self, chat_id: int, response: HttpMessage | None) -> None:
        if response is None or not response.start.split(" ")[1].startswith("2"):
            self.refused += 1
            asked = response.header(b"retry-after") if response else ""
            self._bring_again(chat_id, float(asked) if asked.isdecimal() else _AGAIN_SECONDS)
            return
        lane = self._lanes[chat_id]
        lane.popleft()
        if lane:
            self._ready.append(chat_id)
        else:
            del self._lanes[chat_id]
        if response.body:
            self._take_response(response.header(b"content-type"), response.body)

    def _bring_again(self, chat_id: int, seconds: float) -> None:
        self._loop.call_later(seconds, self._set_off_if_waiting, chat_id)

    def _set_off_if_waiting(self, chat_id: int) -> None:
        if chat_id in self._lanes:
            self._set_off(chat_id)


_Ended = Callable[["_Line", int | None, HttpMessage | None], None]


class _Line(asyncio.Protocol):
    """One connection to the bot, which carries one update at a time."""

    def __init__(self, ended: _Ended) -> None:
        self._ended = ended
        self._reader = HttpReader()
        self._chat_id: int | None = None
        self._transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport

    def carry(self, chat_id: int, request: bytes) -> None:
        self._chat_id = chat_id
        if self._transport is not None:
            self._transport.write(request)

    def hang_up(self) -> None:
        if self._transport is not None:
            self._transport.abort()

    def data_received(self, data: bytes) -> None:
        for response in self._reader.feed(data):
            chat_id, self._chat_id = self._chat_id, None
            self._ended(self, chat_id, response)

    def connection_lost(self, exc: Exception | None) -> None:
        del exc
        chat_id, self._chat_id = self._chat_id, None
        self._ended(self, chat_id, None)
