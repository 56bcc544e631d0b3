"""A definition together with the worlds in which it comes to each verdict."""

from functools import cache

from domain.facts.catalogue import TACE_SESSIONS
from domain.rules.definition import Criterion, Definition, Status, Verdict
from domain.worlds.worlds import Worlds


class CompiledDefinition:
    """The sets of worlds that a definition's statuses and verdicts stand for.

    `read` are the facts that bear on the verdict, `read_by` those on each criterion's
    status. Every one reads the sessions, since without one nothing can be assessed.
    """

    def __init__(self, definition: Definition) -> None:
        self.read_by = {
            each.id: frozenset({TACE_SESSIONS.name}) | each.facts for each in definition.criteria
        }
        self.read = frozenset({TACE_SESSIONS.name}) | definition.facts
        self.worlds = Worlds(
            part
            for criterion in definition.criteria
            for part in (criterion.failure, *criterion.fair_trial)
        )
        self.statuses = {
            criterion.id: self._statuses(criterion) for criterion in definition.criteria
        }
        refractory = self._where_any(Status.MET)
        not_assessable = self._where_any(Status.NOT_ASSESSABLE) & ~refractory
        self.verdicts = {
            Verdict.REFRACTORY: refractory,
            Verdict.NOT_ASSESSABLE: not_assessable,
            Verdict.NOT_REFRACTORY: self.worlds.admissible & ~refractory & ~not_assessable,
        }

    def _statuses(self, criterion: Criterion) -> dict[Status, int]:
        """Set apart the worlds of each status; with no session none can be assessed."""
        untreated = self.worlds.untreated
        failed = self.worlds.where(criterion.failure) & ~untreated
        fair = self.worlds.where(criterion.trial)
        return {
            Status.MET: failed & fair,
            Status.NOT_ASSESSABLE: (failed & ~fair) | untreated,
            Status.NOT_MET: self.worlds.admissible & ~failed & ~untreated,
        }

    def _where_any(self, status: Status) -> int:
        worlds = 0
        for statuses in self.statuses.values():
            worlds |= statuses[status]
        return worlds


@cache
def compiled(definition: Definition) -> CompiledDefinition:
    """Return the definition's worlds, worked out once in a process."""
    return CompiledDefinition(definition)
