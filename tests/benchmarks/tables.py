"""Figures as tables, for a terminal and for a document."""

from collections.abc import Iterator
from statistics import median

from rich.console import Console
from rich.table import Table

from tests.benchmarks.figures import Comparison, Figure


def print_table(comparison: Comparison) -> None:
    """Print a comparison: minimum, median and maximum of all runs, and the ratio to each other."""
    table = Table(title=comparison.title, caption=comparison.setting, title_justify="left")
    table.add_column("")
    for name in comparison.runs:
        table.add_column(name, justify="right")
    for label, cells in _rows(comparison):
        table.add_row(label, *cells)
    Console(width=40 + 36 * len(comparison.runs)).print(table)


def markdown(comparison: Comparison) -> str:
    """Return the same as Markdown."""
    lines = [
        f"### {comparison.title}",
        "",
        comparison.setting + ".",
        "",
        f"| | {' | '.join(comparison.runs)} |",
        f"| --- |{' ---: |' * len(comparison.runs)}",
        *(f"| {label} | {' | '.join(cells)} |" for label, cells in _rows(comparison)),
    ]
    return "\n".join(lines) + "\n"


def _rows(comparison: Comparison) -> Iterator[tuple[str, list[str]]]:
    for figure in comparison.figures:
        cells = [_cell(comparison, name, figure) for name in comparison.runs]
        yield f"{figure.name} ({figure.unit})", cells


def _cell(comparison: Comparison, name: str, figure: Figure) -> str:
    values = comparison.values(name, figure)
    if not values:
        return "–"
    each = (min(values), median(values), max(values))
    text = " · ".join(f"{value:.{figure.digits}f}" for value in each)
    ratio = comparison.ratio(name, figure)
    return text if ratio is None else f"{text} ({ratio:.3g}×)"
