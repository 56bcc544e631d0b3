"""Writes results as CSV: flat columns that stay, one row a case.

The columns hold what a table needs; criteria and flips stand in JSON Lines alone.
"""

import csv
from collections.abc import Iterable
from io import StringIO

from bot.evaluation.outcomes import Judged, Outcome, Refused
from bot.evaluation.records import Id
from domain.definitions import DEFINITIONS
from domain.facts.fact import Answer
from domain.ruleset import RULESET

_NAMES = tuple(definition.id for definition in DEFINITIONS)

COLUMNS = (
    "id",
    "ruleset",
    *(f"{name}.verdict" for name in _NAMES),
    *(f"{name}.undecided_by" for name in _NAMES),
    *(f"{name}.caveats" for name in _NAMES),
    "unsuitability.verdict",
    "unsuitability.reasons",
    "unsuitability.unknown",
    "cnlc.stage",
    "cnlc.tace",
    "implied",
    "warnings",
    "caveats",
    "case_code",
    "error.code",
    "error.facts",
    "error.message",
)

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
"""What makes a spreadsheet take a cell for a formula, which it would then run."""


def csv_header() -> str:
    """Return the row of column names, its end included."""
    return _row(COLUMNS)


def csv_row(outcome: Outcome) -> str:
    """Return the result as one row, its end included."""
    cells = _refused(outcome) if isinstance(outcome, Refused) else _judged(outcome)
    return _row(_harmless(cells.get(column, "")) for column in COLUMNS)


def _refused(refused: Refused) -> dict[str, str]:
    return {
        "id": _scalar(refused.id),
        "error.code": refused.code,
        "error.facts": _listed(refused.facts),
        "error.message": refused.message,
    }


def _judged(judged: Judged) -> dict[str, str]:
    appraisal = judged.appraisal
    cells = {
        "id": _scalar(judged.id),
        "ruleset": RULESET,
        "unsuitability.verdict": appraisal.unsuitability.verdict,
        "unsuitability.reasons": _listed(appraisal.unsuitability.reasons),
        "unsuitability.unknown": _listed(appraisal.unsuitability.unknown),
        "implied": _listed(
            f"{fact}={_scalar(answer)}" for fact, answer in appraisal.case.implied.items()
        ),
        "warnings": _listed(doubt.code for doubt in appraisal.doubts),
        "caveats": _listed(caveat.id for caveat in appraisal.caveats),
        "case_code": judged.case_code,
    }
    for name, finding in appraisal.definitions.items():
        cells[f"{name}.verdict"] = finding.verdict
        cells[f"{name}.undecided_by"] = _listed(sorted(finding.undecided_by))
        cells[f"{name}.caveats"] = _listed(caveat.id for caveat in appraisal.caveats_of(name))
    if appraisal.staging:
        cells["cnlc.stage"] = appraisal.staging.stage
        cells["cnlc.tace"] = appraisal.staging.tace
    return cells


def _listed(each: Iterable[str]) -> str:
    return ";".join(each)


def _scalar(value: Id | Answer) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else str(value)


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA_STARTS) else cell


def _row(cells: Iterable[str]) -> str:
    text = StringIO()
    # The writer quotes only those line breaks that it ends a row with: both, then.
    csv.writer(text, lineterminator="\r\n").writerow(cells)
    return text.getvalue().removesuffix("\r\n") + "\n"
