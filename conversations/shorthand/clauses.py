"""Cutting a line into clauses: stretches in which words can speak of each other.

Commas, stops and words such as "but" and "now" end a clause; what stands in brackets is a
clause of its own if it speaks of something itself, and otherwise belongs to what it stands in.
Then what was cut too finely is joined again: a clause that only modifies ("PVTT, none"), and
lists ("no new lesions, PVTT or EHS"; "PVTT, EHS both negative").
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import takewhile

from conversations.shorthand.kinds import NEUTRAL, Kind, Mark, Topic
from conversations.shorthand.lexing import Token
from conversations.shorthand.polarity import AGAINST, APPEARED, denied_itself, one_family

GOING_ON = frozenset({Mark.COMMA, Mark.PLUS})
"""What may stand between the items of one list."""
_ENDS = frozenset({Mark.COMMA, Mark.STOP, Mark.BREAK, Mark.THEN, Mark.PLUS})
_NEGATIONS = frozenset({Mark.NO_BEFORE, Mark.NO_AFTER, Mark.NO_EITHER})
_SHARED = _NEGATIONS | {Mark.NORMAL, Mark.NEVER_RAISED, Mark.STEADY, Mark.FALLING}
_DOUBTS = frozenset({Mark.DOUBT, Mark.NOT_KNOWN, Mark.BENIGN, Mark.QUERY})
_IN_LISTS = frozenset({Mark.AND, Mark.LIST, Mark.OR, Mark.BOTH, Mark.FILLER, Mark.TUMOR}) | _DOUBTS
MODIFYING = frozenset(
    {
        *_NEGATIONS,
        Mark.YES_BEFORE,
        Mark.YES_AFTER,
        Mark.DOUBT,
        Mark.NOT_KNOWN,
        Mark.BENIGN,
        Mark.QUERY,
        Mark.PLANNED,
        Mark.PAST,
        Mark.AT_BASELINE,
        Mark.OF_BASELINE,
        Mark.OF_SMALLEST,
        Mark.NEW,
        Mark.SINCE_TACE,
        Mark.OLD,
        Mark.GROWN,
        Mark.DIFFUSE,
        Mark.REFRACTORY,
        Mark.NOT_REFRACTORY,
        Mark.AGO,
        Mark.BEFORE_SESSION,
        Mark.AREA,
        Mark.DIAMETER,
        Mark.VOLUME,
        Mark.RISING,
        Mark.HIGHER,
        Mark.FALLING,
        Mark.STEADY,
        Mark.NORMAL,
        Mark.NEVER_RAISED,
        Mark.SPAN,
        Mark.DATE,
        Mark.OTHER_LESIONS,
        Mark.OTHER_CRITERIA,
        Mark.NOT_TARGET,
    }
)
"""What only says something of a finding, so that it must belong to the clause before."""

NOT_NEEDED = (Mark.ASIDE, Mark.SYSTEMIC, Mark.RAISES_PIVKA)
"""What is true of the patient and read by no rule."""

_DOUBTED = APPEARED | AGAINST | {Topic.RESPONSE, Topic.VIABILITY}
_TAKING_BACK = (Mark.UNKNOWN, Mark.DOUBT, Mark.NOT_KNOWN, Mark.QUERY, Mark.PLANNED, Mark.PAST)
_TRENDS = (Mark.RISING, Mark.HIGHER, Mark.FALLING)

_WHEN = (Topic.INTERVAL, Topic.SESSION_NUMBER)
_SAID_OF_IT = {"there", "none", "appeared"}

_STATED = frozenset(
    {
        Topic.RESPONSE,
        Topic.CHILD_PUGH,
        Topic.ECOG,
        Topic.MARKER,
        Topic.VIABILITY,
        *APPEARED,
        *AGAINST,
    }
)
"""Findings, which are no plans: a plan told next to them is one of its own."""

_NONE_AFTER_SESSION = _NEGATIONS | {Topic.SESSION_NUMBER, Mark.AFTERWARDS, Mark.SINCE_TACE}

_EITHER_WAY = (
    Mark.DOUBT,
    Mark.NOT_KNOWN,
    Mark.QUERY,
    Mark.PLANNED,
    Mark.PAST,
    Mark.OTHER_CRITERIA,
    Mark.NOT_TARGET,
    Mark.DATE,
)
"""What, standing between two clauses, may just as well belong to the one behind it."""


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
        """Return the words behind everything that the clause speaks of."""
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


def clauses_of(tokens: Sequence[Token]) -> tuple[Clause, ...]:
    """Return the clauses of a line."""
    clauses: list[Clause] = []
    ahead: tuple[Token, ...] = ()
    placed = True
    for clause in _cut(tokens):
        begins = not clauses or (
            clause.follows is Mark.STOP and not _compares_the_response(clause, clauses[-1])
        )
        if begins and placed:
            ahead = ()
        again = _new_lesion_again(clause, clauses[-1] if clauses else None)
        if again:
            clauses.append(Clause((again, *clause.tokens), Mark.BREAK))
            ahead = ()
        elif not _modifies(clause, None if begins else clauses[-1]):
            clauses.append(replace(clause, tokens=ahead + clause.tokens))
            ahead = ()
        elif begins:
            ahead += clause.tokens
            placed = False
        elif _none_now(clause) and (finding := _finding_again(clauses[-1])):
            clauses.append(Clause((finding, *clause.tokens), Mark.BREAK))
            ahead = ()
        else:
            modifying = clause.tokens if not clause.has(Mark.UNKNOWN) else clause.all(*_TAKING_BACK)
            if _takes_back_a_tumor(clause, clauses[-1]):
                modifying = tuple(_as_doubt(each) for each in modifying)
            clauses[-1] = replace(clauses[-1], tokens=clauses[-1].tokens + modifying)
            ahead = clause.all(*_EITHER_WAY)
            placed = True
    if ahead and not placed:
        clauses.append(Clause(ahead))
    return tuple(_lists_joined(clauses))


def _new_lesion_again(clause: Clause, before: Clause | None) -> Token | None:
    """Return the lesion that did not come after another session: "none after session 2"."""
    said = {each.kind for each in clause.tokens} - NEUTRAL
    if before is None or not said & _NEGATIONS or not said <= _NONE_AFTER_SESSION:
        return None
    lesions = before.all(Topic.NEW_LESIONS)
    return replace(lesions[-1], values={}) if lesions and Topic.SESSION_NUMBER in said else None


def _none_now(clause: Clause) -> bool:
    """Return whether the clause says only that something is not there now."""
    said = {each.kind for each in clause.tokens} - NEUTRAL
    return Mark.NOW in said and len(said & _NEGATIONS) == len(said) - 1 == 1


def _finding_again(clause: Clause) -> Token | None:
    """Return the finding that is told to be there no longer: "HE last year, none now"."""
    head = clause.head(-1)
    if head is None or not one_family({head.kind}):
        return None
    values = {name: part for name, part in head.values.items() if name not in _SAID_OF_IT}
    return replace(head, values=values)


def _cut(tokens: Sequence[Token]) -> list[Clause]:
    """Return the clauses as punctuation has them, those in brackets behind their surroundings."""
    clauses: list[Clause] = []
    current: list[Token] = []
    apart: list[Clause] = []
    follows: Kind = Mark.STOP
    place = 0
    while place < len(tokens):
        token = tokens[place]
        if token.kind is Mark.OPEN:
            close = _closing(tokens, place)
            inside = tokens[place + 1 : close]
            if _names_again(inside, current):
                pass
            elif any(isinstance(each.kind, Topic) and each.kind not in _WHEN for each in inside):
                apart += _in_brackets(inside)
            else:
                current += [_aside(each) for each in inside if each.kind not in _ENDS]
            place = close
        elif token.kind in _ENDS or (token.kind is Mark.NOW and not _denies_only(current)):
            if current:
                clauses.append(Clause(tuple(current), follows))
            if current or token.kind is Mark.THEN:
                follows = token.kind
            clauses += apart
            current, apart = [token] if token.kind is Mark.NOW else [], []
            follows = Mark.STOP if token.kind is Mark.STOP else follows
        elif token.kind is not Mark.CLOSE:
            current.append(token)
        place += 1
    if current:
        clauses.append(Clause(tuple(current), follows))
    return clauses + apart


def _denies_only(tokens: Sequence[Token]) -> bool:
    """Return whether nothing but a denial has been said: "none now"."""
    return [each.kind in _NEGATIONS for each in tokens if each.kind not in NEUTRAL] == [True]


def _aside(token: Token) -> Token:
    """Return a word in brackets: one that is not known explains there, and takes nothing back."""
    return replace(token, kind=Mark.UNKNOWN_ASIDE) if token.kind is Mark.UNKNOWN else token


def _names_again(inside: Sequence[Token], before: Sequence[Token]) -> bool:
    """Return whether brackets only hold another name of the finding in front: "encephalopathy (HE)"."""
    return (
        len(inside) == 1
        and bool(before)
        and isinstance(inside[0].kind, Topic)
        and before[-1].kind is inside[0].kind
        and not inside[0].values
    )


def _in_brackets(inside: Sequence[Token]) -> list[Clause]:
    first, *others = _cut(inside)
    return [replace(first, follows=Mark.OPEN), *others]


def _closing(tokens: Sequence[Token], opening: int) -> int:
    """Return where the bracket closes; one that does not ends with its sentence."""
    depth = 0
    for place in range(opening, len(tokens)):
        kind = tokens[place].kind
        depth += (kind is Mark.OPEN) - (kind is Mark.CLOSE)
        if depth == 0:
            return place
    return len(tokens)


def _modifies(clause: Clause, before: Clause | None) -> bool:
    """Return whether the clause says nothing by itself, but something of what was said before."""
    last = before.head(-1) if before else None
    of_a_marker = clause.has(*_TRENDS) and before is not None and Topic.MARKER in before.topics
    if of_a_marker and set(clause.topics) == {Topic.SESSION_NUMBER}:
        return True
    if clause.topics or clause.has(*NOT_NEEDED):
        return False
    stated = before is not None and not _STATED.isdisjoint(before.topics)
    if clause.has(Mark.PLANNED) and (stated or clause.has(Mark.SCAN, Mark.THING)):
        return False
    if clause.has(Mark.SCAN) and any(each.text == "clear" for each in clause.tokens):
        return False
    if before is None and clause.has(Mark.BENIGN) and clause.has(Mark.PLACE, Mark.TUMOR):
        return False
    if clause.has(Mark.NOT_KNOWN) and clause.has(Mark.THING):
        return False
    denied = denied_itself(clause.tokens)
    if denied is not None and not _takes_back_a_tumor(clause, before):
        return False
    if not clause.has(Mark.UNKNOWN):
        return clause.has(*MODIFYING)
    if last is None:
        return False
    # It is not understood, but may well take back what was said.
    return (
        clause.has(Mark.NOW)
        or (clause.has(Mark.DOUBT, Mark.NOT_KNOWN, Mark.QUERY) and last.kind in _DOUBTED)
        or (of_a_marker and last.kind is Topic.MARKER)
    )


def _compares_the_response(clause: Clause, before: Clause) -> bool:
    """Return whether the clause goes on with a response: "PD vs nadir; vs baseline -10%"."""
    return before.has(Topic.RESPONSE) and clause.has(Mark.OF_BASELINE) and not clause.topics


def _takes_back_a_tumor(clause: Clause, before: Clause | None) -> bool:
    """Return whether the clause says of a lesion that was just told that it is no tumor."""
    return (
        before is not None
        and denied_itself(clause.tokens) is Mark.TUMOR
        and not APPEARED.isdisjoint(before.topics)
        and not before.has(*_NEGATIONS)
    )


def _as_doubt(token: Token) -> Token:
    return replace(token, kind=Mark.DOUBT) if token.kind in _NEGATIONS else token


def _lists_joined(clauses: Sequence[Clause]) -> list[Clause]:
    """Return the clauses with each list that shares one denial in one clause."""
    joined: list[Clause] = []
    for clause in clauses:
        start, right = len(joined), clause
        while start and _is_item(joined[start - 1]) and _goes_on(joined[start - 1], right):
            start -= 1
            right = joined[start]
        if not _shares_backwards(clause):
            denied = (
                start and _ends_denied(joined[start - 1]) and _goes_on(joined[start - 1], right)
            )
            start = start - 1 if denied and _ends_list(clause) else len(joined)
        joined[start:] = [_joined([*joined[start:], clause])]
    return joined


def _goes_on(left: Clause, right: Clause) -> bool:
    """Return whether one clause continues the list of another one."""
    topics = left.topics + right.topics
    alike = one_family(topics) or set(topics) == {Topic.MARKER}
    return alike and right.follows in GOING_ON


def _is_item(clause: Clause) -> bool:
    """Return whether the clause is one bare finding, as in a list."""
    return len(clause.topics) == 1 and is_list(clause)


def is_list(clause: Clause) -> bool:
    """Return whether the clause only names findings, or doubts them."""
    return bool(clause.topics) and all(
        token.kind in _IN_LISTS
        or (isinstance(token.kind, Topic) and not token.values.keys() & {"there", "none"})
        for token in clause.tokens
    )


def _ends_list(clause: Clause) -> bool:
    return clause.has(Mark.OR) and is_list(clause)


def _ends_denied(clause: Clause) -> bool:
    """Return whether the clause begins with a denial and ends with what it denies."""
    sure = [token for token in clause.tokens if token.kind not in _DOUBTS]
    others = sure[1:]
    return (
        bool(others)
        and sure[0].kind in _NEGATIONS
        and not _is_no_topic(others[-1])
        and is_list(Clause(tuple(others)))
    )


def _shares_backwards(clause: Clause) -> bool:
    """Return whether the clause says of all that was listed that it is not there, or normal."""
    last = [token.kind for token in clause.tokens if token.kind not in _DOUBTS][-1:]
    return clause.has(Mark.BOTH) and _SHARED.issuperset(last)


def _joined(clauses: Sequence[Clause]) -> Clause:
    tokens: list[Token] = []
    for clause in clauses:
        if tokens:
            before = tokens[-1]
            tokens.append(replace(before, kind=Mark.LIST, start=before.end, text=""))
        tokens += clause.tokens
    return Clause(tuple(tokens), clauses[0].follows)
