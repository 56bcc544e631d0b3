"""Which single answer, given otherwise, would turn a settled verdict into another."""

from collections.abc import Iterator

from domain.appraisal.compiled import CompiledDefinition, compiled
from domain.appraisal.findings import DefinitionFinding, Flip
from domain.facts.case import Case
from domain.facts.catalogue import FACTS
from domain.facts.fact import Answer, Choice
from domain.rules.definition import Verdict
from domain.worlds.bond import Answers, Bond
from domain.worlds.cells import NumberCells


def flips(finding: DefinitionFinding, case: Case) -> tuple[Flip, ...]:
    """Return the flips of a settled verdict, in catalogue order; none while it is open.

    Of a number the nearest value on either side is given, of a named value each other one
    that flips the verdict, the case staying admissible.
    """
    if not finding.settled:
        return ()
    rules = compiled(finding.definition)
    elsewhere = ~rules.verdicts[finding.verdict]
    found = [
        flip
        for bond, given, others in _without_each(rules, rules.worlds.given(case.answers))
        if others & elsewhere
        for flip in _turning(rules, finding.verdict, bond, given, others)
    ]
    return tuple(sorted(found, key=lambda flip: _PLACES[flip.fact]))


_PLACES = {fact: place for place, fact in enumerate(FACTS)}


def _without_each(rules: CompiledDefinition, given: Answers) -> Iterator[tuple[Bond, Answers, int]]:
    """Yield each bond with the answers to its facts, and the worlds that all others leave."""
    leaving = [(bond, own, bond[own]) for bond, own in rules.worlds.answered(given)]
    behind = [rules.worlds.admissible]
    for _, _, left in reversed(leaving):
        behind.append(behind[-1] & left)
    before = rules.worlds.admissible
    for bond, own, left in leaving:
        behind.pop()
        yield bond, own, before & behind[-1]
        before &= left


def _turning(
    rules: CompiledDefinition, settled: Verdict, bond: Bond, given: Answers, others: int
) -> Iterator[Flip]:
    """Yield the flips of the answers to one bond's facts."""
    for place, (fact, answer) in enumerate(zip(bond.facts, given, strict=True)):
        if answer is None or fact not in rules.worlds.cells:
            continue
        for side in _alternatives(rules, fact, answer):
            for changed in side:
                instead = (*given[:place], changed, *given[place + 1 :])
                verdict = rules.settled(others & bond[instead])
                if verdict is not None and verdict is not settled:
                    yield Flip(fact, answer, changed, verdict)
                    break


def _alternatives(rules: CompiledDefinition, fact: str, given: Answer) -> list[list[Answer]]:
    """Return the answers to try instead: of each list only the first that flips counts."""
    cells = rules.worlds.cells[fact]
    if isinstance(cells, NumberCells):
        return list(cells.nearest(given))
    choice = FACTS[fact]
    values = choice.values if isinstance(choice, Choice) else ()
    return [[value] for value in values if value != given]
