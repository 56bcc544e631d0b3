"""Which findings of a clause are said to be there, and which not to be."""

from collections.abc import Iterable, Sequence
from enum import Enum, auto

from conversations.shorthand.kinds import Kind, Mark, Topic
from conversations.shorthand.lexing import Token

APPEARED = frozenset(
    {
        Topic.NEW_LESIONS,
        Topic.INVASION,
        Topic.NOT_INVASION,
        Topic.SPREAD,
        Topic.SUSPECT_SITE,
        Topic.CHEST,
    }
)
AGAINST = frozenset(
    {
        Topic.ARTERY,
        Topic.REACH,
        Topic.JAUNDICE,
        Topic.ENCEPHALOPATHY,
        Topic.ASCITES,
        Topic.HEPATORENAL,
        Topic.SHUNT,
    }
)
_TECHNIQUE = frozenset({Topic.FEEDERS, Topic.DRUG, Topic.REASSESSED, Topic.STANDARDISED})
_DENIABLE = frozenset({Topic.VIABILITY, Topic.MARKER}) | APPEARED | AGAINST | _TECHNIQUE
"""Topics that can be there or not; a denial in front of others is not theirs."""

_NO_TOPICS = frozenset(
    {
        Mark.TUMOR,
        Mark.THING,
        Mark.ASIDE,
        Mark.TACE,
        Mark.SCAN,
        Mark.VESSEL,
        Mark.PLACE,
        Mark.ORGAN,
        Mark.SYSTEMIC,
    }
)
"""What a "no" in front of it may deny, though no fact speaks of it."""
_PLACES = (Mark.PLACE, Mark.ORGAN, Mark.THING)
_IN_FRONT = frozenset({Mark.NO_BEFORE, Mark.NO_EITHER})
_NEGATIONS = _IN_FRONT | {Mark.NO_AFTER}
JOINING = frozenset({Mark.AND, Mark.LIST, Mark.OR, Mark.BOTH, Mark.FILLER, Mark.TUMOR})

Gaps = Sequence[tuple[Token, ...]]


class Polarity(Enum):
    """Whether a finding is said to be there."""

    PLAIN = auto()
    """It is just named."""
    AFFIRMED = auto()
    DENIED = auto()
    UNCLEAR = auto()


def polarities(heads: Sequence[Token], gaps: Gaps) -> list[Polarity]:
    """Return what is said of each topic; `gaps` has the words before, between and behind them.

    In a list one denial serves all: "no PVTT or EHS", "PVTT/EHS neg".
    """
    own = [_own(heads, gaps, place) for place in range(len(heads))]
    if _each_denied(heads, gaps):
        return [Polarity.DENIED] * len(heads)
    for place in range(1, len(heads)):
        if _listed(heads, gaps, place):
            certain = _joins_forward(gaps[place])
            own[place] = _shared(own[place], own[place - 1], certain=certain)
    for place in reversed(range(len(heads) - 1)):
        if _listed(heads, gaps, place + 1):
            certain = bool(gaps[place + 1])
            own[place] = _shared(own[place], own[place + 1], certain=certain)
    return own


def _each_denied(heads: Sequence[Token], gaps: Gaps) -> bool:
    """Return whether each of a list has a "no" of its own: "无新发无癌栓无转移"."""
    noes = [sum(each.kind in _IN_FRONT for each in gap) for gap in gaps]
    # One may be part of the word itself.
    before = [
        number + ("none" in head.values and place == 0)
        for place, (number, head) in enumerate(zip(noes, heads, strict=False))
    ]
    each_one = before == [1] * len(heads) and noes[-1] == 0
    only_noes = all(each.kind in _IN_FRONT | JOINING for gap in gaps for each in gap)
    return len(heads) > 1 and each_one and only_noes and one_family(each.kind for each in heads)


def _joins_forward(gap: Sequence[Token]) -> bool:
    """Return whether what is denied before goes on being denied: not so surely after "and"."""
    return any(each.kind in (Mark.LIST, Mark.OR) for each in gap)


def _shared(own: Polarity, neighbour: Polarity, *, certain: bool) -> Polarity:
    """Return the polarity of a listed topic, given that of the one beside it."""
    if own is not Polarity.PLAIN or neighbour not in (Polarity.DENIED, Polarity.UNCLEAR):
        return own
    return neighbour if certain else Polarity.UNCLEAR


