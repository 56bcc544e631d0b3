"""Draws request after request to the webhook, from one seed."""

from __future__ import annotations

from collections import deque
from copy import deepcopy
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.bot.fuzz.bodies import BODIES, Body, callback_query, inline_query, message, person
from tests.bot.fuzz.spoiling import mangle, spoil, written
from tests.bot.fuzz.texts import piece

if TYPE_CHECKING:
    from random import Random

    from tests.bot.fuzz.answering import Keyboard

_REMEMBERED = 300
_TOO_LARGE = 300_000
_KINDS = tuple(BODIES)


@dataclass(frozen=True)
class Sent:
    """A request to the webhook, and whether it comes with the secret."""

    body: bytes
    with_secret: bool = True


class Hostility:
    """What is drawn depends on the seed and on the keyboards that the bot has sent."""

    def __init__(self, chance: Random, keyboards: deque[Keyboard]) -> None:
        self._chance = chance
        self._keyboards = keyboards
        self._sent: deque[bytes] = deque(maxlen=_REMEMBERED)
        self._number = 0

    def draw(self) -> Sent:
        """Return the next request."""
        draw = self._chance.random()
        if draw < 0.06 and self._sent:
            return Sent(self._chance.choice(self._sent))  # replayed as it was
        self._number += 1
        update: Body = {"update_id": self._number, **self._kind()}
        if draw < 0.3:
            spoil(self._chance, update)
        body = written(update)
        if draw < 0.1:
            return Sent(mangle(self._chance, body))
        if draw < 0.11:
            return Sent(body, with_secret=False)
        if draw > 0.9995:
            return Sent(body.ljust(_TOO_LARGE))
        self._sent.append(body)
        return Sent(body)

    def _kind(self) -> Body:
        draw = self._chance.random()
        if draw < 0.25 and self._keyboards:
            return {"callback_query": self._tap()}
        if draw < 0.33:
            return {"callback_query": callback_query(self._chance)}
        if draw < 0.65:
            return {"message": message(self._chance)}
        if draw < 0.7:
            return {"inline_query": inline_query(self._chance)}
        kind = self._chance.choice(_KINDS)
        return {kind: BODIES[kind](self._chance)}

    def _tap(self) -> Body:
        """Draw a tap on a button that the bot has sent: one's own, another's, or altered."""
        chance = self._chance
        board = chance.choice(self._keyboards)
        body = callback_query(chance)
        data = chance.choice(board.data)
        draw = chance.random()
        if draw < 0.1:
            data = self._altered(data)
        elif draw < 0.15:
            data = chance.choice(chance.choice(self._keyboards).data)  # of another message
        body["data"] = data
        where = deepcopy(board.chat)
        body["message"] = {**body.get("message", {}), "message_id": board.message_id, "chat": where}
        body.pop("inline_message_id", None)
        if draw > 0.2 and where["type"] == "private":
            body["from"] = person(chance) | {"id": where["id"]}
        return body

    def _altered(self, data: str) -> str:
        place = self._chance.randrange(len(data)) if data else 0
        return self._chance.choice(
            (
                data[:place],
                data[:place] + piece(self._chance) + data[place + 1 :],
                data.replace(".", ":"),
                data.partition(".")[0] + ".future:1",
                data + "~AAAAAAAAAAAA",
                data * 3,
                data.swapcase(),
            )
        )
