"""A clause, and the kinds of words by which clauses are told apart."""

from dataclasses import dataclass
from functools import cached_property
from itertools import takewhile

from conversations.shorthand.kinds import Kind, Mark, Topic
from conversations.shorthand.lexing import Token

GOING_ON = frozenset({Mark.COMMA, Mark.PLUS})
"""What may stand between the items of one list."""
NEGATIONS = frozenset({Mark.NO_BEFORE, Mark.NO_AFTER, Mark.NO_EITHER})
DOUBTS = frozenset({Mark.DOUBT, Mark.NOT_KNOWN, Mark.BENIGN, Mark.QUERY})
NOT_NEEDED = (Mark.ASIDE, Mark.SYSTEMIC, Mark.RAISES_PIVKA)
"""What is true of the patient and read by no rule."""


@dataclass(frozen=True)
class Clause:
    """Words that can speak of each other, and what they follow: a stop at the beginning."""

    tokens: tuple[Token, ...]
    follows: Kind = Mark.STOP

    @cached_property
    def topics(self) -> tuple[Topic, ...]:
        """What the clause speaks of."""
        return tuple(Topic(token.kind) for token in self.heads)

    @cached_property
    def heads(self) -> tuple[Token, ...]:
        """The words for what the clause speaks of."""
        return tuple(token for token in self.tokens if isinstance(token.kind, Topic))

    def head(self, place: int) -> Token | None:
        """Return the first (0) or the last (-1) word for what the clause speaks of."""
        return self.heads[place] if self.heads else None

    def in_front(self) -> tuple[Token, ...]:
        """Return the words before everything that the clause speaks of."""
        return tuple(takewhile(_is_no_topic, self.tokens))

    def at_end(self) -> tuple[Token, ...]:
        """Return the words behind everything that the clause speaks of, the last one first."""
        return tuple(takewhile(_is_no_topic, reversed(self.tokens)))

    def has(self, *kinds: Kind) -> bool:
        """Return whether a word of one of these kinds stands in the clause."""
        return not self._kinds.isdisjoint(kinds)

    def all(self, *kinds: Kind) -> tuple[Token, ...]:
        """Return the words of these kinds."""
        if self._kinds.isdisjoint(kinds):
            return ()
        return tuple(token for token in self.tokens if token.kind in kinds)

    @cached_property
    def _kinds(self) -> frozenset[Kind]:
        return frozenset(token.kind for token in self.tokens)


def _is_no_topic(token: Token) -> bool:
    return not isinstance(token.kind, Topic)
