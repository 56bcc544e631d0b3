"""Whether memory stays flat, however many consults there have been."""

from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.benchmarks.bots.product import PRODUCT
from tests.benchmarks.bots.stage import Setting, on_stage
from tests.benchmarks.figures import MEMORY, Comparison
from tests.benchmarks.options import Options
from tests.benchmarks.people.crowd import Crowd

_USERS = 50
_FIRST_ID = 1_000_001


async def memory(options: Options) -> list[Comparison]:
    """Measure after so and so many consults, each by somebody new."""
    table = Comparison(
        "Resident memory after many consults",
        "one run, by webhook, no delay; each consult by somebody else, who accepts the notice",
    )
    setting = Setting(PRODUCT, core=options.bot_core)
    with TemporaryDirectory(prefix="tace-consult-") as folder:
        async with on_stage(setting, Path(folder)) as stage:
            ids = count(_FIRST_ID)
            crowd = Crowd(stage.telegram, [next(ids) for _ in range(_USERS)], others=ids)
            await crowd.begin()
            table.note("at the start", {MEMORY: stage.bots[0].resident_mb()})
            for consults in sorted(options.consults):
                await crowd.go_through(consults)
                table.note(f"{consults:,} consults", {MEMORY: stage.bots[0].resident_mb()})
            await crowd.rest()
    return [table]
