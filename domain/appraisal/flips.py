"""Which single answer, given otherwise, would turn a settled verdict into another."""

from collections.abc import Iterator, Mapping

from domain.appraisal.compiled import CompiledDefinition, compiled
from domain.appraisal.findings import DefinitionFinding, Flip
from domain.facts.case import Case
from domain.facts.catalogue import FACTS
from domain.facts.fact import Answer, Choice
from domain.rules.definition import Verdict
from domain.worlds.cells import NumberCells


def flips(finding: DefinitionFinding, case: Case) -> tuple[Flip, ...]:
    """Return the flips of a settled verdict, in catalogue order; none while it is open.

    Of a number the nearest value on either side is given, of a named value each other one
    that flips the verdict, the case staying admissible.
    """
    if not finding.settled:
        return ()
    rules = compiled(finding.definition)
    return tuple(
        Flip(fact, case.answers[fact], changed, verdict)
        for fact, others in _without_each(rules, case.answers)
        for changed, verdict in _turning(rules, finding.verdict, fact, case.answers[fact], others)
    )


def _without_each(
    rules: CompiledDefinition, answers: Mapping[str, Answer]
) -> Iterator[tuple[str, int]]:
    """Yield each answered fact that bears on the verdict, with what all other answers admit."""
    worlds = rules.worlds
    admitted = [worlds.answered(fact, answer) for fact, answer in answers.items()]
    behind = [worlds.admissible]
    for admits in reversed(admitted):
        behind.append(behind[-1] & admits)
    before = worlds.admissible
    for fact, admits in zip(answers, admitted, strict=True):
        behind.pop()
        if fact in worlds.cells:
            yield fact, before & behind[-1]
        before &= admits


def _turning(
    rules: CompiledDefinition, settled: Verdict, fact: str, given: Answer, others: int
) -> Iterator[tuple[Answer, Verdict]]:
    """Yield the other answers to one fact that settle another verdict, with that verdict."""
    for side in _alternatives(rules, fact, given):
        for answer in side:
            verdict = _settled(rules, others & rules.worlds.answered(fact, answer))
            if verdict not in (None, settled):
                yield answer, verdict
                break


def _alternatives(rules: CompiledDefinition, fact: str, given: Answer) -> list[list[Answer]]:
    """Return the answers to try instead: of each list only the first that flips counts."""
    cells = rules.worlds.cells[fact]
    if isinstance(cells, NumberCells):
        return list(cells.nearest(given))
    choice = FACTS[fact]
    values = choice.values if isinstance(choice, Choice) else ()
    return [[value] for value in values if value != given]


def _settled(rules: CompiledDefinition, admitted: int) -> Verdict | None:
    """Return the one verdict that the worlds come to, `None` where there is none or several."""
    possible = [verdict for verdict, worlds in rules.verdicts.items() if worlds & admitted]
    return possible[0] if len(possible) == 1 else None
