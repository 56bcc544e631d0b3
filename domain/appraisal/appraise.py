"""The one function that appraises a case, and what it returns."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType

from domain.appraisal.caution import definition_caveats, report_caveats
from domain.appraisal.findings import DefinitionFinding, Flip
from domain.appraisal.flips import flips
from domain.appraisal.judgement import judge
from domain.definitions import DEFINITIONS
from domain.facts.case import Case
from domain.facts.plausibility import Doubt, doubts
from domain.rules.caveat import Caveat
from domain.staging import StagingFinding, stage
from domain.unsuitability import UnsuitabilityFinding, judge_unsuitability


@dataclass(frozen=True)
class Appraisal:
    """What all rules together say of one case. Each part is worked out when it is looked at."""

    case: Case

    @cached_property
    def definitions(self) -> Mapping[str, DefinitionFinding]:
        """What each definition says, by its id, oldest first."""
        return MappingProxyType({each.id: judge(each, self.case) for each in DEFINITIONS})

    @cached_property
    def unsuitability(self) -> UnsuitabilityFinding:
        """Whether TACE has become unsuitable for other reasons."""
        return judge_unsuitability(self.case.known)

    @cached_property
    def staging(self) -> StagingFinding | None:
        """The stage and the indication, `None` until settled."""
        return stage(self.case.answers)

    @cached_property
    def caveats(self) -> tuple[Caveat, ...]:
        """The caveats of the whole report, then those of staging."""
        findings = self.definitions.values()
        return report_caveats(findings, self.unsuitability, self.staging, self.case)

    @cached_property
    def doubts(self) -> tuple[Doubt, ...]:
        """Answers that can stand together but rarely do."""
        return doubts(self.case.known)

    def caveats_of(self, definition: str) -> tuple[Caveat, ...]:
        """Return the caveats that belong to one definition."""
        return definition_caveats(self.definitions[definition], self.case)

    def flips_of(self, definition: str) -> tuple[Flip, ...]:
        """Return the single answers that would turn the verdict of one definition."""
        return flips(self.definitions[definition], self.case)


def appraise(case: Case) -> Appraisal:
    """Return what all rules say of the case, settled or not."""
    return Appraisal(case)
