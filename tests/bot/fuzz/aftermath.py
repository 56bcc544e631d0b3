"""A whole consult with the bot that was attacked."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING, Any

from bot.clock import today
from tests.bot.crashes.plans import Tap, plan

if TYPE_CHECKING:
    from random import Random

    from tests.bot.fuzz.target import Target

_SOMEBODY = 999_999
_UPDATES_FROM = 10**9


class Survivor:
    """Somebody whom nobody has pretended to be."""

    def __init__(self, it: Target) -> None:
        self._it = it
        self._numbers = count(_UPDATES_FROM)
        self._person = {"id": _SOMEBODY, "is_bot": False, "first_name": "Anna"}
        self._chat = {"id": _SOMEBODY, "type": "private"}

    async def hold_a_consult(self, chance: Random) -> tuple[str, str]:
        """Go from /start to a report; return it as it is to be, and as it stands in the chat."""
        self._it.telegram.is_moody = False
        drawn = plan(chance)
        await self._write("/start")
        await self._tap(self._it.telegram.newest[_SOMEBODY].rows[0][0])
        assert self._it.telegram.newest[_SOMEBODY].rows == drawn.opens_with
        for step in drawn.steps:
            for deed in step.deeds:
                await (self._tap(deed.data) if isinstance(deed, Tap) else self._write(deed.text))
            assert self._it.telegram.newest[_SOMEBODY].rows == step.leads_to
        return drawn.report(today()), self._it.telegram.texts[_SOMEBODY]

    async def _write(self, text: str) -> None:
        message = {"from": self._person, "text": text, **self._message(next(self._numbers))}
        await self._send({"message": message})

    async def _tap(self, data: str) -> None:
        board = self._it.telegram.newest[_SOMEBODY]
        tap = {"id": "1", "from": self._person, "chat_instance": "1", "data": data}
        await self._send({"callback_query": tap | {"message": self._message(board.message_id)}})

    def _message(self, message_id: int) -> dict[str, Any]:
        return {"message_id": message_id, "date": 1, "chat": self._chat}

    async def _send(self, body: dict[str, Any]) -> None:
        assert await self._it.send({"update_id": next(self._numbers), **body}) == 200
