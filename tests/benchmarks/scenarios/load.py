"""Many people, or one, and how long each waits for a screen."""

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.benchmarks.bots.bot import Bot, Way
from tests.benchmarks.bots.process import loop_ms
from tests.benchmarks.bots.stage import Setting, Stage, on_stage
from tests.benchmarks.figures import YARDSTICK, Comparison, Measured
from tests.benchmarks.measuring import measured
from tests.benchmarks.options import Options
from tests.benchmarks.people.crowd import Crowd

_FIRST_ID = 1_000_001
_READING_SECONDS = 0.04
"""How long somebody alone reads a screen: nobody's tap is to meet what is left of the one before.

Crowds read nothing. They are there to see how much a bot can do.
"""

Situation = tuple[int, int]
"""How many people, and how many milliseconds Telegram takes for each of the bot's calls."""


async def load(options: Options) -> list[Comparison]:
    """Let one person and fifty tap, by webhook."""
    situations = [
        (users, delay) for users in options.users or (50, 1) for delay in options.delays or (50, 0)
    ]
    return await _compared(Way.WEBHOOK, situations, options)


async def polling(options: Options) -> list[Comparison]:
    """Let fifty tap, by long polling."""
    situations = [
        (users, delay) for users in options.users or (50,) for delay in options.delays or (50,)
    ]
    return await _compared(Way.POLLING, situations, options)


async def _compared(
    way: Way, situations: Sequence[Situation], options: Options
) -> list[Comparison]:
    tables = {situation: _table(way, situation, options) for situation in situations}
    for _ in range(options.runs):
        for bot in options.bots:
            yardstick = loop_ms(options.bot_core)
            for situation, found in (await _one_run(bot, way, situations, options)).items():
                tables[situation].note(bot.name, found | {YARDSTICK: yardstick})
    return list(tables.values())


async def _one_run(
    bot: Bot, way: Way, situations: Sequence[Situation], options: Options
) -> dict[Situation, Measured]:
    setting = Setting(bot, way, options.bot_core)
    with TemporaryDirectory(prefix="tace-consult-") as folder:
        async with on_stage(setting, Path(folder)) as stage:
            return {
                situation: await _in(situation, stage, options.seconds) for situation in situations
            }


async def _in(situation: Situation, stage: Stage, seconds: float) -> Measured:
    users, delay = situation
    stage.telegram.delay = delay / 1000
    ids = range(_FIRST_ID, _FIRST_ID + users)
    crowd = Crowd(stage.telegram, ids, pause=_READING_SECONDS if users == 1 else 0.0)
    await crowd.begin()
    await crowd.warm_up()
    found = await measured(crowd, stage.bots, seconds)
    await crowd.rest()
    return found


def _table(way: Way, situation: Situation, options: Options) -> Comparison:
    users, delay = situation
    people = "one person" if users == 1 else f"{users} people"
    reading = "who reads each screen for a moment" if users == 1 else "who tap at once"
    return Comparison(
        f"{people.capitalize()} by {way}, Telegram taking {delay} ms for each call",
        f"{people} {reading}; {options.times} of {options.seconds:g} s",
        of_bots=True,
    )
