# Completing a case by trying answers one by one, going back where none of a fact's fits.

from collections.abc import Iterator

from domain.facts.admissibility import ContradictoryCaseError
from domain.facts.case import Case
from domain.facts.catalogue import FACTS
from domain.facts.fact import Answer, Number


def completions(case: Case) -> Iterator[Case]:
    for fact, declared in FACTS.items():
        if fact in case.answers or (declared.follows_tace and case.tace_sessions == 0):
            continue
        for answer in _some_answers(fact):
            try:
                answered = case.with_answer(fact, answer)
            except ContradictoryCaseError:
                continue
            yield from completions(answered)
        return
    yield case


def _some_answers(fact: str) -> list[Answer]:
    declared = FACTS[fact]
    if isinstance(declared, Number):
        return [declared.value(declared.ticks(bound)) for bound in (declared.low, declared.high)]
    return list(declared.values)
