"""How much is measured."""

from collections.abc import Sequence
from dataclasses import dataclass

from tests.benchmarks.bots.bot import Bot, Way


@dataclass(frozen=True)
class Options:
    """`delays` are in milliseconds, `seconds` is how long one thing is measured in one run.

    Bots are kept to `bot_core`, where there is more than one core.
    """

    runs: int
    seconds: float
    users: Sequence[int]
    delays: Sequence[int]
    ways: Sequence[Way]
    bots: Sequence[Bot]
    bot_core: int | None
