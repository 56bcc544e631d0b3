"""Measures what the project costs: python -m tests.benchmarks [NAME ...], all without a name."""

import argparse
import asyncio
import os
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path

from tests.benchmarks import appraisal, taps
from tests.benchmarks.bots.bot import Way
from tests.benchmarks.bots.product import PRODUCT
from tests.benchmarks.figures import Comparison
from tests.benchmarks.options import Options
from tests.benchmarks.scenarios.load import load
from tests.benchmarks.tables import markdown, print_table

BOTS = {"product": PRODUCT}

SCENARIOS: dict[str, Callable[[Options], Awaitable[Sequence[Comparison]]]] = {"load": load}
TEXTS: dict[str, Callable[[], str]] = {"appraisal": appraisal.report, "taps": taps.report}


def main() -> None:
    given = _arguments().parse_args()
    cores = sorted(os.sched_getaffinity(0))
    options = Options(
        runs=given.runs,
        seconds=given.seconds,
        users=given.users,
        delays=given.delays,
        ways=given.ways,
        bots=[BOTS[name] for name in given.bots],
        bot_core=cores[-1] if len(cores) > 1 else None,
    )
    os.sched_setaffinity(0, {cores[0]})
    found: list[Comparison] = []
    for name in given.names or [*TEXTS, *SCENARIOS]:
        if name in TEXTS:
            print(TEXTS[name]())
            continue
        for comparison in asyncio.run(_awaited(SCENARIOS[name](options))):
            print_table(comparison)
            found.append(comparison)
    if given.markdown:
        given.markdown.write_text("\n".join(map(markdown, found)), encoding="utf-8")


async def _awaited(scenario: Awaitable[Sequence[Comparison]]) -> Sequence[Comparison]:
    return await scenario


def _arguments() -> argparse.ArgumentParser:
    names = [*TEXTS, *SCENARIOS]
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"of {', '.join(names)}")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--seconds", type=float, default=3.0, help="of each measurement")
    parser.add_argument("--users", type=int, nargs="+", default=[1, 50])
    parser.add_argument(
        "--delay", type=int, nargs="+", default=[50, 0], dest="delays", help="of Telegram, in ms"
    )
    parser.add_argument("--by", type=Way, nargs="+", default=list(Way), dest="ways")
    parser.add_argument("--bots", nargs="+", default=list(BOTS), choices=BOTS)
    parser.add_argument("--markdown", type=Path, metavar="FILE", help="write the tables there, too")
    return parser


if __name__ == "__main__":
    main()
