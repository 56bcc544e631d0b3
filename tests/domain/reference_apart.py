# Unsuitability and CNLC stage as plain brute force, independent of the package, like
# `tests.domain.reference`.

from collections.abc import Iterator
from itertools import product
from typing import Any

from tests.domain.reference import Facts, broken_rules

REASONS: dict[str, tuple[str, Any]] = {
    "hepatic_artery_occlusion": ("hepatic_artery_occluded", True),
    "child_pugh_c": ("child_pugh_class", "C"),
    "severe_jaundice": ("severe_jaundice", True),
    "hepatic_encephalopathy": ("hepatic_encephalopathy", True),
    "refractory_ascites": ("refractory_ascites", True),
    "hepatorenal_syndrome": ("hepatorenal_syndrome", True),
    "ecog_above_2": ("ecog", (3, 4)),
    "diffuse_arteriovenous_fistula": ("diffuse_arteriovenous_fistula", True),
}

STAGING_ANSWERS: dict[str, tuple[Any, ...]] = {
    "ecog": (2, 3),
    "child_pugh_class": ("A", "B", "C"),
    "extrahepatic_spread": ("absent", "preexisting", "new"),
    "vascular_invasion": ("absent", "preexisting", "new"),
    "tumor_count": (1, 2, 3, 4),
    "largest_tumor_cm": (3, 3.1, 5, 5.1),
}

TACE_BY_STAGE = {
    "Ia": "not_listed",
    "Ib": "recommended",
    "IIa": "recommended",
    "IIb": "first_choice",
    "IIIa": "first_choice",
    "IIIb": "recommended",
    "IV": "not_listed",
}


def unsuitability(case: Facts) -> tuple[str, list[str], list[str]]:
    reasons, unknown = [], []
    for reason, (fact, against) in REASONS.items():
        if fact not in case:
            unknown.append(reason)
        elif case[fact] == against or (fact == "ecog" and case[fact] in against):
            reasons.append(reason)
    if reasons:
        return "unsuitable", reasons, unknown
    return ("indeterminate" if unknown else "not_unsuitable"), reasons, unknown


def stage_of(complete: Facts) -> str:
    if complete["ecog"] >= 3 or complete["child_pugh_class"] == "C":
        return "IV"
    if complete["extrahepatic_spread"] != "absent":
        return "IIIb"
    if complete["vascular_invasion"] != "absent":
        return "IIIa"
    if complete["tumor_count"] >= 4:
        return "IIb"
    if complete["tumor_count"] >= 2:
        return "IIa" if complete["largest_tumor_cm"] > 3 else "Ib"
    return "Ib" if complete["largest_tumor_cm"] > 5 else "Ia"


def staged_completions(case: Facts) -> Iterator[Facts]:
    unanswered = [fact for fact in STAGING_ANSWERS if fact not in case]
    for answers in product(*(STAGING_ANSWERS[fact] for fact in unanswered)):
        complete = {**case, **dict(zip(unanswered, answers, strict=True))}
        if not broken_rules(complete):
            yield complete


def settled_stage(case: Facts) -> str | None:
    stages = {stage_of(complete) for complete in staged_completions(case)}
    return stages.pop() if len(stages) == 1 else None
