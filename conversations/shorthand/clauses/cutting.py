"""Cutting a line where punctuation and words such as "but", "then" and "now" have it."""

from collections.abc import Sequence
from dataclasses import replace

from conversations.shorthand.clauses.clause import NEGATIONS, Clause
from conversations.shorthand.kinds import NEUTRAL, Kind, Mark, Topic
from conversations.shorthand.lexing import Token

_ENDS = frozenset({Mark.COMMA, Mark.STOP, Mark.BREAK, Mark.THEN, Mark.PLUS})
_WHEN = (Topic.INTERVAL, Topic.SESSION_NUMBER)
"""What in brackets only says when."""


def cut(tokens: Sequence[Token]) -> list[Clause]:
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
            if _speaks_of_something(inside):
                apart += _in_brackets(inside) if not _names_again(inside, current) else []
            else:
                current += [_aside(each) for each in inside if each.kind not in _ENDS]
            place = close
        elif token.kind in _ENDS or _begins_now(tokens, place, current):
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


def _closing(tokens: Sequence[Token], opening: int) -> int:
    """Return where the bracket closes; one that does not ends with its sentence."""
    depth = 0
    for place in range(opening, len(tokens)):
        kind = tokens[place].kind
        depth += (kind is Mark.OPEN) - (kind is Mark.CLOSE)
        if depth == 0:
            return place
    return len(tokens)


def _speaks_of_something(inside: Sequence[Token]) -> bool:
    return any(isinstance(each.kind, Topic) and each.kind not in _WHEN for each in inside)


def _in_brackets(inside: Sequence[Token]) -> list[Clause]:
    first, *others = cut(inside)
    return [replace(first, follows=Mark.OPEN), *others]


def _names_again(inside: Sequence[Token], before: Sequence[Token]) -> bool:
    """Return whether brackets only name the finding in front again: "encephalopathy (HE)"."""
    if len(inside) != 1 or not before:
        return False
    return before[-1].kind is inside[0].kind and not inside[0].values


def _aside(token: Token) -> Token:
    """Return a word in brackets: one that is not known explains there, and takes nothing back."""
    return replace(token, kind=Mark.UNKNOWN_ASIDE) if token.kind is Mark.UNKNOWN else token


def _begins_now(tokens: Sequence[Token], place: int, before: Sequence[Token]) -> bool:
    """Return whether "now" begins a clause; in "PD now" and "none now" it ends one."""
    if tokens[place].kind is not Mark.NOW:
        return False
    after = tokens[place + 1 : place + 2]
    ends = all(each.kind in _ENDS or each.kind is Mark.CLOSE for each in after)
    return not (before and (ends or _denies_only(before)))


def _denies_only(tokens: Sequence[Token]) -> bool:
    """Return whether nothing but a denial has been said: "none now"."""
    return [each.kind in NEGATIONS for each in tokens if each.kind not in NEUTRAL] == [True]
