"""Many hostile requests at once, and what comes of them."""

from __future__ import annotations

import asyncio
from collections import Counter
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, NoReturn

import structlog

from bot.logs import what
from tests.bot.fuzz.hostility import Hostility, Sent

if TYPE_CHECKING:
    from collections.abc import Iterator, MutableMapping
    from random import Random

    from tests.bot.fuzz.target import Target

_AT_ONCE = 40
_MOST_MISTAKES = 50


async def assault(it: Target, chance: Random, updates: int) -> Counter[int]:
    """Send so many hostile requests, many at once; return how many got which status.

    What the bot logs as a mistake of its own is collected in `it.mistakes`, with what was sent
    about then. It ends early where there are many.
    """
    hostility = Hostility(chance, it.telegram.keyboards)
    statuses: Counter[int] = Counter()
    with _mistakes_noted(it.mistakes):
        for first in range(0, updates, _AT_ONCE):
            sent = [hostility.draw() for _ in range(min(_AT_ONCE, updates - first))]
            statuses.update(await asyncio.gather(*(_post(it, each) for each in sent)))
            if len(it.mistakes) > _MOST_MISTAKES:
                break
    return statuses


async def _post(it: Target, sent: Sent) -> int:
    before = len(it.mistakes)
    try:
        return await it.post(sent.body, with_secret=sent.with_secret)
    except Exception as error:  # noqa: BLE001 - it is what is looked for
        it.mistakes.append(f"{error!r}: {what(error)}")
        return 500
    finally:
        if len(it.mistakes) > before:
            it.mistakes.append(f"about then came {sent.body!r}")


@contextmanager
def _mistakes_noted(mistakes: list[str]) -> Iterator[None]:
    """Keep what the bot logs as an error, apart from updates that nobody could read."""

    def note(_: object, level: str, event: MutableMapping[str, Any]) -> NoReturn:
        if level == "error" and event["event"] != "an update cannot be read":
            error = event.get("exc_info")
            mistakes.append(f"{event['event']}: {error!r}: {what(error) if error else ''}")
        raise structlog.DropEvent

    before = structlog.get_config()
    structlog.configure(processors=[note])
    try:
        yield
    finally:
        structlog.configure(**before)
