"""What a process remembers of consults: right where it is alone, and put right where it is not."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from bot.storage.memory import MemoryConsults
from bot.storage.remembered import RememberedConsults

if TYPE_CHECKING:
    from bot.storage.interface import RunningConsult
    from tests.bot.storage.conftest import Clock


class Stored(MemoryConsults):
    """Consults that another process could have written, and how often they were read."""

    reads = 0

    async def read(self, chat_id: int, message_id: int) -> RunningConsult | None:
        self.reads += 1
        return await super().read(chat_id, message_id)


@pytest.fixture
def stored(clock: Clock) -> Stored:
    return Stored(clock)


@pytest.fixture
def remembered(stored: Stored, clock: Clock) -> RememberedConsults:
    return RememberedConsults(stored, clock)


async def screen(consults: RememberedConsults) -> str | None:
    row = await consults.read(1, 10)
    return row.screen if row else None


async def test_what_was_written_here_is_not_read_again(
    stored: Stored, remembered: RememberedConsults
) -> None:
    await remembered.advance(1, 10, screen="a", revision=0)

    assert await screen(remembered) == "a"
    assert stored.reads == 0


async def test_what_was_read_once_is_not_read_again(
    stored: Stored, remembered: RememberedConsults
) -> None:
    await stored.advance(1, 10, screen="a", revision=0)

    assert await screen(remembered) == await screen(remembered) == "a"
    assert stored.reads == 1


async def test_an_advance_from_what_is_out_of_date_tells_what_stands(
    stored: Stored, remembered: RememberedConsults
) -> None:
    await remembered.advance(1, 10, screen="a", revision=0)
    await stored.advance(1, 10, screen="of another", revision=1)

    outcome = await remembered.advance(1, 10, screen="b", revision=1)

    assert not outcome.won
    assert outcome.stands
    assert outcome.stands.screen == await screen(remembered) == "of another"


async def test_a_screen_that_another_has_overtaken_is_read_anew(
    stored: Stored, remembered: RememberedConsults
) -> None:
    await remembered.advance(1, 10, screen="a", revision=0)
    await stored.advance(1, 10, screen="of another", revision=1)

    assert not await remembered.mark_shown(1, 10, revision=1)
    assert await screen(remembered) == "of another"


async def test_what_is_found_unshown_takes_the_place_of_what_was_remembered(
    stored: Stored, remembered: RememberedConsults
) -> None:
    await remembered.advance(1, 10, screen="a", revision=0)
    await remembered.mark_shown(1, 10, revision=1)
    await stored.advance(1, 10, screen="of another", revision=1)

    await remembered.unshown(waiting=timedelta(0), limit=10)

    row = await remembered.read(1, 10)
    assert row
    assert (row.screen, row.shown) == ("of another", False)


async def test_the_latest_of_a_chat_takes_the_place_of_what_was_remembered(
    stored: Stored, remembered: RememberedConsults
) -> None:
    await remembered.advance(1, 10, screen="a", revision=0)
    await stored.advance(1, 10, screen="of another", revision=1)

    await remembered.latest(1)

    assert await screen(remembered) == "of another"


async def test_a_consult_that_another_deleted_is_gone_with_the_next_advance(
    stored: Stored, remembered: RememberedConsults
) -> None:
    await remembered.advance(1, 10, screen="a", revision=0)
    await stored.forget_chat(1)

    outcome = await remembered.advance(1, 10, screen="b", revision=1)

    assert (outcome.won, outcome.stands) == (False, None)
    assert await screen(remembered) is None


async def test_what_is_forgotten_or_purged_is_not_remembered(
    remembered: RememberedConsults, clock: Clock
) -> None:
    await remembered.advance(1, 10, screen="a", revision=0)
    await remembered.forget_chat(1)
    assert await screen(remembered) is None

    await remembered.advance(1, 10, screen="a", revision=0)
    clock.pass_time(hours=2)
    await remembered.advance(2, 20, screen="b", revision=0)
    assert await remembered.purge(timedelta(hours=1)) == 1
    assert await screen(remembered) is None
    assert await remembered.read(2, 20)


async def test_so_many_are_remembered_and_no_more(stored: Stored, clock: Clock) -> None:
    remembered = RememberedConsults(stored, clock, most=2)
    for message in (10, 11, 12):
        await remembered.advance(1, message, screen="a", revision=0)
    await remembered.read(1, 12)
    assert stored.reads == 0

    assert await screen(remembered) == "a"
    assert stored.reads == 1
