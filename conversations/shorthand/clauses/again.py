"""Clauses that deny again, at another time, what the clause before them spoke of."""

from dataclasses import replace

from conversations.shorthand.clauses.clause import NEGATIONS, Clause
from conversations.shorthand.kinds import NEUTRAL, Mark, Topic
from conversations.shorthand.lexing import Token
from conversations.shorthand.polarity import one_family

_SAID_OF_IT = {"there", "none", "appeared"}
_NONE_AFTER_SESSION = NEGATIONS | {Topic.SESSION_NUMBER, Mark.AFTERWARDS, Mark.SINCE_TACE}


def finding_again(clause: Clause, before: Clause) -> Token | None:
    """Return the finding of which the clause says that it was not there at another time."""
    said = {each.kind for each in clause.tokens} - NEUTRAL
    if len(said & NEGATIONS) != 1:
        return None
    if Topic.SESSION_NUMBER in said and said <= _NONE_AFTER_SESSION:
        # "A new lesion after session 1, none after session 2"
        return next((replace(each, values={}) for each in before.all(Topic.NEW_LESIONS)), None)
    if Mark.NOW in said and said <= NEGATIONS | {Mark.NOW}:
        # "HE last year, none now"
        return _bare(before.head(-1))
    return None


def _bare(head: Token | None) -> Token | None:
    if head is None or not one_family({head.kind}):
        return None
    values = {name: part for name, part in head.values.items() if name not in _SAID_OF_IT}
    return replace(head, values=values)
