"""Running consults behave alike in SQLite, in PostgreSQL and in memory."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from bot.storage.interface import Advance, RunningConsult

if TYPE_CHECKING:
    from bot.storage.interface import Consults
    from tests.bot.storage.conftest import Clock

GROUP = -1_003_000_000_000  # Telegram's supergroups have ids of this size
LONGEST_SCREEN = "s" * 96


async def test_a_message_never_advanced_has_no_row(consults: Consults) -> None:
    assert await consults.read(1, 10) is None
    assert await consults.latest(1) is None


async def test_the_first_screen_is_revision_1_and_not_yet_shown(
    consults: Consults, clock: Clock
) -> None:
    started = RunningConsult(GROUP, 10, LONGEST_SCREEN, 1, shown=False, updated_at=clock.now)

    outcome = await consults.advance(GROUP, 10, screen=LONGEST_SCREEN, revision=0)

    assert outcome == Advance(won=True, stands=started)
    assert await consults.read(GROUP, 10) == started


async def test_a_screen_computed_from_the_standing_revision_takes_its_place(
    consults: Consults, clock: Clock
) -> None:
    await consults.advance(1, 10, screen="first", revision=0)
    clock.pass_time(seconds=5)

    outcome = await consults.advance(1, 10, screen="second", revision=1)

    second = RunningConsult(1, 10, "second", 2, shown=False, updated_at=clock.now)
    assert outcome == Advance(won=True, stands=second)
    assert await consults.read(1, 10) == second


async def test_a_screen_computed_from_an_older_revision_is_refused_and_told_what_stands(
    consults: Consults,
) -> None:
    await consults.advance(1, 10, screen="first", revision=0)
    winner = (await consults.advance(1, 10, screen="second", revision=1)).stands

    assert await consults.advance(1, 10, screen="late", revision=1) == Advance(
        won=False, stands=winner
    )
    assert await consults.read(1, 10) == winner


async def test_a_consult_started_twice_keeps_its_first_start(consults: Consults) -> None:
    winner = (await consults.advance(1, 10, screen="first", revision=0)).stands

    assert await consults.advance(1, 10, screen="again", revision=0) == Advance(
        won=False, stands=winner
    )


async def test_an_answer_to_a_forgotten_consult_does_not_bring_it_back(consults: Consults) -> None:
    await consults.advance(1, 10, screen="first", revision=0)
    await consults.forget_chat(1)

    assert await consults.advance(1, 10, screen="second", revision=1) == Advance(
        won=False, stands=None
    )
    assert await consults.read(1, 10) is None


async def test_of_many_answers_to_one_screen_exactly_one_wins(consults: Consults) -> None:
    await consults.advance(1, 10, screen="start", revision=0)

    outcomes = await asyncio.gather(
        *(consults.advance(1, 10, screen=f"answer{n}", revision=1) for n in range(20))
    )

    winners = [outcome.stands for outcome in outcomes if outcome.won]
    assert len(winners) == 1
    assert {outcome.stands for outcome in outcomes} == set(winners)


async def test_a_group_keeps_several_consults_apart(consults: Consults) -> None:
    await consults.advance(GROUP, 10, screen="one", revision=0)
    await consults.advance(GROUP, 11, screen="other", revision=0)
    await consults.advance(GROUP, 11, screen="other2", revision=1)

    one, other = await consults.read(GROUP, 10), await consults.read(GROUP, 11)
    assert one is not None
    assert other is not None
    assert (one.screen, one.revision) == ("one", 1)
    assert (other.screen, other.revision) == ("other2", 2)


async def test_the_latest_consult_of_a_chat_is_the_one_advanced_last(
    consults: Consults, clock: Clock
) -> None:
    await consults.advance(1, 10, screen="older", revision=0)
    await consults.advance(1, 11, screen="newer", revision=0)
    await consults.advance(2, 12, screen="elsewhere", revision=0)
    clock.pass_time(seconds=1)
    await consults.advance(1, 10, screen="taken up again", revision=1)

    latest = await consults.latest(1)
    assert latest is not None
    assert latest.message_id == 10


async def test_of_two_consults_started_at_once_the_newer_message_is_the_latest(
    consults: Consults,
) -> None:
    await consults.advance(1, 10, screen="older", revision=0)
    await consults.advance(1, 11, screen="newer", revision=0)

    latest = await consults.latest(1)
    assert latest is not None
    assert latest.message_id == 11


async def test_showing_the_standing_revision_marks_it_and_changes_nothing_else(
    consults: Consults, clock: Clock
) -> None:
    started = (await consults.advance(1, 10, screen="first", revision=0)).stands
    assert started is not None
    clock.pass_time(seconds=5)

    assert await consults.mark_shown(1, 10, revision=1) is True
    assert await consults.read(1, 10) == replace(started, shown=True)


async def test_showing_an_overtaken_revision_marks_nothing(consults: Consults) -> None:
    await consults.advance(1, 10, screen="first", revision=0)
    newest = (await consults.advance(1, 10, screen="second", revision=1)).stands

    assert await consults.mark_shown(1, 10, revision=1) is False
    assert await consults.read(1, 10) == newest


async def test_showing_a_message_without_a_row_marks_nothing(consults: Consults) -> None:
    assert await consults.mark_shown(1, 10, revision=1) is False


async def test_a_shown_consult_is_unshown_again_once_it_has_advanced(consults: Consults) -> None:
    await consults.advance(1, 10, screen="first", revision=0)
    await consults.mark_shown(1, 10, revision=1)
    newest = (await consults.advance(1, 10, screen="second", revision=1)).stands

    assert await consults.unshown(waiting=timedelta(0), limit=10) == [newest]


async def test_unshown_consults_come_oldest_first_up_to_the_limit(
    consults: Consults, clock: Clock
) -> None:
    for message in (13, 11, 12, 10):
        await consults.advance(1, message, screen="screen", revision=0)
        clock.pass_time(seconds=1)
    await consults.mark_shown(1, 11, revision=1)

    waiting = await consults.unshown(waiting=timedelta(0), limit=2)

    assert [consult.message_id for consult in waiting] == [13, 12]


async def test_a_consult_being_shown_at_this_moment_is_not_yet_listed(
    consults: Consults, clock: Clock
) -> None:
    await consults.advance(1, 10, screen="old", revision=0)
    clock.pass_time(seconds=30)
    await consults.advance(1, 11, screen="fresh", revision=0)

    waiting = await consults.unshown(waiting=timedelta(seconds=30), limit=10)

    assert [consult.screen for consult in waiting] == ["old"]


async def test_purging_deletes_what_is_past_its_retention_and_nothing_younger(
    consults: Consults, clock: Clock
) -> None:
    await consults.advance(1, 10, screen="old", revision=0)
    clock.pass_time(seconds=1)
    await consults.advance(1, 11, screen="just in time", revision=0)
    clock.pass_time(hours=24)

    assert await consults.purge(timedelta(hours=24)) == 1
    assert await consults.purge(timedelta(hours=24)) == 0
    assert await consults.read(1, 10) is None
    assert await consults.read(1, 11) is not None


async def test_an_answer_gives_a_consult_its_full_retention_again(
    consults: Consults, clock: Clock
) -> None:
    await consults.advance(1, 10, screen="first", revision=0)
    clock.pass_time(hours=20)
    await consults.advance(1, 10, screen="second", revision=1)
    clock.pass_time(hours=20)

    assert await consults.purge(timedelta(hours=24)) == 0


async def test_forgetting_a_chat_leaves_the_others(consults: Consults) -> None:
    await consults.advance(1, 10, screen="mine", revision=0)
    await consults.advance(1, 11, screen="mine too", revision=0)
    await consults.advance(2, 10, screen="theirs", revision=0)

    await consults.forget_chat(1)

    assert await consults.latest(1) is None
    assert await consults.latest(2) is not None
