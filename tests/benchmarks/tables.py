"""Figures as tables, for a terminal and for a document."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median

from rich.console import Console
from rich.table import Table

from tests.benchmarks.figures import Comparison, Figure

_LEGEND = (
    "Each cell has minimum, median and maximum of all runs. In brackets: between bots, how many"
    " times better the first column is by the median (more than 1: it is ahead); between settings"
    " of one bot, how many times as much it is as in the first column."
)
_HEADING = "## The last run\n"
"""What stands behind it in a document is written anew."""


def print_table(comparison: Comparison) -> None:
    """Print a comparison."""
    table = Table(title=comparison.title, caption=comparison.setting, title_justify="left")
    table.add_column("")
    for name in comparison.runs:
        table.add_column(name, justify="right")
    for label, cells in _rows(comparison):
        table.add_row(label, *cells)
    Console(width=50 + 36 * len(comparison.runs)).print(table)


def print_notes(notes: Sequence[str]) -> None:
    """Print how the tables are to be read."""
    for note in (_LEGEND, *notes):
        print(f"- {note}")


def write_document(path: Path, comparisons: Sequence[Comparison], notes: Sequence[str]) -> None:
    """Put the tables at the end of a document, in place of those of the run before."""
    before = path.read_text(encoding="utf-8") if path.exists() else ""
    parts = [
        before.partition(_HEADING)[0] + _HEADING,
        "".join(f"- {note}\n" for note in (*notes, _LEGEND)),
        *map(_markdown, comparisons),
    ]
    path.write_text("\n".join(parts), encoding="utf-8")


def _markdown(comparison: Comparison) -> str:
    lines = [
        f"### {comparison.title}",
        "",
        f"{comparison.setting[0].upper()}{comparison.setting[1:]}.",
        "",
        f"| | {' | '.join(comparison.runs)} |",
        f"| --- |{' ---: |' * len(comparison.runs)}",
        *(f"| {label} | {' | '.join(cells)} |" for label, cells in _rows(comparison)),
    ]
    return "\n".join(lines) + "\n"


def _rows(comparison: Comparison) -> Iterator[tuple[str, list[str]]]:
    for figure in comparison.figures:
        cells = [_cell(comparison, name, figure) for name in comparison.runs]
        yield f"{figure.name}, {figure.unit}", cells


def _cell(comparison: Comparison, name: str, figure: Figure) -> str:
    values = comparison.values(name, figure)
    if not values:
        return "–"
    each = dict.fromkeys([min(values), median(values), max(values)])
    text = " · ".join(f"{value:,.{figure.digits}f}" for value in each)
    ratio = comparison.ratio(name, figure)
    return text if ratio is None else f"{text} ({ratio:.3g}×)"
