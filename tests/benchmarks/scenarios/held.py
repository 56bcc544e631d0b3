"""One chat that Telegram holds back, and everybody else."""

import asyncio
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from tests.benchmarks.bots.product import PRODUCT
from tests.benchmarks.bots.stage import Setting, on_stage
from tests.benchmarks.figures import BACK_AFTER, Comparison, Measured
from tests.benchmarks.measuring import measured
from tests.benchmarks.options import Options
from tests.benchmarks.people.crowd import Crowd, NotAnsweredError
from tests.benchmarks.people.person import Person

_USERS = 50
_FIRST_ID = 1_000_001
_DELAY_SECONDS = 0.05
_READING_SECONDS = 0.5
"""The machine is to be busy, not full: else the line of those who wait would hide all else."""
_HELD_SECONDS = 30.0
_LATEST_SECONDS = 60.0


async def held(options: Options) -> list[Comparison]:
    """Compare the others' screens before one chat gets 429 for 30 s, and from then on."""
    table = Comparison(
        "One chat of 50 held back for 30 s (429)",
        f"{options.times}, by webhook, 50 ms for each call; everybody reads for up to 0.5 s;"
        f" {options.seconds:g} s before, and the first {2 * options.seconds:g} s of the hold;"
        " in the last run until the held chat has its screen",
    )
    for run in range(options.runs):
        before, meanwhile = await _one_run(options, to_the_end=run == options.runs - 1)
        table.note("before", before)
        table.note("while one is held back", meanwhile)
    return [table]


async def _one_run(options: Options, *, to_the_end: bool) -> tuple[Measured, Measured]:
    setting = Setting(PRODUCT, core=options.bot_core, delay=_DELAY_SECONDS)
    with TemporaryDirectory(prefix="tace-consult-") as folder:
        async with on_stage(setting, Path(folder)) as stage:
            ids = range(_FIRST_ID, _FIRST_ID + _USERS)
            crowd = Crowd(stage.telegram, ids, pause=_READING_SECONDS)
            await crowd.begin()
            await crowd.warm_up()
            before = await measured(crowd, stage.bots, options.seconds)
            one = crowd.people[0]
            stage.telegram.hold_back(one.user_id, _HELD_SECONDS)
            start = perf_counter()
            meanwhile = await measured(crowd, stage.bots, 2 * options.seconds)
            one.stop()
            if to_the_end:
                await _until_shown(one, start + _LATEST_SECONDS)
                meanwhile[BACK_AFTER] = perf_counter() - start
            crowd.people.remove(one)
            await crowd.rest()
    return before, meanwhile


async def _until_shown(person: Person, latest: float) -> None:
    while person.waiting_since is not None:
        if perf_counter() > latest:
            raise NotAnsweredError("the held chat never had its screen")
        await asyncio.sleep(0.01)
