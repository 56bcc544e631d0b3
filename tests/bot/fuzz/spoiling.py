"""Updates with something wrong in them, down to bytes that are no JSON at all."""

from __future__ import annotations

import json
from copy import deepcopy
from typing import TYPE_CHECKING, Any

from tests.bot.fuzz.texts import piece

if TYPE_CHECKING:
    from random import Random

    from tests.bot.fuzz.bodies import Body

_ODD: tuple[Any, ...] = (
    None,
    True,
    0,
    -1,
    2**31,
    2**63,
    -(2**63) - 1,
    10**400,
    1.5,
    float("nan"),
    float("-inf"),
    "",
    "1",
    "x" * 5_000,
    [],
    [[]],
    [None],
    {},
    {"id": {}},
    {"": [{"": None}]},
)
_DEPTH = 400
_NO_UPDATES = (b"", b"[]", b"null", b"1", b'""', b"{}", b"[" * 5_000, b'{"a":' * 5_000)


def spoil(chance: Random, update: Body) -> None:
    """Change up to four places of an update, wherever they are, the kind and the number too."""
    for _ in range(chance.randint(1, 4)):
        _spoil_one(chance, update)


def _spoil_one(chance: Random, within: Body | list[Any]) -> None:
    places = list(within) if isinstance(within, dict) else list(range(len(within)))
    if not places:
        return
    place: Any = chance.choice(places)
    inner = within[place]
    if isinstance(inner, dict | list) and chance.random() < 0.75:
        _spoil_one(chance, inner)
        return
    draw = chance.random()
    if draw < 0.25:
        del within[place]
    elif draw < 0.35 and isinstance(within, dict):
        within[piece(chance)] = deepcopy(chance.choice(_ODD))
    elif draw < 0.45:
        within[place] = piece(chance)
    elif draw < 0.47:
        within[place] = _deep(chance, inner)
    else:
        within[place] = deepcopy(chance.choice(_ODD))


def _deep(chance: Random, inner: Any) -> Any:  # noqa: ANN401 - whatever was there
    key = chance.choice(("reply_to_message", "chat", "x"))
    for _ in range(_DEPTH):
        inner = {key: inner}
    return inner


def written(update: Body) -> bytes:
    """Return an update as it travels, with lone surrogates and numbers that JSON has not."""
    return json.dumps(update).encode()


def mangle(chance: Random, body: bytes) -> bytes:
    """Return what is mostly no JSON any more."""
    draw = chance.randrange(5)
    place = chance.randrange(len(body))
    if draw == 0:
        return body[:place]
    if draw == 1:
        return body[:place] + chance.randbytes(3) + body[place:]
    if draw == 2:
        return body.decode().encode("utf-16")
    if draw == 3:
        return chance.choice(_NO_UPDATES)
    return chance.randbytes(chance.randint(1, 200))
