"""Writes results as JSON Lines, in the shape and the order of the data contract.

Parts that many cases share are kept as text, each under what it is written from: to encode them
anew for every case would take as long as judging it.
"""

import json
from collections.abc import Collection, Mapping
from functools import lru_cache

from bot.evaluation.outcomes import Judged, Outcome, Refused
from bot.evaluation.records import Id
from domain.appraisal.findings import CriterionFinding, DefinitionFinding, Flip
from domain.facts.fact import Answer
from domain.facts.plausibility import Doubt
from domain.rules.caveat import Caveat
from domain.rules.definition import Status
from domain.ruleset import RULESET
from domain.staging import StagingFinding
from domain.unsuitability import UnsuitabilityFinding

_KEPT = 2048
"""Texts of each kind that are kept, the latest; the longest have about half a kilobyte."""

_encode = json.JSONEncoder(ensure_ascii=False, check_circular=False, allow_nan=False).encode


def json_line(outcome: Outcome) -> str:
    """Return the result as one line, its end included."""
    written = _refused(outcome) if isinstance(outcome, Refused) else _judged(outcome)
    return f"{written}\n"


def _refused(refused: Refused) -> str:
    error = {"code": refused.code, "facts": refused.facts, "message": refused.message}
    return _encode({"id": refused.id, "error": error})


def _judged(judged: Judged) -> str:
    appraisal = judged.appraisal
    definitions = [
        f'"{name}": {_finding(each, appraisal.flips_of(name), appraisal.caveats_of(name))}'
        for name, each in appraisal.definitions.items()
    ]
    return (
        f'{{"id": {_id(judged.id)}, "ruleset": "{RULESET}",'
        f' "definitions": {{{", ".join(definitions)}}},'
        f' "unsuitability": {_unsuitability(appraisal.unsuitability)},'
        f' "cnlc": {_staging(appraisal.staging)},'
        f' "implied": {_implied(appraisal.case.implied)},'
        f' "warnings": {_warnings(appraisal.doubts)},'
        f' "caveats": {_caveats(appraisal.caveats)},'
        f' "case_code": "{judged.case_code}"}}'
    )


def _id(value: Id) -> str:
    return str(value) if type(value) is int else _encode(value)


def _finding(
    finding: DefinitionFinding, flips: tuple[Flip, ...], caveats: tuple[Caveat, ...]
) -> str:
    flipping = ", ".join(map(_flip, flips))
    return f'{{{_alone(finding)}, "flips": [{flipping}], "caveats": {_caveats(caveats)}}}'


@lru_cache(_KEPT)
def _alone(finding: DefinitionFinding) -> str:
    """Return the members that do not depend on the answers behind a finding."""
    criteria = [f'"{each.criterion.id}": {_criterion(each)}' for each in finding.criteria]
    return (
        f'"verdict": "{finding.verdict}",'
        f' "possible": {_sorted(finding.possible)},'
        f' "undecided_by": {_sorted(finding.undecided_by)},'
        f' "criteria": {{{", ".join(criteria)}}}'
    )


@lru_cache(_KEPT)
def _criterion(finding: CriterionFinding) -> str:
    written: dict[str, object] = {"status": finding.status}
    if finding.status is Status.UNKNOWN:
        written["missing"] = sorted(finding.missing)
    if finding.status is Status.NOT_ASSESSABLE:
        written["unmet_conditions"] = sorted(finding.unmet_conditions)
    return _encode(written)


@lru_cache(_KEPT)
def _sorted(names: Collection[str]) -> str:
    return _encode(sorted(names))


@lru_cache(_KEPT)
def _flip(flip: Flip) -> str:
    return _encode(
        {
            "fact": flip.fact,
            "from": flip.given,
            "to": flip.changed,
            "verdict": flip.verdict,
        }
    )


@lru_cache(_KEPT)
def _caveats(caveats: tuple[Caveat, ...]) -> str:
    return _encode([caveat.id for caveat in caveats])


@lru_cache(_KEPT)
def _unsuitability(finding: UnsuitabilityFinding) -> str:
    return _encode(
        {
            "verdict": finding.verdict,
            "reasons": finding.reasons,
            "unknown": finding.unknown,
        }
    )


@lru_cache(_KEPT)
def _staging(finding: StagingFinding | None) -> str:
    return _encode(finding and {"stage": finding.stage, "tace": finding.tace})


def _implied(answers: Mapping[str, Answer]) -> str:
    return _encode(dict(answers)) if answers else "{}"


@lru_cache(_KEPT)
def _warnings(doubts: tuple[Doubt, ...]) -> str:
    return _encode([{"code": doubt.code, "facts": sorted(doubt.facts)} for doubt in doubts])
