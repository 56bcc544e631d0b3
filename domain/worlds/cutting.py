"""Into which cells some conditions cut the facts."""

from collections.abc import Iterable, Mapping

from domain.facts.admissibility import AFTER_A_SESSION, RULES
from domain.facts.catalogue import FACTS, PRECEDENCE, TACE_SESSIONS
from domain.logic.conditions import AtLeast, Condition, NotMore
from domain.worlds.cells import Cells, cells_of, starts_of


def cut(conditions: Iterable[Condition]) -> Mapping[str, Cells]:
    """Return the cells of every fact that the conditions read or that bears on one they read.

    The facts that they read, and the sessions, come first. A fact bears on another where a rule
    of admissibility binds the two, at however many removes.
    """
    statements = list(conditions)
    read = {TACE_SESSIONS.name}.union(*(statement.facts for statement in statements))
    bearing, waiting = set(read), [rule.statement for rule in RULES]
    while touching := [each for each in waiting if each.facts & bearing]:
        statements += touching
        waiting = [each for each in waiting if each not in touching]
        bearing = bearing.union(*(each.facts for each in touching))
    statements.append(AFTER_A_SESSION)
    atoms = [atom for statement in statements for atom in statement.atoms()]
    cells = {
        name: cells_of(FACTS[name], [atom for atom in atoms if atom.fact == name])
        for name in sorted(bearing, key=lambda name: (name not in read, PRECEDENCE[name]))
    }
    for statement in statements:
        if isinstance(statement, NotMore):
            _cut_alike(cells, statement)
    return cells


def _cut_alike(cells: dict[str, Cells], statement: NotMore) -> None:
    """Cut two numbers that are compared at the same ticks."""
    pair = (statement.lesser, statement.greater)
    starts = sorted({start for fact in pair for start in starts_of(cells[fact])})
    for fact in pair:
        cells[fact] = cells_of(FACTS[fact], [AtLeast(fact, start) for start in starts])
