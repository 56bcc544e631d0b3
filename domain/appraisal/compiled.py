"""A definition together with the worlds in which it comes to each verdict.

What it makes of a case is remembered at three depths, since most cases agree with earlier ones:
in all that the worlds know of them, in the worlds that are admitted, or at least in what bears on a
single criterion.
"""

from functools import cache, lru_cache

from domain.appraisal.findings import CriterionFinding, DefinitionFinding
from domain.appraisal.outlook import outlook
from domain.facts.catalogue import TACE_SESSIONS
from domain.rules.definition import Criterion, Definition, Status, Verdict
from domain.worlds.worlds import Given, Worlds

_KEPT = 2048
"""Findings that are remembered at each depth, the latest; each takes about a kilobyte."""

Facts = tuple[str, ...]


class CompiledCriterion:
    """The sets of worlds that a criterion's statuses stand for.

    With no session nothing can be assessed, so every criterion reads the sessions.
    """

    def __init__(self, criterion: Criterion, worlds: Worlds) -> None:
        self._criterion = criterion
        self._worlds = worlds
        self._facts = criterion.facts | {TACE_SESSIONS.name}
        self._others = tuple(fact for fact in worlds.read if fact not in self._facts)
        failed = worlds.where(criterion.failure) & ~worlds.untreated
        fair = worlds.where(criterion.trial)
        self.statuses = {
            Status.MET: failed & fair,
            Status.NOT_ASSESSABLE: (failed & ~fair) | worlds.untreated,
            Status.NOT_MET: worlds.admissible & ~failed & ~worlds.untreated,
        }
        self._remembered = lru_cache(_KEPT)(self._worked_out)

    def finding(self, admitted: int, unanswered: Facts) -> CriterionFinding:
        """Return what the criterion says of the worlds admitted, with these facts unanswered."""
        return self._remembered(
            self._worlds.apart_from(self._others, admitted),
            tuple([fact for fact in unanswered if fact in self._facts]),
        )

    def _worked_out(self, admitted: int, unanswered: Facts) -> CriterionFinding:
        possible, missing = outlook(self._worlds, self.statuses, admitted, unanswered)
        if len(possible) > 1:
            return CriterionFinding(self._criterion, Status.UNKNOWN, missing)
        unmet = self._unmet(admitted, unanswered) if possible[0] is Status.NOT_ASSESSABLE else ()
        return CriterionFinding(self._criterion, possible[0], unmet_conditions=unmet)

    def _unmet(self, admitted: int, unanswered: Facts) -> Facts:
        """Return the answered facts that the trial lacked; the sessions where there were none."""
        if not admitted & ~self._worlds.untreated:
            return (TACE_SESSIONS.name,)
        lacking = {
            each.fact
            for each in self._criterion.fair_trial
            if each.fact not in unanswered and not admitted & self._worlds.where(each)
        }
        return tuple(fact for fact in self._worlds.read if fact in lacking)


class CompiledDefinition:
    """The sets of worlds that a definition's verdicts stand for."""

    def __init__(self, definition: Definition) -> None:
        self._definition = definition
        self.worlds = Worlds(
            part
            for criterion in definition.criteria
            for part in (criterion.failure, *criterion.fair_trial)
        )
        self._criteria = tuple(CompiledCriterion(each, self.worlds) for each in definition.criteria)
        refractory = self._where_any(Status.MET)
        not_assessable = self._where_any(Status.NOT_ASSESSABLE) & ~refractory
        self.verdicts = {
            Verdict.REFRACTORY: refractory,
            Verdict.NOT_ASSESSABLE: not_assessable,
            Verdict.NOT_REFRACTORY: self.worlds.admissible & ~refractory & ~not_assessable,
        }
        self.finding = lru_cache(_KEPT)(self._finding)
        self._remembered = lru_cache(_KEPT)(self._worked_out)

    def settled(self, admitted: int) -> Verdict | None:
        """Return the one verdict that the worlds come to, `None` where there is none or several."""
        possible = [verdict for verdict, worlds in self.verdicts.items() if worlds & admitted]
        return possible[0] if len(possible) == 1 else None

    def _finding(self, given: Given) -> DefinitionFinding:
        """Return what the definition says of the cases of which its worlds know this."""
        possible, undecided_by, criteria = self._remembered(
            self.worlds.admitted(given), self.worlds.unanswered(given)
        )
        return DefinitionFinding(
            definition=self._definition,
            given=given,
            verdict=Verdict.INDETERMINATE if len(possible) > 1 else next(iter(possible)),
            possible=possible,
            undecided_by=undecided_by,
            criteria=criteria,
        )

    def _worked_out(
        self, admitted: int, unanswered: Facts
    ) -> tuple[frozenset[Verdict], Facts, tuple[CriterionFinding, ...]]:
        """Return what is possible, undecided by which facts, and what each criterion says."""
        possible, undecided_by = outlook(self.worlds, self.verdicts, admitted, unanswered)
        criteria = tuple([each.finding(admitted, unanswered) for each in self._criteria])
        return frozenset(possible), undecided_by, criteria

    def _where_any(self, status: Status) -> int:
        worlds = 0
        for each in self._criteria:
            worlds |= each.statuses[status]
        return worlds


@cache
def compiled(definition: Definition) -> CompiledDefinition:
    """Return the definition's worlds, worked out once in a process."""
    return CompiledDefinition(definition)
