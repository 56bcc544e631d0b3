"""Hostile updates, a great many."""

from __future__ import annotations

import resource
import tempfile
import time
from collections import Counter
from contextlib import asynccontextmanager
from datetime import timedelta
from random import Random
from typing import TYPE_CHECKING

from bot.storage.opening import open_storage
from tests.bot.fuzz.aftermath import Survivor
from tests.bot.fuzz.assault import assault
from tests.bot.fuzz.records import RecordsInMemory
from tests.bot.fuzz.target import target
from tests.bot.keys import CIPHER

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from bot.storage.opening import Storage

_AT_ONCE = 20_000


@asynccontextmanager
async def on_disk() -> AsyncIterator[Storage]:
    """Open records in a SQLite file."""
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/records/consult.db"
        async with open_storage(url, cipher=CIPHER, retention=timedelta(days=1)) as storage:
            yield storage


@asynccontextmanager
async def in_memory() -> AsyncIterator[Storage]:
    """Open records in this process's memory."""
    yield RecordsInMemory()


async def fuzz(storage: Storage, updates: int, seed: int, until: float) -> str:
    """Send so many hostile updates to one bot, but none after `until` (monotonic seconds).

    Returns what came of them in one line; raises `AssertionError` for any mistake of the bot's.
    """
    chance = Random(seed)  # noqa: S311 - chance that is the same every time
    started, statuses = time.monotonic(), Counter[int]()
    async with target(storage, chance) as it:
        while (sent := statuses.total()) < updates and time.monotonic() < until:
            statuses += await assault(it, chance, min(_AT_ONCE, updates - sent))
            assert not it.mistakes, it.mistakes
            assert not it.telegram.wrong, it.telegram.wrong
        wanted, report = await Survivor(it).hold_a_consult(chance)
    assert report.endswith(wanted), report
    answered = ", ".join(f"{count} x {status:d}" for status, count in sorted(statuses.items()))
    seconds = time.monotonic() - started
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return (
        f"{statuses.total()} of {updates} hostile updates, {it.telegram.calls} calls of the bot:"
        f" {answered}; no mistake, a whole consult afterwards, {seconds:.0f} s,"
        f" at most {megabytes} MB"
    )
