"""Which caveats apply to a case and what the rules made of it."""

from collections.abc import Iterable, Mapping
from functools import cache

from domain.appraisal.findings import DefinitionFinding
from domain.caveats.report import REPORT_CAVEATS, STAGING_CAVEATS
from domain.facts.case import Case
from domain.logic.knowledge import Known
from domain.logic.panel import Panel
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


def definition_caveats(finding: DefinitionFinding, case: Case) -> tuple[Caveat, ...]:
    """Return the definition's own caveats that apply."""
    outcomes: dict[str, Known] = {VERDICT.name: finding.verdict}
    for each in finding.criteria:
        outcomes[criterion_met(each.criterion.id).name] = each.status is Status.MET
    definition = finding.definition
    return _applying(definition.caveats, _panel(definition), case, outcomes)


def report_caveats(
    findings: Iterable[DefinitionFinding],
    unsuitability: UnsuitabilityFinding,
    staging: StagingFinding | None,
    case: Case,
) -> tuple[Caveat, ...]:
    """Return the caveats of the whole report, then those of staging, that apply."""
    verdicts = {finding.verdict for finding in findings}
    outcomes: dict[str, Known] = {
        SOME_REFRACTORY.name: Verdict.REFRACTORY in verdicts,
        SOME_NOT_REFRACTORY.name: Verdict.NOT_REFRACTORY in verdicts,
        SOME_NOT_ASSESSABLE.name: Verdict.NOT_ASSESSABLE in verdicts,
        UNSUITABLE.name: unsuitability.verdict is Unsuitability.UNSUITABLE,
        NOT_UNSUITABLE.name: unsuitability.verdict is Unsuitability.NOT_UNSUITABLE,
        STAGED.name: staging is not None,
    }
    return _applying(_OF_THE_REPORT, _REPORT_PANEL, case, outcomes)


def _applying(
    caveats: tuple[Caveat, ...], panel: Panel, case: Case, outcomes: Mapping[str, Known]
) -> tuple[Caveat, ...]:
    truths = panel.truths({**case.known, **outcomes})
    return tuple(caveat for caveat, applies in zip(caveats, truths, strict=True) if applies)


@cache
def _panel(definition: Definition) -> Panel:
    return Panel(caveat.when for caveat in definition.caveats)


_OF_THE_REPORT = REPORT_CAVEATS + STAGING_CAVEATS
_REPORT_PANEL = Panel(caveat.when for caveat in _OF_THE_REPORT)
