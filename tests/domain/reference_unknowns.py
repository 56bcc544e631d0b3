# What unanswered facts leave open and which answers would flip a verdict, by trying every
# answer of `tests.domain.reference` in turn. Independent of the package, like that file.

from collections.abc import Iterator
from typing import Any

from tests.domain.reference import (
    ANSWERS,
    DEFINITIONS,
    Facts,
    broken_rules,
    facts_read,
    facts_read_by,
    possible,
    possible_statuses,
)

FlipFound = tuple[str, Any, Any, str]


def admissible_answers(fact: str, case: Facts) -> Iterator[Any]:
    for answer in ANSWERS[fact]:
        if not broken_rules({**case, fact: answer}):
            yield answer


def undecided_by(definition: str, case: Facts) -> set[str]:
    now = possible(definition, case)
    return {
        fact
        for fact in facts_read_by(definition)
        if fact not in case
        for answer in admissible_answers(fact, case)
        if possible(definition, {**case, fact: answer}) != now
    }


def missing(definition: str, criterion: str, case: Facts) -> set[str]:
    now = possible_statuses(definition, criterion, case)
    return {
        fact
        for fact in facts_read(DEFINITIONS[definition][criterion])
        if fact not in case
        for answer in admissible_answers(fact, case)
        if possible_statuses(definition, criterion, {**case, fact: answer}) != now
    }


def unmet_conditions(definition: str, criterion: str, case: Facts) -> set[str]:
    if possible_statuses(definition, criterion, case) != {"not_assessable"}:
        return set()
    if case.get("tace_sessions") == 0:
        return {"tace_sessions"}
    trial = DEFINITIONS[definition][criterion].trial
    return {fact for fact, ok in trial.items() if fact in case and not ok(case[fact])}


def flips(definition: str, case: Facts) -> set[FlipFound]:
    now = possible(definition, case)
    if len(now) > 1:
        return set()
    found: set[FlipFound] = set()
    for fact, given in case.items():
        if fact not in ANSWERS:
            continue
        turning: list[tuple[Any, str]] = []
        for answer in admissible_answers(fact, case):
            then = possible(definition, {**case, fact: answer})
            if answer != given and len(then) == 1 and then != now:
                turning.append((answer, *then))
        found.update((fact, given, answer, then) for answer, then in _nearest(given, turning))
    return found


def _nearest(given: Any, turning: list[tuple[Any, str]]) -> list[tuple[Any, str]]:  # noqa: ANN401 - an answer of any fact
    # A range stands where no figure was measured, so a range is changed only for a range.
    same_kind = [each for each in turning if isinstance(each[0], str) == isinstance(given, str)]
    if isinstance(given, (bool, str)):
        return same_kind
    below = [each for each in same_kind if each[0] < given]
    above = [each for each in same_kind if each[0] > given]
    return [*below[-1:], *above[:1]]
