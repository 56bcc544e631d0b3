"""Which caveats apply to a case and what the rules made of it."""

from collections.abc import Iterable
from functools import cache, lru_cache

from domain.appraisal.findings import DefinitionFinding
from domain.caveats.report import REPORT_CAVEATS, STAGING_CAVEATS
from domain.facts.case import Case
from domain.facts.fact import Choice
from domain.logic.knowledge import Knowledge
from domain.logic.panel import Panel, Values
from domain.rules.caveat import Caveat
from domain.rules.definition import Definition, Status, Verdict
from domain.rules.outcomes import (
    NOT_UNSUITABLE,
    SOME_NOT_ASSESSABLE,
    SOME_NOT_REFRACTORY,
    SOME_REFRACTORY,
    STAGED,
    UNSUITABLE,
    VERDICT,
    criterion_met,
)
from domain.staging import StagingFinding
from domain.unsuitability import Unsuitability, UnsuitabilityFinding

_KEPT = 1024


def definition_caveats(finding: DefinitionFinding, case: Case) -> tuple[Caveat, ...]:
    """Return the definition's own caveats that apply."""
    return _caution(finding.definition).applying(case.known, _outcomes(finding))


@lru_cache(_KEPT)
def _outcomes(finding: DefinitionFinding) -> Values:
    """Return the verdict, then of each criterion whether it is met."""
    return (finding.verdict, *[each.status is Status.MET for each in finding.criteria])


def report_caveats(
    findings: Iterable[DefinitionFinding],
    unsuitability: UnsuitabilityFinding,
    staging: StagingFinding | None,
    case: Case,
) -> tuple[Caveat, ...]:
    """Return the caveats of the whole report, then those of staging, that apply."""
    verdicts = {finding.verdict for finding in findings}
    outcomes = (
        Verdict.REFRACTORY in verdicts,
        Verdict.NOT_REFRACTORY in verdicts,
        Verdict.NOT_ASSESSABLE in verdicts,
        unsuitability.verdict is Unsuitability.UNSUITABLE,
        unsuitability.verdict is Unsuitability.NOT_UNSUITABLE,
        staging is not None,
    )
    return _OF_THE_REPORT.applying(case.known, outcomes)


class _Caution:
    """Some caveats, and the outcomes that they read beside the facts."""

    def __init__(self, caveats: tuple[Caveat, ...], outcomes: Iterable[Choice]) -> None:
        self._caveats = caveats
        self._panel = Panel((each.when for each in caveats), (each.name for each in outcomes))
        self._chosen = lru_cache(_KEPT)(self._choose)

    def applying(self, known: Knowledge, outcomes: Values) -> tuple[Caveat, ...]:
        """Return the caveats that apply to what is known of a case, with these outcomes."""
        return self._chosen(self._panel.truths(known, outcomes))

    def _choose(self, truths: tuple[bool | None, ...]) -> tuple[Caveat, ...]:
        return tuple(each for each, applies in zip(self._caveats, truths, strict=True) if applies)


@cache
def _caution(definition: Definition) -> _Caution:
    met = (criterion_met(each.id) for each in definition.criteria)
    return _Caution(definition.caveats, (VERDICT, *met))


_OF_THE_REPORT = _Caution(
    REPORT_CAVEATS + STAGING_CAVEATS,
    (
        SOME_REFRACTORY,
        SOME_NOT_REFRACTORY,
        SOME_NOT_ASSESSABLE,
        UNSUITABLE,
        NOT_UNSUITABLE,
        STAGED,
    ),
)
