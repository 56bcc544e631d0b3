"""Two processes on one PostgreSQL, against one."""

from pathlib import Path
from tempfile import TemporaryDirectory

from bot.storage.migrate import upgrade
from tests.benchmarks.bots.process import loop_ms
from tests.benchmarks.bots.product import PRODUCT
from tests.benchmarks.bots.stage import Setting, on_stage
from tests.benchmarks.figures import YARDSTICK, Comparison, Measured
from tests.benchmarks.measuring import measured
from tests.benchmarks.options import Options
from tests.benchmarks.people.crowd import Crowd
from tests.benchmarks.records.filling import CIPHER
from tests.benchmarks.records.postgresql import postgresql_server

_USERS = 100
_FIRST_ID = 1_000_001
_DELAY_SECONDS = 0.05


async def replicas(options: Options) -> list[Comparison]:
    """Compare one process with two that take updates in turn, on whichever core is free."""
    table = Comparison(
        "Two processes on PostgreSQL",
        f"{_USERS} people at once, by webhook, 50 ms for each call;"
        f" {options.times} of {options.seconds:g} s; all processes, PostgreSQL, Telegram and"
        " the people share the machine's cores",
    )
    with postgresql_server() as server:
        for _ in range(options.runs):
            for processes in (1, 2):
                found = await _one_run(server.new_database(), processes, options)
                table.note("one process" if processes == 1 else f"{processes} processes", found)
    return [table]


async def _one_run(url: str, processes: int, options: Options) -> Measured:
    await upgrade(url, CIPHER)
    yardstick = loop_ms(options.bot_core)
    setting = Setting(PRODUCT, delay=_DELAY_SECONDS, database_url=url, processes=processes)
    with TemporaryDirectory(prefix="tace-consult-") as folder:
        async with on_stage(setting, Path(folder)) as stage:
            crowd = Crowd(stage.telegram, range(_FIRST_ID, _FIRST_ID + _USERS))
            await crowd.begin()
            await crowd.warm_up()
            found = await measured(crowd, stage.bots, options.seconds)
            await crowd.rest()
    return found | {YARDSTICK: yardstick}
