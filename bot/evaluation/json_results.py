"""Writes results as JSON Lines, in the shape and the order of the data contract."""

import json
from functools import lru_cache

from bot.evaluation.outcomes import Judged, Outcome, Refused
from domain.appraisal.appraise import Appraisal
from domain.appraisal.findings import CriterionFinding, DefinitionFinding, Flip
from domain.rules.definition import Status
from domain.ruleset import RULESET

_KEPT = 4096
_ENCODER = json.JSONEncoder(ensure_ascii=False, check_circular=False, allow_nan=False)


def json_line(outcome: Outcome) -> str:
    """Return the result as one line, its end included."""
    written = _refused(outcome) if isinstance(outcome, Refused) else _judged(outcome)
    return f"{_ENCODER.encode(written)}\n"


def _refused(refused: Refused) -> dict[str, object]:
    error = {"code": refused.code, "facts": refused.facts, "message": refused.message}
    return {"id": refused.id, "error": error}


def _judged(judged: Judged) -> dict[str, object]:
    appraisal = judged.appraisal
    unsuitability = appraisal.unsuitability
    return {
        "id": judged.id,
        "ruleset": RULESET,
        "definitions": {
            name: _finding(each, appraisal) for name, each in appraisal.definitions.items()
        },
        "unsuitability": {
            "verdict": unsuitability.verdict,
            "reasons": unsuitability.reasons,
            "unknown": unsuitability.unknown,
        },
        "cnlc": _staging(appraisal),
        "implied": dict(appraisal.case.implied),
        "warnings": [
            {"code": doubt.code, "facts": sorted(doubt.facts)} for doubt in appraisal.doubts
        ],
        "caveats": [caveat.id for caveat in appraisal.caveats],
        "case_code": judged.case_code,
    }


def _finding(finding: DefinitionFinding, appraisal: Appraisal) -> dict[str, object]:
    return {
        **_alone(finding),
        "flips": [_flip(flip) for flip in appraisal.flips_of(finding.definition.id)],
        "caveats": [caveat.id for caveat in appraisal.caveats_of(finding.definition.id)],
    }


@lru_cache(_KEPT)
def _alone(finding: DefinitionFinding) -> dict[str, object]:
    """Return what does not depend on the answers behind a finding, which many cases share."""
    return {
        "verdict": finding.verdict,
        "possible": sorted(finding.possible),
        "undecided_by": sorted(finding.undecided_by),
        "criteria": {each.criterion.id: _criterion(each) for each in finding.criteria},
    }


def _criterion(finding: CriterionFinding) -> dict[str, object]:
    written: dict[str, object] = {"status": finding.status}
    if finding.status is Status.UNKNOWN:
        written["missing"] = sorted(finding.missing)
    if finding.status is Status.NOT_ASSESSABLE:
        written["unmet_conditions"] = sorted(finding.unmet_conditions)
    return written


def _flip(flip: Flip) -> dict[str, object]:
    return {
        "fact": flip.fact,
        "from": flip.given,
        "to": flip.changed,
        "verdict": flip.verdict,
    }


def _staging(appraisal: Appraisal) -> dict[str, object] | None:
    staging = appraisal.staging
    return None if staging is None else {"stage": staging.stage, "tace": staging.tace}
