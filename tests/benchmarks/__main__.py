"""Measures what the project costs: python -m tests.benchmarks [NAME ...], all without a name."""

import argparse
import asyncio
import os
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

from tests.benchmarks import appraisal, taps
from tests.benchmarks.bots.peers import AIOGRAM_DIALOG, CONCURRENT, CONVERSATION_HANDLER
from tests.benchmarks.bots.product import PRODUCT
from tests.benchmarks.figures import Comparison
from tests.benchmarks.options import Options
from tests.benchmarks.scenarios.evaluate import evaluate
from tests.benchmarks.scenarios.held import held
from tests.benchmarks.scenarios.load import load, polling
from tests.benchmarks.scenarios.memory import memory
from tests.benchmarks.scenarios.million import million
from tests.benchmarks.scenarios.replicas import replicas
from tests.benchmarks.scenarios.start import start
from tests.benchmarks.tables import markdown, print_table

Scenario = Callable[[Options], Coroutine[Any, Any, list[Comparison]]]

BOTS = {
    "product": PRODUCT,
    "ptb": CONVERSATION_HANDLER,
    "ptb-concurrent": CONCURRENT,
    "aiogram-dialog": AIOGRAM_DIALOG,
}
TEXTS: dict[str, Callable[[], str]] = {"appraisal": appraisal.report, "taps": taps.report}
SCENARIOS: dict[str, Scenario] = {
    "load": load,
    "polling": polling,
    "held": held,
    "start": start,
    "evaluate": evaluate,
    "memory": memory,
    "replicas": replicas,
    "million": million,
}


def main() -> None:
    given = _arguments().parse_args()
    cores = sorted(os.sched_getaffinity(0))
    options = Options(
        runs=given.runs,
        seconds=given.seconds,
        users=given.users,
        delays=given.delays,
        consults=given.consults,
        stored=given.stored,
        bots=[BOTS[name] for name in given.bots],
        bot_core=cores[-1] if len(cores) > 1 else None,
    )
    for bot in options.bots:
        bot.prepare()
    found: list[Comparison] = []
    for name in given.names or [*TEXTS, *SCENARIOS]:
        if name in TEXTS:
            print(TEXTS[name]())
            continue
        for comparison in asyncio.run(SCENARIOS[name](options)):
            print_table(comparison)
            found.append(comparison)
    if given.markdown:
        given.markdown.write_text("\n".join(map(markdown, found)), encoding="utf-8")


def _arguments() -> argparse.ArgumentParser:
    names = (*TEXTS, *SCENARIOS)
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    add = parser.add_argument
    add("names", nargs="*", metavar="NAME", help=f"{', '.join(names)}; all where none is given")
    add("--runs", type=int, default=5, help="of everything (5)")
    add("--seconds", type=float, default=2.0, help="how long each thing is measured (2)")
    add("--users", type=int, nargs="+", default=[], help="of load and polling")
    add("--delay", type=int, nargs="+", default=[], dest="delays", help="of Telegram, in ms")
    add("--consults", type=int, nargs="+", default=[1_000, 3_000], help="of memory")
    add("--stored", type=int, default=1_000_000, help="people in the records of million")
    add("--bots", nargs="+", default=list(BOTS), choices=BOTS, help="of load, polling, start")
    add("--markdown", type=Path, metavar="FILE", help="where the tables are written, too")
    return parser


if __name__ == "__main__":
    main()
