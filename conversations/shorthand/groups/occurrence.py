"""Whether vascular invasion or extrahepatic spread is there, and since when.

A finding that is just named leaves open when it appeared and is not recorded. One that was
there before the first TACE is preexisting, even if it has grown; one that was not there then
and is there now is new.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from conversations.shorthand.claims import Claim
from conversations.shorthand.kinds import NEUTRAL, Mark, Topic
from conversations.shorthand.lexing import Token
from conversations.shorthand.mentions import Mention
from conversations.shorthand.understood import NoteKind, Reason
from domain.facts.vocabulary import Occurrence


class State(Enum):
    """What one mention says."""

    ABSENT = auto()
    ABSENT_BEFORE = auto()
    """Not there before the first TACE."""
    PRESENT = auto()
    PREEXISTING = auto()
    NEW = auto()


_THERE = frozenset({State.PRESENT, State.PREEXISTING, State.NEW})
_ANSWERS = {
    State.ABSENT: Occurrence.ABSENT,
    State.PREEXISTING: Occurrence.PREEXISTING,
    State.NEW: Occurrence.NEW,
    State.ABSENT_BEFORE: Occurrence.NEW,
}
"""What a sighting by itself would come to, if it is not set aside."""
_SINCE_WHEN = (Topic.INTERVAL, Topic.SESSION_NUMBER, Topic.CHEST)
_NOT_SINCE = (Topic.ABLATION, Topic.NOT_TACE)
_NO_MATTER = (*NEUTRAL, Mark.NOW, Mark.SCAN, Mark.OLD, Mark.PLACE, Mark.ORGAN, Mark.YES_BEFORE)


@dataclass(frozen=True)
class Sighting:
    """One mention of a finding: what it says, of which place, and why it is held if it is."""

    mention: Mention
    state: State
    place: str | None
    held: Reason | None

    @property
    def disputes(self) -> bool:
        """Return whether this leaves no room for another answer."""
        return Claim("", 0, 0, held=self.held).disputes


def sighting(mention: Mention, place: str | None) -> Sighting:
    """Return what a mention says, of one place or, where `place` is `None`, of all."""
    clause = mention.clause
    # What has grown from baseline was there at baseline.
    before = clause.has(Mark.AT_BASELINE) or (
        clause.has(Mark.OF_BASELINE) and clause.has(Mark.GROWN, Topic.COURSE)
    )
    new = _is_new(mention)
    # What was not there before some session has appeared since.
    before_one = mention.denied and clause.has(Mark.BEFORE_SESSION) and not clause.has(Mark.PAST)
    held = mention.held(Reason.IN_THE_PAST) if before_one else mention.held()
    if mention.denied:
        state = State.ABSENT_BEFORE if before or before_one else State.ABSENT
        if clause.has(Mark.NEW):
            # "No new invasion" does not say that there is no old one.
            held = held or Reason.WHEN_APPEARED
        if any(each.kind is Mark.AFTERWARDS for each in mention.after) and clause.has(Mark.TACE):
            # "TACE after PVTT was ruled out"; what came since is not told.
            held = held or Reason.IN_THE_PAST
    elif before:
        state = State.PREEXISTING
        if new:
            held = held or Reason.WHEN_APPEARED
    else:
        state = State.NEW if new else State.PRESENT
        if new and clause.has(*_NOT_SINCE) and not clause.has(Mark.TACE, Topic.SESSIONS):
            # "New PVTT after resection", which may have been before TACE.
            held = held or Reason.WHEN_APPEARED
    return Sighting(mention, state, place, held)


def occurrence_claims(
    fact: str, sightings: Sequence[Sighting], enough: frozenset[str | None]
) -> Iterator[Claim]:
    """Yield the claims of all sightings together.

    `enough` are the places of which one must be clear before the finding counts as absent.
    """
    answer, why = _together([each for each in sightings if each.held is None], enough)
    if _conflict([each for each in sightings if each.disputes]) or any(
        _against(answer, each) for each in sightings
    ):
        why = Reason.CONTRADICTION
    grown = answer is Occurrence.PREEXISTING
    for each in sightings:
        extension = grown and (each.state is State.PRESENT or _has_grown(each))
        note = NoteKind.EXTENSION if extension else None
        alone = _ANSWERS.get(each.state)
        own = answer or alone if each.held is None else alone or answer
        yield Claim(fact, *each.mention.span, own, each.held or why, note)


def _together(
    standing: Sequence[Sighting], enough: frozenset[str | None]
) -> tuple[Occurrence | None, Reason | None]:
    """Return the answer that undisputed sightings give, or why they give none."""
    there = [each for each in standing if each.state in _THERE]
    absent = [each for each in standing if each.state is State.ABSENT]
    if there:
        return _since_when({each.state for each in standing})
    if any(each.place in enough for each in absent):
        return Occurrence.ABSENT, None
    return None, Reason.ONE_PLACE_ONLY if absent else Reason.IN_THE_PAST


def _since_when(states: set[State]) -> tuple[Occurrence | None, Reason | None]:
    """Return the answer for what is there, given all that is said of it."""
    new = not states.isdisjoint({State.NEW, State.ABSENT_BEFORE})
    if State.PREEXISTING in states:
        return (None, Reason.CONTRADICTION) if new else (Occurrence.PREEXISTING, None)
    return (Occurrence.NEW, None) if new else (None, Reason.WHEN_APPEARED)


def _conflict(sightings: Sequence[Sighting]) -> bool:
    """Return whether something is both there and not there, in the same place."""
    return any(
        None in (one.place, other.place) or one.place == other.place
        for one in sightings
        for other in sightings
        if one.state in _THERE and other.state is State.ABSENT
    )


def _against(answer: Occurrence | None, doubted: Sighting) -> bool:
    """Return whether a sighting that is held for a doubt leaves the answer open."""
    if answer is None or doubted.held is None or not doubted.disputes:
        return False
    return (
        doubted.state
        not in {
            Occurrence.ABSENT: {State.ABSENT},
            Occurrence.PREEXISTING: {State.PREEXISTING, State.PRESENT},
            Occurrence.NEW: {State.NEW, State.PRESENT},
        }[answer]
    )


def _has_grown(each: Sighting) -> bool:
    return each.mention.clause.has(Mark.GROWN, Topic.COURSE)


def _is_new(mention: Mention) -> bool:
    """Return whether it is said to be new, and nothing else in the clause could be meant."""
    appeared = [each for each in mention.before[-1:] if "appeared" in each.values]
    return (
        "appeared" in mention.head.values
        # "Appeared", right in front of what has.
        or any(not each.text.startswith("since") for each in appeared)
        or _next_to(mention.before[::-1], mention, first=True)
        or _next_to(_behind(mention), mention, first=False)
    )


def _behind(mention: Mention) -> list[Token]:
    """Return the words behind it, and behind what only says when."""
    tokens = [each for each in mention.clause.tokens if each.start >= mention.head.end]
    others = [
        place
        for place, each in enumerate(tokens)
        if isinstance(each.kind, Topic) and each.kind not in _SINCE_WHEN
    ]
    until = others[0] if others else len(tokens)
    return [each for each in tokens[:until] if each.kind not in _SINCE_WHEN]


def _next_to(gap: Sequence[Token], mention: Mention, *, first: bool) -> bool:
    words = [each for each in gap if each.kind not in _NO_MATTER]
    if not words or not _says_new(words[0]):
        return False
    heads = [each for each in mention.clause.heads if each.kind not in _SINCE_WHEN]
    outermost = heads[0 if first else -1] is mention.head
    return outermost or len(words) > 1


def _says_new(token: Token) -> bool:
    return token.kind is Mark.NEW or "appeared" in token.values
