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
    more_is_better: bool = False
    digits: int = 1


MEDIAN = Figure("tap to edit, median", "ms")
P99 = Figure("tap to edit, 99th percentile", "ms")
RATE = Figure("updates a second", "/s", more_is_better=True, digits=0)
CPU = Figure("processor time an update", "ms", digits=2)
MEMORY = Figure("resident memory", "MB", digits=0)
BOT_CORE = Figure("of its core the bot took", "%", digits=0)
OTHER_CORE = Figure("of another core Telegram and people took", "%", digits=0)
YARDSTICK = Figure(
    "a loop of a million steps, to tell how disturbed the machine was", "ms", digits=0
)
SECONDS = Figure("from the start to the first screen", "s", digits=2)
BACK_AFTER = Figure("until the held chat has its screen", "s")
FIRST_LINE = Figure("from the start to the first line", "s", digits=2)
CASES = Figure("cases a second", "/s", more_is_better=True, digits=0)

NOT_COMPARED = frozenset({BOT_CORE, OTHER_CORE, YARDSTICK})
"""They tell how a figure came about, and are nobody's merit."""

Measured = dict[Figure, float]
"""The figures of one run."""


@dataclass
class Comparison:
    """The same measured of several bots, or of one in several settings, run after run.

    The first one to be noted is what the others are compared with.
    """

    title: str
    setting: str
    notes: list[str] = field(default_factory=list)
    runs: dict[str, list[Measured]] = field(default_factory=dict)

    def note(self, name: str, measured: Measured) -> None:
        """Add one run."""
        self.runs.setdefault(name, []).append(measured)

    @property
    def figures(self) -> list[Figure]:
        """Everything that was measured, in the order of the first run."""
        every = [figure for runs in self.runs.values() for run in runs for figure in run]
        return list(dict.fromkeys(every))

    def values(self, name: str, figure: Figure) -> list[float]:
        """Return a figure of each run."""
        return [run[figure] for run in self.runs[name] if figure in run]

    def ratio(self, name: str, figure: Figure) -> float | None:
        """Return how many times better the first one is than another."""
        first = next(iter(self.runs))
        ours, theirs = self.values(first, figure), self.values(name, figure)
        if name == first or not ours or not theirs or figure in NOT_COMPARED:
            return None
        better, worse = median(ours), median(theirs)
        if not figure.more_is_better:
            better, worse = worse, better
        return better / worse if worse else None


def percentile(values: Sequence[float], share: float) -> float:
    """Return the smallest value that such a share of all does not exceed."""
    return sorted(values)[max(math.ceil(share * len(values)) - 1, 0)]
