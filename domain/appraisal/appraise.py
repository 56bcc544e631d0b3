"""The one function that appraises a case."""

from dataclasses import replace
from types import MappingProxyType

from domain.appraisal.caution import definition_caveats, report_caveats
from domain.appraisal.findings import Appraisal
from domain.appraisal.flips import flips
from domain.appraisal.judgement import judge
from domain.definitions import DEFINITIONS
from domain.facts.case import Case
from domain.facts.plausibility import doubts
from domain.staging import stage
from domain.unsuitability import judge_unsuitability


def appraise(case: Case) -> Appraisal:
    """Return what all rules say of the case, settled or not."""
    unsuitability = judge_unsuitability(case.known)
    staging = stage(case.answers)
    findings = {}
    for definition in DEFINITIONS:
        finding = judge(definition, case)
        findings[definition.id] = replace(
            finding, caveats=definition_caveats(finding, case), flips=flips(finding, case)
        )
    return Appraisal(
        case=case,
        definitions=MappingProxyType(findings),
        unsuitability=unsuitability,
        staging=staging,
        caveats=report_caveats(findings.values(), unsuitability, staging, case),
        doubts=doubts(case.known),
    )
