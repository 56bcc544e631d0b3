"""A line, read as far as words, clauses and mentions."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from conversations.shorthand.clauses.clause import Clause
from conversations.shorthand.clauses.set_apart import Apart
from conversations.shorthand.kinds import Kind, Mark, Topic
from conversations.shorthand.lexing import Token
from conversations.shorthand.mentions import Mention
from conversations.shorthand.normal import Normal

_YEARS_PAST = ("去", "前")
"""Of years: the last one, and the one before."""


@dataclass(frozen=True, eq=False)
class Line:
    """The clauses of a line, everything that they speak of, and those of something else."""

    normal: Normal
    tokens: tuple[Token, ...]
    clauses: tuple[Clause, ...]
    mentions: tuple[Mention, ...]
    apart: tuple[Apart, ...] = ()
    _counts: list[int | None] = field(default_factory=list)

    def counted(self, count: Callable[["Line"], int | None]) -> int | None:
        """Return what counting the sessions comes to, which is done only once for a line."""
        if not self._counts:
            self._counts.append(count(self))
        return self._counts[0]

    def of(self, *topics: Topic) -> tuple[Mention, ...]:
        """Return the mentions of these topics, in the order of the line."""
        return tuple(each for each in self.mentions if each.topic in topics)

    def superseded(self, mention: Mention) -> bool:
        """Return whether the same is told again further on, of now or of what came then."""
        return not mention.clause.has(Mark.NOW) and any(
            other.topic is mention.topic
            and (other.clause.has(Mark.NOW) or other.clause.follows is Mark.THEN)
            for other in self.mentions
            if other.place > mention.place
        )

    def no_longer(self, mention: Mention) -> bool:
        """Return whether something is told of baseline, of some year, or before what it is now."""
        years = [each.text.strip("年 ") for each in mention.clause.all(Mark.DATE)]
        return (
            mention.clause.has(Mark.AT_BASELINE)
            or any(each.isdecimal() or each in _YEARS_PAST for each in years)
            or self.superseded(mention)
        )

    def has(self, *kinds: Kind) -> bool:
        """Return whether a word of one of these kinds stands anywhere in the line."""
        return any(clause.has(*kinds) for clause in self.clauses)

    def all(self, *kinds: Kind) -> Iterator[Token]:
        """Yield the words of these kinds."""
        for clause in self.clauses:
            yield from clause.all(*kinds)
