"""Many cases at once, on the command line."""

import json
import random
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from tests.benchmarks.bots.process import ROOT, loop_ms, on_core
from tests.benchmarks.figures import CASES, FIRST_LINE, YARDSTICK, Comparison, Measured
from tests.benchmarks.options import Options
from tests.benchmarks.taps import SEED, random_case

_CASES = 20_000
_LEFT_OPEN = 0.15


async def evaluate(options: Options) -> list[Comparison]:
    """Measure `tace-consult evaluate` on one core: its first line, and all the others."""
    table = Comparison(
        "Evaluating many cases",
        f"{options.times} of {_CASES:,} cases in JSON Lines, one fact in seven open,"
        " results with all that they hold: possible, undecided_by, flips",
    )
    with TemporaryDirectory(prefix="tace-consult-") as folder:
        file = Path(folder) / "cases.jsonl"
        file.write_text("".join(_lines()), encoding="utf-8")
        for _ in range(options.runs):
            table.note("TACE Consult", _one_run(file, options))
    return [table]


def _lines() -> list[str]:
    chance = random.Random(SEED)
    return [
        json.dumps(
            {
                "id": number,
                "facts": {
                    fact: answer
                    for fact, answer in random_case(chance).answers.items()
                    if chance.random() >= _LEFT_OPEN
                },
            }
        )
        + "\n"
        for number in range(_CASES)
    ]


def _one_run(file: Path, options: Options) -> Measured:
    yardstick = loop_ms(options.bot_core)
    with on_core(options.bot_core):
        start = perf_counter()
        process = subprocess.Popen(  # noqa: S603 - our own command
            [sys.executable, "-m", "bot", "evaluate", str(file)], cwd=ROOT, stdout=subprocess.PIPE
        )
    with process:
        assert process.stdout is not None
        process.stdout.readline()
        first = perf_counter()
        lines = sum(1 for _ in process.stdout)
        last = perf_counter()
    if process.returncode != 0 or lines != _CASES - 1:
        raise RuntimeError(f"evaluate ended with {process.returncode} after {lines} lines")
    return {
        FIRST_LINE: first - start,
        CASES: lines / (last - first),
        YARDSTICK: yardstick,
    }
