"""Each topic of a line with what is said of it, and why it may not be taken as it stands."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from conversations.shorthand.clauses.clause import Clause
from conversations.shorthand.kinds import NEUTRAL, Kind, Mark, Topic
from conversations.shorthand.lexing import Token
from conversations.shorthand.polarity import Polarity, polarities, same_list
from conversations.shorthand.sharing import may_share
from conversations.shorthand.understood import Reason, first_reason

_SAYING_NOTHING = frozenset(
    {
        *NEUTRAL,
        Mark.AND,
        Mark.LIST,
        Mark.OR,
        Mark.DATE,
        Mark.SCAN,
        Mark.ASIDE,
        Mark.TACE,
        Mark.NOW,
        Mark.SYSTEMIC,
        Mark.LAST,
    }
)


@dataclass(frozen=True)
class Mention:
    """One topic in its clause, with the words between it and its neighbours."""

    head: Token
    clause: Clause
    before: tuple[Token, ...]
    after: tuple[Token, ...]
    polarity: Polarity
    queried: bool
    place: int
    """In which clause it is told, counted from the first one."""

    @property
    def topic(self) -> Kind:
        """What is spoken of."""
        return self.head.kind

    @property
    def denied(self) -> bool:
        """Return whether it is said not to be there."""
        return self.polarity is Polarity.DENIED

    def beside(self, *kinds: Kind) -> tuple[Token, ...]:
        """Return the words of these kinds between this topic and its neighbours."""
        return tuple(each for each in self.before + self.after if each.kind in kinds)

    @property
    def _doubts(self) -> tuple[Mark, ...]:
        """What of all that is said in its clause puts it in doubt."""
        return (Mark.DOUBT, Mark.BENIGN) if self.denied else (Mark.DOUBT, Mark.BENIGN, Mark.SIGN)

    @property
    def span(self) -> tuple[int, int]:
        """Where it stands, with the words right beside it that say something of it."""
        first, last = self.head, self.head
        for token in reversed(self.before):
            if token.kind in _SAYING_NOTHING:
                break
            first = token
        for token in self.after:
            if token.kind in _SAYING_NOTHING:
                break
            last = token
        return min(first.start, self.head.start), max(last.end, self.head.end)

    def held(self, *but: Reason) -> Reason | None:
        """Return why this cannot be taken as it stands, setting aside some reasons."""
        clause = self.clause
        reasons = (
            (Reason.PLANNED, clause.has(Mark.PLANNED)),
            (Reason.IN_THE_PAST, clause.has(Mark.PAST, Mark.AGO, Mark.BEFORE_SESSION)),
            (Reason.NOT_KNOWN, clause.has(Mark.NOT_KNOWN)),
            (Reason.DOUBTFUL, self.queried or clause.has(*self._doubts)),
            (Reason.UNKNOWN_BESIDE, bool(self.beside(Mark.UNKNOWN))),
            (Reason.NOT_CLEAR, self.polarity is Polarity.UNCLEAR),
        )
        return first_reason(*(each for each in reasons if each[0] not in but))


def mentions_of(clauses: Sequence[Clause]) -> tuple[Mention, ...]:
    """Return every topic of a line with what is said of it."""
    return tuple(
        replace(mention, polarity=Polarity.UNCLEAR)
        if _unclear(mention, clauses, place)
        else mention
        for place, clause in enumerate(clauses)
        for mention in _mentions(clause, place)
    )


def _unclear(mention: Mention, clauses: Sequence[Clause], place: int) -> bool:
    """Return whether more or less may be said of a finding than it seems."""
    if mention.polarity is Polarity.PLAIN:
        return may_share(mention.head, clauses, place)
    # "Cannot be excluded", with a word that is not known.
    return mention.polarity is Polarity.DENIED and bool(mention.beside(Mark.UNKNOWN))


def _mentions(clause: Clause, at: int) -> tuple[Mention, ...]:
    heads = clause.heads
    gaps = _gaps(clause)
    queried = [_queried(gaps, place) for place in range(len(heads))]
    return tuple(
        Mention(
            head,
            clause,
            gaps[place],
            gaps[place + 1],
            polarity,
            any(queried) and any(queried[other] for other in same_list(heads, gaps, place)),
            at,
        )
        for place, (head, polarity) in enumerate(zip(heads, polarities(heads, gaps), strict=True))
    )


def _gaps(clause: Clause) -> list[tuple[Token, ...]]:
    """Return the words before, between and behind the topics."""
    gaps: list[list[Token]] = [[]]
    for token in clause.tokens:
        if isinstance(token.kind, Topic):
            gaps.append([])
        else:
            gaps[-1].append(token)
    return [tuple(gap) for gap in gaps]


def _queried(gaps: list[tuple[Token, ...]], place: int) -> bool:
    """Return whether a question mark may belong to the topic; one glued to another does not."""
    return any(
        each.blank_after or not each.blank_before for each in _queries(gaps[place + 1])
    ) or any(each.blank_before or not each.blank_after for each in _queries(gaps[place]))


def _queries(gap: tuple[Token, ...]) -> Iterator[Token]:
    return (each for each in gap if each.kind is Mark.QUERY)
