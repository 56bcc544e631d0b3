"""Processes killed again and again, in every way in which the bot can run."""

from __future__ import annotations

import tempfile
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from tests.bot.crashes.ways import WAYS, Way, weather
from tests.bot.postgresql import PostgreSQL, postgresql

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

    from tests.bot.crashes.storm import Size


async def storms(size: Size, seed: int) -> AsyncIterator[str]:
    """Weather one storm in each way, and tell of each in one line; raises for anything lost."""
    with postgresql() as server:
        for way in WAYS:
            started = time.monotonic()
            with tempfile.TemporaryDirectory() as folder, _database(way, server, folder) as url:
                it = await weather(way, Path(folder), url, size, seed)
            yield (
                f"{way}: {it.kills} kills during {it.consults} consults of {it.steps} steps"
                f" ({it.quick_taps} of two quick taps), nothing lost,"
                f" {time.monotonic() - started:.0f} s"
            )


@contextmanager
def _database(way: Way, server: PostgreSQL, folder: str) -> Iterator[str]:
    if way.database == "sqlite":
        yield f"sqlite:///{folder}/records/consult.db"
        return
    with server.schema() as url:
        yield url
