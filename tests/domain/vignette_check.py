# Comparing what a vignette expects, and only that, with what the rules say.

from collections.abc import Iterable, Mapping
from typing import Any

from domain.appraisal.appraise import Appraisal, appraise
from domain.appraisal.findings import DefinitionFinding
from domain.appraisal.grounds import split_facts
from domain.caveats.report import REPORT_CAVEATS, STAGING_CAVEATS
from domain.facts.admissibility import ContradictoryCaseError
from domain.facts.reading import read_case
from domain.rules.caveat import Caveat
from tests.domain.vignette import Vignette


def check(vignette: Vignette) -> None:
    expected = vignette.expect.model_dump(exclude_unset=True)
    try:
        case = read_case(vignette.case)
    except ContradictoryCaseError as refusal:
        _compare(expected, {"refused_for": list(refusal.facts)})
    else:
        _compare(expected, found(appraise(case)))


def found(appraisal: Appraisal) -> Mapping[str, Any]:
    unsuitability, staging = appraisal.unsuitability, appraisal.staging
    return {
        **{name: _found_by(finding, appraisal) for name, finding in appraisal.definitions.items()},
        "unsuitability": {
            "verdict": unsuitability.verdict,
            "reasons": list(unsuitability.reasons),
            "unknown": list(unsuitability.unknown),
        },
        "cnlc": staging and {"stage": staging.stage, "tace": staging.tace},
        "implied": [
            {"fact": fact, "answer": answer} for fact, answer in appraisal.case.implied.items()
        ],
        "warnings": [{"code": each.code, "facts": list(each.facts)} for each in appraisal.doubts],
        "caveats": _shown(appraisal.caveats, REPORT_CAVEATS + STAGING_CAVEATS),
        "split_on": list(split_facts(appraisal)),
        "refused_for": [],
    }


def _found_by(finding: DefinitionFinding, appraisal: Appraisal) -> Mapping[str, Any]:
    criteria = {each.criterion.id: each for each in finding.criteria}
    return {
        "verdict": finding.verdict,
        "possible": sorted(finding.possible),
        "undecided_by": sorted(finding.undecided_by),
        "criteria": {name: each.status for name, each in criteria.items()},
        "missing": {name: sorted(each.missing) for name, each in criteria.items()},
        "unmet_conditions": {
            name: sorted(each.unmet_conditions) for name, each in criteria.items()
        },
        "flips": [
            {"fact": flip.fact, "to": flip.changed, "verdict": flip.verdict}
            for flip in appraisal.flips_of(finding.definition.id)
        ],
        "caveats": _shown(appraisal.caveats_of(finding.definition.id), finding.definition.caveats),
    }


def _shown(applying: Iterable[Caveat], declared: Iterable[Caveat]) -> dict[str, str]:
    shown = {caveat.id for caveat in applying}
    return {caveat.id: "present" if caveat.id in shown else "absent" for caveat in declared}


# Of what has names only the named is compared, and a name that is not found is an error.
def _compare(expected: Any, actual: Any) -> None:  # noqa: ANN401 - plain data of any shape
    if not isinstance(expected, dict) or actual is None:
        assert actual == expected
        return
    for name, each in expected.items():
        _compare(each, actual[name])
