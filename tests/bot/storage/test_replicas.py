"""Several processes on one database."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from bot.storage.interface import RunningConsult
    from bot.storage.opening import Storage

MESSAGES = range(10, 40)


async def answer(storage: Storage, message: int, letter: str) -> RunningConsult:
    """Add one letter to the newest screen, as the bot applies an action to it."""
    seen = await storage.consults.read(1, message)
    while True:
        newest, revision = (seen.screen, seen.revision) if seen else ("", 0)
        outcome = await storage.consults.advance(
            1, message, screen=newest + letter, revision=revision
        )
        seen = outcome.stands
        if outcome.won:
            assert seen is not None
            return seen


async def test_of_two_replicas_one_wins_and_the_other_is_told_what_stands(
    open_replica: Callable[[], Awaitable[Storage]],
) -> None:
    one, other = await open_replica(), await open_replica()
    await one.consults.advance(1, 10, screen="start", revision=0)

    first, second = await asyncio.gather(
        one.consults.advance(1, 10, screen="from one", revision=1),
        other.consults.advance(1, 10, screen="from the other", revision=1),
    )

    assert [first.won, second.won].count(True) == 1
    assert first.stands == second.stands == await one.consults.read(1, 10)


async def test_two_replicas_starting_the_same_consult_leave_one_row(
    open_replica: Callable[[], Awaitable[Storage]],
) -> None:
    one, other = await open_replica(), await open_replica()

    first, second = await asyncio.gather(
        one.consults.advance(1, 10, screen="from one", revision=0),
        other.consults.advance(1, 10, screen="from the other", revision=0),
    )

    assert [first.won, second.won].count(True) == 1
    assert first.stands == second.stands


async def test_no_answer_is_lost_when_replicas_answer_many_consults_in_opposite_order(
    open_replica: Callable[[], Awaitable[Storage]],
) -> None:
    one, other = await open_replica(), await open_replica()

    await asyncio.gather(
        *(answer(one, message, "a") for message in MESSAGES),
        *(answer(other, message, "b") for message in reversed(MESSAGES)),
        *(answer(one, message, "c") for message in reversed(MESSAGES)),
    )

    newcomer = await open_replica()
    for message in MESSAGES:
        consult = await newcomer.consults.read(1, message)
        assert consult is not None
        assert sorted(consult.screen) == ["a", "b", "c"]
        assert consult.revision == 3


async def test_a_replica_sees_what_another_left_unshown_and_shows_it(
    open_replica: Callable[[], Awaitable[Storage]],
) -> None:
    one, other = await open_replica(), await open_replica()
    held_back = (await one.consults.advance(1, 10, screen="held back", revision=0)).stands

    age = one.retention
    assert age is not None
    assert await other.consults.unshown(waiting=age * 0, limit=10) == [held_back]
    assert await other.consults.mark_shown(1, 10, revision=1) is True
    await other.settle()
    assert await one.consults.unshown(waiting=age * 0, limit=10) == []
