"""How much is measured."""

from collections.abc import Sequence
from dataclasses import dataclass

from tests.benchmarks.bots.bot import Bot


@dataclass(frozen=True)
class Options:
    """`seconds` is how long one thing is measured in one run.

    `users` and `delays` (in milliseconds) are empty where nobody named any: each scenario has its
    own. Bots are kept to `bot_core`, where there is more than one. Memory is measured after so
    many `consults`, and records with so many people `stored`.
    """

    runs: int
    seconds: float
    users: Sequence[int]
    delays: Sequence[int]
    consults: Sequence[int]
    stored: int
    bots: Sequence[Bot]
    bot_core: int | None

    @property
    def times(self) -> str:
        """How often everything is measured, in words."""
        return "one run" if self.runs == 1 else f"{self.runs} runs"
