"""Writes that share a commit, and what they must not share: each other's fate."""

from __future__ import annotations

import asyncio
from threading import Event
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import event, func, insert, select

from bot.storage.commits import MOST_AT_ONCE, SharedCommits
from bot.storage.connections import run_once
from bot.storage.engines import connection_to_write
from bot.storage.interface import StorageUnavailable
from bot.storage.migrate import upgrade
from bot.storage.tables import MARK_BYTES, PEOPLE

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from sqlalchemy import Connection

    from bot.storage.connections import Connections

PLACE = ("people", 0, 0)


@pytest.fixture
async def writing(database_url: str) -> AsyncIterator[Connections]:
    await upgrade(database_url)
    writing = connection_to_write(database_url)
    yield writing
    await writing.dispose()


@pytest.fixture
def commits_made(writing: Connections) -> list[str]:
    """List a mark for each commit that reaches the database."""
    made: list[str] = []
    event.listen(writing.engine, "commit", lambda _connection: made.append("commit"))
    return made


def add(user_id: int | None) -> Callable[[Connection], int | None]:
    """Make a write that adds a person; without an id the database refuses it."""

    def work(connection: Connection) -> int | None:
        mark = None if user_id is None else user_id.to_bytes(MARK_BYTES, "big")
        connection.execute(insert(PEOPLE), {"person": mark})
        return user_id

    return work


async def people_in(writing: Connections) -> int:
    def count(connection: Connection) -> int:
        return connection.execute(select(func.count()).select_from(PEOPLE)).scalar_one()

    return await writing.run(count)


async def test_writes_that_come_together_share_one_commit_and_each_gets_its_own_result(
    writing: Connections, commits_made: list[str]
) -> None:
    async with SharedCommits(writing) as commits:
        results = await asyncio.gather(*(commits.write(PLACE, add(n)) for n in range(50)))

    assert results == list(range(50))
    assert len(commits_made) == 1
    assert await people_in(writing) == 50


async def test_a_crowd_of_writes_is_split_among_commits_of_bounded_size(
    writing: Connections, commits_made: list[str]
) -> None:
    async with SharedCommits(writing) as commits:
        await asyncio.gather(*(commits.write(PLACE, add(n)) for n in range(MOST_AT_ONCE + 1)))

    assert len(commits_made) == 2
    assert await people_in(writing) == MOST_AT_ONCE + 1


async def test_writes_to_one_row_keep_the_order_in_which_they_came(writing: Connections) -> None:
    order: list[int] = []

    def note(number: int) -> Callable[[Connection], None]:
        return lambda _connection: order.append(number)

    async with SharedCommits(writing) as commits:
        await asyncio.gather(*(commits.write(PLACE, note(n)) for n in range(20)))

    assert order == list(range(20))


async def test_a_write_the_database_refuses_does_not_spoil_the_others(writing: Connections) -> None:
    async with SharedCommits(writing) as commits:
        results = await asyncio.gather(
            *(commits.write(PLACE, add(n)) for n in (1, None, 2)), return_exceptions=True
        )

    assert results[0] == 1
    assert isinstance(results[1], StorageUnavailable)
    assert results[2] == 2
    assert await people_in(writing) == 2


async def test_a_mistake_in_one_write_is_told_to_its_own_caller_as_it_is(
    writing: Connections,
) -> None:
    def mistaken(connection: Connection) -> None:
        add(3)(connection)
        raise LookupError("a mistake of ours")

    async with SharedCommits(writing) as commits:
        results = await asyncio.gather(
            commits.write(PLACE, add(1)),
            commits.write(PLACE, mistaken),
            commits.write(PLACE, add(2)),
            return_exceptions=True,
        )

    assert results[0] == 1
    assert isinstance(results[1], LookupError)
    assert results[2] == 2
    assert await people_in(writing) == 2  # what the mistaken one had written is undone


async def test_a_caller_that_gives_up_does_not_stop_the_others(writing: Connections) -> None:
    async with SharedCommits(writing) as commits:
        impatient = asyncio.create_task(commits.write(PLACE, add(1)))
        patient = asyncio.create_task(commits.write(PLACE, add(2)))
        await asyncio.sleep(0)  # both are waiting now
        impatient.cancel()

        assert await patient == 2
        assert await commits.write(PLACE, add(3)) == 3


async def test_closing_commits_what_still_waits(writing: Connections) -> None:
    async with SharedCommits(writing) as commits:
        late = asyncio.create_task(commits.write(PLACE, add(1)))
        await asyncio.sleep(0)  # it is waiting now

    assert await late == 1
    assert await people_in(writing) == 1


async def test_nothing_can_be_written_once_closed(writing: Connections) -> None:
    async with SharedCommits(writing) as commits:
        pass

    with pytest.raises(StorageUnavailable, match="closed"):
        await commits.write(PLACE, add(1))


async def held(database_url: str, work: Callable[[Connection], None]) -> None:
    """Do something in a transaction of somebody else."""
    await run_once(connection_to_write(database_url), work)


async def test_writes_wait_no_longer_than_they_may_for_a_lock_and_go_on_once_it_is_released(
    database_url: str,
) -> None:
    await upgrade(database_url)
    told: asyncio.Queue[None] = asyncio.Queue()
    loop = asyncio.get_running_loop()
    released = Event()

    def hold(connection: Connection) -> None:
        add(1)(connection)
        loop.call_soon_threadsafe(told.put_nowait, None)
        released.wait()

    impatient = connection_to_write(database_url, patience=0.3)
    async with SharedCommits(impatient, patience=0.3) as commits:
        holding = asyncio.create_task(asyncio.to_thread(asyncio.run, held(database_url, hold)))
        await told.get()
        with pytest.raises(StorageUnavailable, match=r"did not answer in time|is locked"):
            await commits.write(PLACE, add(1))
        released.set()
        await holding
        assert await commits.write(PLACE, add(2)) == 2
    await impatient.dispose()
