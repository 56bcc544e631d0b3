"""Measures what the project costs: python -m tests.benchmarks [NAME ...], all without a name."""

import argparse
import asyncio
import os
import sys
from collections.abc import Callable, Coroutine, Sequence
from pathlib import Path
from typing import Any

from tests.benchmarks import appraisal, taps
from tests.benchmarks.bots.peers import AIOGRAM_DIALOG, CONCURRENT, CONVERSATION_HANDLER
from tests.benchmarks.bots.process import EndedError
from tests.benchmarks.bots.product import PRODUCT
from tests.benchmarks.figures import Comparison
from tests.benchmarks.machine import machine_notes
from tests.benchmarks.options import Options
from tests.benchmarks.people.crowd import NotAnsweredError
from tests.benchmarks.scenarios.evaluate import evaluate
from tests.benchmarks.scenarios.held import held
from tests.benchmarks.scenarios.load import load, polling
from tests.benchmarks.scenarios.memory import memory
from tests.benchmarks.scenarios.million import million
from tests.benchmarks.scenarios.replicas import replicas
from tests.benchmarks.scenarios.start import start
from tests.benchmarks.tables import print_notes, print_table, write_document

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
    parser = _arguments()
    given = parser.parse_args()
    if unknown := set(given.names) - {*TEXTS, *SCENARIOS}:
        parser.error(f"{', '.join(sorted(unknown))}: not among {', '.join([*TEXTS, *SCENARIOS])}")
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
    found, failed = _run(given.names or [*TEXTS, *SCENARIOS], options)
    peers = [bot for bot in options.bots if any(bot.name in each.runs for each in found)]
    notes = [*machine_notes(), *(f"{bot.name} {bot.differs}." for bot in peers if bot.differs)]
    if found:
        print_notes(notes)
    if given.markdown:
        write_document(given.markdown, found, notes)
    if failed:
        sys.exit(1)


def _run(names: Sequence[str], options: Options) -> tuple[list[Comparison], bool]:
    """Print each scenario's tables, and return all of them, and whether one could not be had."""
    found: list[Comparison] = []
    failed = False
    for name in names:
        if name in TEXTS:
            print(TEXTS[name]())
            continue
        try:
            comparisons = asyncio.run(SCENARIOS[name](options))
        except (EndedError, NotAnsweredError) as error:
            print(f"{name} could not be measured: {error}", file=sys.stderr)
            failed = True
            continue
        for comparison in comparisons:
            print_table(comparison)
        found += comparisons
    return found, failed


def _arguments() -> argparse.ArgumentParser:
    names = (*TEXTS, *SCENARIOS)
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    add = parser.add_argument
    add(
        "names",
        nargs="*",
        metavar="NAME",
        help=f"{', '.join(names)}; all where none is given",
    )
    add("--runs", type=int, default=5, help="of everything (5)")
    add("--seconds", type=float, default=1.5, help="how long each thing is measured (1.5)")
    add("--users", type=int, nargs="+", default=[], help="of load and polling")
    add("--delay", type=int, nargs="+", default=[], dest="delays", help="of Telegram, in ms")
    add("--consults", type=int, nargs="+", default=[1_000, 2_000], help="of memory")
    add("--stored", type=int, default=1_000_000, help="people in the records of million")
    add("--bots", nargs="+", default=list(BOTS), choices=BOTS, help="of load, polling, start")
    add("--markdown", type=Path, metavar="FILE", help="a document whose last part they replace")
    return parser


if __name__ == "__main__":
    main()
