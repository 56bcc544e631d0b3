"""In a few words, what decided a verdict or a criterion."""

from collections.abc import Iterable

from conversations.screens.phrases import names, said
from conversations.screens.scene import Scene
from domain.appraisal.findings import CriterionFinding, DefinitionFinding
from domain.appraisal.grounds import deciding_facts
from domain.facts.catalogue import FACTS, SESSIONS_WITHIN_6_MONTHS, TACE_SESSIONS
from domain.facts.fact import Number
from domain.logic.conditions import AtLeast
from domain.rules.definition import Status, Verdict

_NAMED = 2
_DECISIVE = {
    Verdict.REFRACTORY: Status.MET,
    Verdict.NOT_ASSESSABLE: Status.NOT_ASSESSABLE,
    Verdict.NOT_REFRACTORY: Status.NOT_MET,
}
"""The status that a criterion must have to have brought a verdict about."""


def in_report_order(scene: Scene) -> list[DefinitionFinding]:
    """Return the findings of all definitions, those that lead the report first."""
    findings = scene.appraisal.definitions.values()
    return sorted(findings, key=lambda finding: finding.definition.report_place)


def verdict_ground(finding: DefinitionFinding, scene: Scene) -> str:
    """Return what decided a definition's verdict: "2 of at least 3 sessions"."""
    wording = scene.wording
    if finding.verdict is Verdict.INDETERMINATE:
        return wording("report.open_until", facts=_first_names(finding.undecided_by, scene))
    if finding.verdict is Verdict.NOT_REFRACTORY and len(finding.criteria) > 1:
        return wording.count("report.no_criterion_met", len(finding.criteria))
    grounds = [
        ground
        for each in finding.criteria
        if each.status is _DECISIVE[finding.verdict]
        for ground in _grounds(each, scene)
    ]
    return wording("list.comma").join(dict.fromkeys(grounds))


def criterion_ground(finding: CriterionFinding, scene: Scene) -> str:
    """Return what decided a criterion's status."""
    return scene.wording("list.comma").join(_grounds(finding, scene))


def _grounds(finding: CriterionFinding, scene: Scene) -> list[str]:
    """Return what decided a criterion's status; of a met one also its trial in numbers."""
    if finding.status is Status.UNKNOWN:
        missing = names(scene.wording, finding.missing)
        return [scene.wording("report.open_until", facts=missing)]
    if finding.status is Status.NOT_ASSESSABLE:
        return _what_the_trial_lacked(finding, scene)
    decided = _said(deciding_facts(finding, scene.consult.case), scene)
    if finding.status is Status.NOT_MET:
        return decided
    counted = (each.fact for each in finding.criterion.fair_trial if isinstance(each, AtLeast))
    return decided + _said(counted, scene)


def _first_names(facts: tuple[str, ...], scene: Scene) -> str:
    """Return the names of the first facts, and how many more there are."""
    named = names(scene.wording, facts[:_NAMED])
    if len(facts) <= _NAMED:
        return named
    return scene.wording("report.and_more", facts=named, count=len(facts) - _NAMED)


def _what_the_trial_lacked(finding: CriterionFinding, scene: Scene) -> list[str]:
    case, wording = scene.consult.case, scene.wording
    if case.tace_sessions == 0:
        return [wording("need.tace_sessions.zero")]
    bounds = {
        each.fact: each.ticks for each in finding.criterion.fair_trial if isinstance(each, AtLeast)
    }
    if SESSIONS_WITHIN_6_MONTHS.name in bounds:
        # As many are needed in all as within six months.
        bounds[TACE_SESSIONS.name] = bounds[SESSIONS_WITHIN_6_MONTHS.name]
    lacking = deciding_facts(finding, case)
    return [
        wording(f"need.{fact}.at_least", value=case.answers[fact], bound=bounds[fact])
        if isinstance(FACTS[fact], Number)
        else wording(f"need.{fact}")
        for fact in lacking
    ]


def _said(facts: Iterable[str], scene: Scene) -> list[str]:
    case, wording = scene.consult.case, scene.wording
    given = {**case.answers, **case.implied}
    return [said(wording, fact, given[fact]) for fact in facts if fact in given]
