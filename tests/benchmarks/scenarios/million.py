"""A million people and running consults in the records, against a few."""

import random
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.benchmarks.bots.process import loop_ms
from tests.benchmarks.bots.product import PRODUCT
from tests.benchmarks.bots.stage import Setting, on_stage
from tests.benchmarks.figures import YARDSTICK, Comparison, Measured
from tests.benchmarks.measuring import measured
from tests.benchmarks.options import Options
from tests.benchmarks.people.crowd import Crowd
from tests.benchmarks.records.filling import fill
from tests.benchmarks.records.postgresql import PostgresqlServer, postgresql_server
from tests.benchmarks.taps import SEED

_USERS = 50
_VISITORS = 2_000
_FIRST_ID = 1_000_001
_DELAY_SECONDS = 0.05


async def million(options: Options) -> list[Comparison]:
    """Compare SQLite and PostgreSQL with many and with few rows."""
    with TemporaryDirectory(prefix="tace-consult-") as folder, postgresql_server() as server:
        stored = await _stored(Path(folder), server, options.stored)
        tables = {database: _table(database, options) for database in stored}
        for _ in range(options.runs):
            for database, urls in stored.items():
                for name, url in urls.items():
                    tables[database].note(name, await _one_run(url, options))
    return list(tables.values())


async def _stored(folder: Path, server: PostgresqlServer, many: int) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {"SQLite": {}, "PostgreSQL": {}}
    for people in (_VISITORS, many):
        name = f"{people:,} people"
        found["SQLite"][name] = f"sqlite:///{folder / f'{people}.db'}"
        found["PostgreSQL"][name] = server.new_database()
        print(f"Filling SQLite and PostgreSQL with {people:,} people and consults.")
        urls = [found[database][name] for database in found]
        await fill(urls, range(_FIRST_ID, _FIRST_ID + people))
    return found


async def _one_run(url: str, options: Options) -> Measured:
    yardstick = loop_ms(options.bot_core)
    setting = Setting(PRODUCT, core=options.bot_core, delay=_DELAY_SECONDS, database_url=url)
    with TemporaryDirectory(prefix="tace-consult-") as folder:
        async with on_stage(setting, Path(folder)) as stage:
            visitors = _visitors()
            ids = [next(visitors) for _ in range(_USERS)]
            crowd = Crowd(stage.telegram, ids, others=visitors)
            await crowd.begin()
            await crowd.warm_up()
            found = await measured(crowd, stage.bots, options.seconds)
            await crowd.rest()
    return found | {YARDSTICK: yardstick}


def _visitors() -> Iterator[int]:
    """Return some of those who are stored everywhere, over and over in an order of chance."""
    ids = list(range(_FIRST_ID, _FIRST_ID + _VISITORS))
    random.Random(SEED).shuffle(ids)
    return cycle(ids)


def _table(database: str, options: Options) -> Comparison:
    return Comparison(
        f"{database} with many people and running consults",
        f"{_USERS} people at once, who go on where they were and are others after each consult;"
        f" by webhook, 50 ms for each call; {options.times} of {options.seconds:g} s",
    )
