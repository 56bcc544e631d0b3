"""What is peculiar to consults kept in memory alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.storage.memory import MemoryConsults

if TYPE_CHECKING:
    from tests.bot.storage.conftest import Clock


async def test_a_full_memory_lets_the_consult_go_that_was_advanced_longest_ago(
    clock: Clock,
) -> None:
    consults = MemoryConsults(clock, most=2)
    await consults.advance(1, 10, screen="first", revision=0)
    await consults.advance(1, 11, screen="second", revision=0)
    await consults.advance(1, 10, screen="first goes on", revision=1)
    await consults.advance(1, 12, screen="third", revision=0)

    assert await consults.read(1, 10) is not None
    assert await consults.read(1, 11) is None
    assert await consults.read(1, 12) is not None
