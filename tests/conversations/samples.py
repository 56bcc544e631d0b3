# A broad set of consults, the same in every run: each answer of each fact alone, and combinations
# spread evenly over everything that can be combined.

from collections.abc import Iterator
from math import prod

from conversations.consult.state import Consult
from domain.facts.admissibility import ContradictoryCaseError
from domain.facts.catalogue import FACTS
from domain.facts.fact import Number
from tests.conversations.showing import consult

_OPEN = None
_OPTIONS: dict[str, tuple[object, ...]] = {
    "tace_sessions": (_OPEN, 0, 1, 2, 3, 3, 5),
    "sessions_within_6_months": (_OPEN, 0, 1, 2, 3),
    "treatment_intent": (_OPEN, "palliative", "curative"),
    "target_response": (_OPEN, "CR", "PR", "SD", "PD", "PD", "SD"),
    "progressed_from_baseline": (_OPEN, True, False),
    "residual_viability_percent": (_OPEN, 0, "up_to_50", 50, "over_50", 64.5, 120),
    "imaging_timing": (_OPEN, "before_1_month", "within_1_to_3_months", "after_3_months"),
    "new_intrahepatic_lesions": (
        _OPEN,
        "none",
        "after_latest_session",
        "after_consecutive_sessions",
    ),
    "vascular_invasion": (_OPEN, "absent", "preexisting", "new"),
    "extrahepatic_spread": (_OPEN, "absent", "preexisting", "new"),
    "tumor_marker_trend": (_OPEN, "not_rising", "rising"),
    "technique_reassessed": (_OPEN, True, False),
    "standardized_technique": (_OPEN, True, False),
    "child_pugh_class": (_OPEN, "A", "A", "B", "C"),
    "ecog": (_OPEN, 0, 1, 3),
    "hepatic_artery_occluded": (_OPEN, False, False, True),
    "severe_jaundice": (_OPEN, False, False, True),
    "hepatic_encephalopathy": (_OPEN, False, False, True),
    "refractory_ascites": (_OPEN, False, False, True),
    "hepatorenal_syndrome": (_OPEN, False, False, True),
    "diffuse_arteriovenous_fistula": (_OPEN, False, False, True),
    "tumor_count": (_OPEN, 1, 2, 4),
    "largest_tumor_cm": (_OPEN, 3, 4.5, 6),
}
_STEP = 2_305_843_009_213_693_951
"""A prime far from every product of small numbers: its multiples wander through all of them."""


# So many combinations, of which some facts are open, and of those every third not known.
def spread(count: int) -> Iterator[Consult]:
    combinations = prod(len(options) for options in _OPTIONS.values())
    for number in range(1, count + 1):
        place = number * _STEP % combinations
        facts: dict[str, object] = {}
        for fact, options in _OPTIONS.items():
            place, choice = divmod(place, len(options))
            facts[fact] = options[choice]
        yield _admitted(facts, number)


def _admitted(facts: dict[str, object], number: int) -> Consult:
    given = {fact: answer for fact, answer in facts.items() if answer is not _OPEN}
    while True:
        try:
            answered = consult(**given)
        except ContradictoryCaseError as refusal:
            del given[refusal.facts[number % len(refusal.facts)]]
        else:
            left = [fact for fact in FACTS if answered.is_open(fact)]
            return Consult(answered.case, frozenset(left[number % 3 :: 3]))


def each_answer_alone() -> Iterator[Consult]:
    for fact, declared in FACTS.items():
        yield consult(fact)
        options = [answer for answer in _OPTIONS[fact] if answer is not _OPEN]
        values = [*declared.ranges, *options] if isinstance(declared, Number) else declared.values
        yield from (consult(**{fact: answer}) for answer in values)
