"""The case and its verdicts in one line for the record system."""

from conversations.report.grounds import in_report_order
from conversations.screens.phrases import value_key
from conversations.screens.scene import Scene
from domain.facts.catalogue import FACTS
from domain.facts.fact import Answer, Number
from domain.ruleset import RULESET
from domain.unsuitability import Unsuitability

MOST_CHARACTERS = 256
"""What a copy button can hold; the fullest case fits in both languages."""


def copy_line(scene: Scene) -> str:
    """Return facts, verdicts and ruleset version in fixed abbreviations.

    Facts that are not known are left out, since nothing is said of them.
    """
    wording = scene.wording
    facts = [_fact(fact, answer, scene) for fact, answer in scene.consult.case.answers.items()]
    verdicts = [
        wording(f"copy.definition.{finding.definition.id}")
        + wording(f"copy.verdict.{finding.verdict}")
        for finding in in_report_order(scene)
    ]
    parts = [
        " ".join(part for part in facts if part),
        " ".join(verdicts),
        _unsuitability(scene),
        RULESET,
    ]
    return wording("copy.separator").join(part for part in parts if part)


def _fact(fact: str, answer: Answer, scene: Scene) -> str:
    """Return one answer, or nothing for a reason against TACE, which stands behind the verdicts."""
    wording = scene.wording
    if isinstance(FACTS[fact], Number) and not isinstance(answer, str):
        return wording(f"copy.{fact}", value=answer)
    key = f"copy.{fact}.{value_key(answer)}"
    return wording(key) if key in wording else ""


def _unsuitability(scene: Scene) -> str:
    """Return the reasons that apply, or that none does, and how many were not checked."""
    found, wording = scene.appraisal.unsuitability, scene.wording
    if found.verdict is Unsuitability.NOT_UNSUITABLE:
        return wording("copy.not_unsuitable")
    unchecked = wording("copy.unchecked", count=len(found.unknown))
    if not found.reasons:
        return wording("copy.none_found", unchecked=unchecked)
    reasons = [wording(f"copy.reason.{reason}") for reason in found.reasons]
    told = " ".join(reasons + [unchecked] * bool(found.unknown))
    return wording("copy.unsuitable", reasons=told)
