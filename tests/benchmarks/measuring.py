"""One span of time, measured."""

import asyncio
import gc
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from statistics import median

from tests.benchmarks.bots.process import Running
from tests.benchmarks.figures import (
    BOT_CORE,
    CPU,
    MEDIAN,
    MEMORY,
    OTHER_CORE,
    P99,
    RATE,
    Measured,
    percentile,
)
from tests.benchmarks.people.crowd import Crowd, NotAnsweredError

_MS = 1000.0
_ENOUGH = 100
"""With fewer screens, one of them alone would be the 99th percentile."""


async def measured(crowd: Crowd, bots: Sequence[Running], seconds: float) -> Measured:
    """Let the people tap for so long, and return what that came to."""
    with _undisturbed():
        cpu, own = _cpu_seconds(bots), time.process_time()
        start = time.perf_counter()
        await asyncio.sleep(seconds)
        end = time.perf_counter()
        cpu, own = _cpu_seconds(bots) - cpu, time.process_time() - own
    waits = crowd.waits_between(start, end)
    if not waits:
        raise NotAnsweredError(f"nobody was answered in {seconds:g} s")
    p99 = {P99: percentile(waits, 0.99) * _MS} if len(waits) >= _ENOUGH else {}
    return {
        MEDIAN: median(waits) * _MS,
        **p99,
        RATE: len(waits) / (end - start),
        CPU: cpu / len(waits) * _MS,
        MEMORY: sum(bot.resident_mb() for bot in bots),
        BOT_CORE: cpu / (end - start) * 100,
        OTHER_CORE: own / (end - start) * 100,
    }


def _cpu_seconds(bots: Sequence[Running]) -> float:
    return sum(bot.cpu_seconds() for bot in bots)


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Put off collecting garbage: Telegram and the people would all stand still for it."""
    gc.collect()
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
