"""What every screen is made from: the consult, what the rules say of it, and the wording."""

from dataclasses import dataclass
from functools import cached_property

from conversations.consult.state import Consult
from conversations.questions.relevance import worth_asking
from conversations.wording import Wording
from domain.appraisal.appraise import Appraisal, appraise


@dataclass(frozen=True)
class Scene:
    """A consult to be shown. `dated` is the day of the report, as it is to be printed."""

    consult: Consult
    wording: Wording
    dated: str

    @cached_property
    def appraisal(self) -> Appraisal:
        """What all rules say of the case."""
        return appraise(self.consult.case)

    @cached_property
    def worth_asking(self) -> frozenset[str]:
        """The open facts of which an answer can still matter."""
        return worth_asking(self.consult, self.appraisal)
