"""A question of the consult."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from domain.facts.fact import Answer
from domain.logic.conditions import ALWAYS, Condition


@dataclass(frozen=True, eq=False)
class Question:
    """One screen of the consult, which asks for one fact or for a few that belong together.

    `usual` is the one-tap answer of a screen with several facts; a screen with one has none.
    `once` is what must be known before it makes sense to ask.
    """

    id: str
    facts: tuple[str, ...]
    usual: Mapping[str, Answer] = field(default_factory=lambda: MappingProxyType({}))
    once: Condition = ALWAYS

    @property
    def is_group(self) -> bool:
        """Whether the screen holds several facts."""
        return len(self.facts) > 1
