"""What must be said beside a verdict, and when."""

from dataclasses import dataclass

from domain.logic.conditions import Condition
from domain.rules.source import Source


@dataclass(frozen=True, eq=False)
class Caveat:
    """A caveat: its name, the statement that calls for it, and its sources.

    Each is equal to itself alone. `when` reads facts and, through `domain.rules.outcomes`, what the
    rules made of them.
    """

    id: str
    when: Condition
    sources: tuple[Source, ...]
