"""Runs for long what `make test` runs for short: `python -m tests.soak`, or `make soak`.

It ends by itself: at the first thing that goes wrong, or when all is done, or, before more hostile
updates are sent, when its time is over.
"""

import argparse
import asyncio
import sys
import time

import structlog

from tests.bot.crashes.storm import Size
from tests.soak.fuzz import fuzz, in_memory, on_disk
from tests.soak.storms import storms

_ON_DISK = 10_000


def main() -> None:
    """Read the sizes, and soak."""
    arguments = argparse.ArgumentParser(prog="python -m tests.soak")
    arguments.add_argument("--updates", type=int, default=1_000_000, help="hostile updates")
    arguments.add_argument("--clinicians", type=int, default=10, help="at once, in each storm")
    arguments.add_argument("--consults", type=int, default=6, help="of each clinician")
    arguments.add_argument("--kills", type=int, default=20, help="in each storm")
    arguments.add_argument("--minutes", type=float, default=90, help="for hostile updates")
    arguments.add_argument("--seed", type=int, default=1)
    given = arguments.parse_args()
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger("error"))
    size = Size(given.clinicians, given.consults, given.kills)
    asyncio.run(_soak(size, given.updates, given.seed, given.minutes))


async def _soak(size: Size, updates: int, seed: int, minutes: float) -> None:
    async for line in storms(size, seed):
        _say(line)
    until = time.monotonic() + 60 * minutes
    async with on_disk() as storage:
        _say(f"SQLite: {await fuzz(storage, min(updates, _ON_DISK), seed, until)}")
    async with in_memory() as storage:
        _say(f"in memory: {await fuzz(storage, updates, seed, until)}")


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
