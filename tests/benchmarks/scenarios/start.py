"""How soon a bot that is started answers what has been waiting for it."""

import asyncio
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from tests.benchmarks.bots.bot import Bot
from tests.benchmarks.bots.process import loop_ms
from tests.benchmarks.bots.product import PRODUCT
from tests.benchmarks.bots.stage import Setting, raised, started
from tests.benchmarks.figures import FIRST_SCREEN, YARDSTICK, Comparison
from tests.benchmarks.options import Options
from tests.benchmarks.people.crowd import Crowd

_ID = 1_000_001


async def start(options: Options) -> list[Comparison]:
    """Measure from the start of the process to the first screen at Telegram."""
    table = Comparison(
        "From the start to the first answered update",
        f"{options.times}, by webhook, no delay; the update waits when the bot is started;"
        " the first start makes the database, the others find it",
        of_bots=True,
    )
    for _ in range(options.runs):
        for bot in options.bots:
            with TemporaryDirectory(prefix="tace-consult-") as folder:
                yardstick = {YARDSTICK: loop_ms(options.bot_core)}
                first = await _seconds(bot, Path(folder), options)
                if bot is PRODUCT:
                    again = await _seconds(bot, Path(folder), options)
                    table.note(bot.name, {FIRST_SCREEN: again} | yardstick)
                    table.note(f"{bot.name}, first start", {FIRST_SCREEN: first} | yardstick)
                else:
                    table.note(bot.name, {FIRST_SCREEN: first} | yardstick)
    return [table]


async def _seconds(bot: Bot, folder: Path, options: Options) -> float:
    setting = Setting(bot, core=options.bot_core)
    async with raised(setting) as telegram:
        crowd = Crowd(telegram, [_ID])
        crowd.people[0].stop()
        waiting = asyncio.create_task(crowd.begin())
        await asyncio.sleep(0)
        at = perf_counter()
        async with started(setting, telegram, folder):
            await waiting
            return crowd.waits[0][0] - at