def same_list(heads: Sequence[Token], gaps: Gaps, place: int) -> range:
    """Return the places of the list that a topic stands in."""
    first = last = place
    while first > 0 and _listed(heads, gaps, first):
        first -= 1
    while last < len(heads) - 1 and _listed(heads, gaps, last + 1):
        last += 1
    return range(first, last + 1)


def one_family(kinds: Iterable[Kind]) -> bool:
    """Return whether findings of these kinds are told in one breath, as in a list."""
    told = set(kinds)
    return bool(told) and (told <= APPEARED or told <= AGAINST)


def _listed(heads: Sequence[Token], gaps: Gaps, place: int) -> bool:
    """Return whether a topic stands in one list with the topic before it."""
    two = {heads[place - 1].kind, heads[place].kind}
    return (one_family(two) or two <= _TECHNIQUE) and all(
        each.kind in JOINING for each in gaps[place]
    )


def _own(heads: Sequence[Token], gaps: Gaps, place: int) -> Polarity:
    """Return what is said of one topic by the words right before and behind it."""
    before, after = gaps[place], gaps[place + 1]
    denials = 0
    if heads[place].kind in _DENIABLE or denied_itself(before) is None:
        denials += sum(_forward(each, heads, place) for each in before)
    if denied_itself(after) is None:
        denials += sum(_backward(each, heads, place) for each in after)
    denials += "none" in heads[place].values
    affirmed = "there" in heads[place].values or any(each.kind is Mark.YES_AFTER for each in after)
    between = any(_between(each, heads, place - 1) for each in before)
    between = between or any(_between(each, heads, place) for each in after)
    between = between or _of_an_aside(before)
    if between or denials > 1 or (denials and affirmed):
        return Polarity.UNCLEAR
    if denials:
        return Polarity.DENIED
    if affirmed or any(each.kind is Mark.YES_BEFORE for each in before):
        return Polarity.AFFIRMED
    return Polarity.PLAIN


def _forward(token: Token, heads: Sequence[Token], place: int) -> bool:
    """Return whether a word before a topic denies it."""
    if token.kind is Mark.NO_AFTER:
        return place == 0
    if token.kind is Mark.NO_EITHER:
        return place == 0 or _leans_forward(token, heads[place - 1])
    return token.kind is Mark.NO_BEFORE


def _backward(token: Token, heads: Sequence[Token], place: int) -> bool:
    """Return whether a word behind a topic denies it."""
    last = place == len(heads) - 1
    if token.kind is Mark.NO_BEFORE:
        return last
    if token.kind is Mark.NO_EITHER:
        return last or _leans_backward(token, heads[place])
    return token.kind is Mark.NO_AFTER


def _between(token: Token, heads: Sequence[Token], left: int) -> bool:
    """Return whether a word may deny the topic on its left as well as the one on its right."""
    return (
        token.kind is Mark.NO_EITHER
        and 0 <= left < len(heads) - 1
        and not _leans_forward(token, heads[left])
        and not _leans_backward(token, heads[left])
    )


def denied_itself(tokens: Sequence[Token]) -> Kind | None:
    """Return what stands behind a "no" and is denied by it, if that is no topic."""
    kinds = [each.kind for each in tokens]
    noes = [place for place, kind in enumerate(kinds) if kind in (Mark.NO_BEFORE, Mark.NO_EITHER)]
    behind = kinds[noes[0] :] if noes else []
    if Mark.NO_AFTER in kinds and not isinstance(kinds[0], Topic):
        # Denied in front: spleen negative.
        behind += [each for each in kinds[: kinds.index(Mark.NO_AFTER)] if each in _PLACES]
    return next((kind for kind in behind if kind in _NO_TOPICS), None)


def _of_an_aside(before: Sequence[Token]) -> bool:
    """Return whether a denial in front may be that of something else: "no fever ascites"."""
    kinds = [each.kind for each in before]
    asides = [place for place, kind in enumerate(kinds) if kind in (Mark.ASIDE, Mark.THING)]
    return bool(asides) and not _NEGATIONS.isdisjoint(kinds[: asides[0]])


def _leans_forward(token: Token, left: Token) -> bool:
    return left.kind not in _DENIABLE or (token.blank_before and not token.blank_after)


def _leans_backward(token: Token, left: Token) -> bool:
    return left.kind in _DENIABLE and token.blank_after and not token.blank_before
