"""What the rules made of a case, as facts that a caveat can read.

`VERDICT` and `met` speak of the definition that a caveat belongs to; the others of the
whole appraisal. Each is known whenever a caveat is weighed.
"""

from functools import cache

from domain.facts.fact import Choice
from domain.logic.conditions import Condition
from domain.rules.definition import Verdict

VERDICT = Choice("verdict", values=tuple(Verdict))
SOME_REFRACTORY = Choice("some_refractory")
SOME_NOT_REFRACTORY = Choice("some_not_refractory")
SOME_NOT_ASSESSABLE = Choice("some_not_assessable")
UNSUITABLE = Choice("unsuitable")
NOT_UNSUITABLE = Choice("not_unsuitable")
STAGED = Choice("staged")


@cache
def criterion_met(criterion: str) -> Choice:
    """Return whether the named criterion of the caveat's own definition is met."""
    return Choice(f"met.{criterion}")


def met(criterion: str) -> Condition:
    """State that the named criterion of the caveat's own definition is met."""
    return criterion_met(criterion).is_(True)
