"""What is measured, and what came of several runs."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from statistics import median


@dataclass(frozen=True)
class Figure:
    """Something measured. `digits` stand behind the point."""

    name: str
    unit: str
    digits: int = 1
    more_is_better: bool = False
    is_merit: bool = True
    """False for what only tells how another figure came about."""


MEDIAN = Figure("tap to edit, median", "ms")
P99 = Figure("tap to edit, 99th percentile", "ms")
RATE = Figure("updates a second", "/s", 0, more_is_better=True)
CPU = Figure("processor time an update", "ms", 2)
MEMORY = Figure("resident memory", "MB", 0)
BACK_AFTER = Figure("until the held chat has its screen", "s")
FIRST_SCREEN = Figure("from the start to the first screen", "s", 2)
FIRST_LINE = Figure("from the start to the first line", "s", 2)
CASES = Figure("cases a second", "/s", 0, more_is_better=True)
BOT_CORE = Figure("the bot's share of a core", "%", 0, is_merit=False)
OTHER_CORE = Figure("Telegram's and the people's share of a core", "%", 0, is_merit=False)
YARDSTICK = Figure("a million steps of a loop just before", "ms", 0, is_merit=False)

_ORDER = (
    *(MEDIAN, P99, RATE, CPU, MEMORY, BACK_AFTER, FIRST_SCREEN, FIRST_LINE, CASES),
    *(BOT_CORE, OTHER_CORE, YARDSTICK),
)

Measured = dict[Figure, float]
"""The figures of one run."""


@dataclass
class Comparison:
    """The same measured of several bots, or of one bot in several settings, run after run.

    The first one to be noted is what the others are compared with.
    """

    title: str
    setting: str
    of_bots: bool = False
    runs: dict[str, list[Measured]] = field(default_factory=dict)

    def note(self, name: str, measured: Measured) -> None:
        """Add one run."""
        self.runs.setdefault(name, []).append(measured)

    @property
    def figures(self) -> list[Figure]:
        """Everything that was measured."""
        found = {figure for runs in self.runs.values() for run in runs for figure in run}
        return [figure for figure in _ORDER if figure in found]

    def values(self, name: str, figure: Figure) -> list[float]:
        """Return a figure of each run."""
        return [run[figure] for run in self.runs[name] if figure in run]

    def ratio(self, name: str, figure: Figure) -> float | None:
        """Return the ratio of medians: of bots, how many times better the first one is.

        Of settings, how many times as much as in the first one.
        """
        first = next(iter(self.runs))
        ours, theirs = self.values(first, figure), self.values(name, figure)
        if name == first or not figure.is_merit or not ours or not theirs:
            return None
        more, less = median(theirs), median(ours)
        if self.of_bots and figure.more_is_better:
            more, less = less, more
        return more / less if less else None


def percentile(values: Sequence[float], share: float) -> float:
    """Return the smallest value that such a share of all does not exceed."""
    return sorted(values)[max(math.ceil(share * len(values)) - 1, 0)]
