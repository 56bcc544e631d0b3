"""Many people, or one, and how long each waits for a screen."""

import asyncio
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.benchmarks.bots.bot import Bot, Way
from tests.benchmarks.bots.stage import Stage, on_stage
from tests.benchmarks.figures import Comparison, Measured
from tests.benchmarks.measuring import measured
from tests.benchmarks.options import Options
from tests.benchmarks.people.crowd import Crowd

_FIRST_ID = 1_000_001
_WARMING_SECONDS = 1.0
_READING_SECONDS = 0.1
"""How long somebody alone reads a screen: nobody's tap is to meet what is left of the one before.

Crowds read nothing. They are there to see how much a bot can do.
"""


async def load(options: Options) -> list[Comparison]:
    """Measure every bot in every way, with each number of people and each delay."""
    tables = {
        (way, users, delay): Comparison(
            f"{_people(users)}, {delay} ms, {way}",
            f"{options.runs} runs of {options.seconds:g} s, {delay} ms for each of the bot's calls",
        )
        for way in options.ways
        for users in options.users
        for delay in options.delays
    }
    for _ in range(options.runs):
        for way in options.ways:
            for bot in options.bots:
                found = await _one_run(bot, way, options)
                for (users, delay), each in found.items():
                    tables[way, users, delay].note(bot.name, each)
    return list(tables.values())


async def _one_run(bot: Bot, way: Way, options: Options) -> dict[tuple[int, int], Measured]:
    with TemporaryDirectory(prefix="tace-consult-") as folder:
        async with on_stage(bot, Path(folder), way=way, core=options.bot_core) as stage:
            return {
                (users, delay): await _with(users, delay, stage, options)
                for users in options.users
                for delay in options.delays
            }


async def _with(users: int, delay: int, stage: Stage, options: Options) -> Measured:
    stage.telegram.delay = delay / 1000
    pause = _READING_SECONDS if users == 1 else 0.0
    crowd = Crowd(stage.telegram, users, first_id=_FIRST_ID, pause=pause)
    await crowd.begin()
    await asyncio.sleep(_WARMING_SECONDS)
    found = await measured(crowd, [stage.bot], options.seconds)
    await crowd.rest()
    return found


def _people(users: int) -> str:
    return "one person" if users == 1 else f"{users} people"
