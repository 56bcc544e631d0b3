"""Whether TACE was the last treatment of the target lesions before their response."""

from itertools import pairwise

from conversations.shorthand.clauses.clause import Clause
from conversations.shorthand.groups.ablation import leaves_the_count
from conversations.shorthand.kinds import NEUTRAL, Mark, Topic
from conversations.shorthand.lexing import Token
from conversations.shorthand.line import Line
from conversations.shorthand.mentions import Mention
from conversations.shorthand.understood import Reason

_IN_TURN = ("序贯", "sequential", "后续")
"""What, beside systemic treatment, says that it came after TACE."""
_OF_TACE = (Mark.TACE, Topic.SESSIONS, Topic.SESSION_NUMBER)


def after_other_treatment(response: Mention, line: Line) -> bool:
    """Return whether the lesions were treated otherwise after TACE, as far as is told."""
    others = [
        each
        for each in line.of(Topic.ABLATION, Topic.NOT_TACE)
        if each.place <= response.place
        and each.head.get("any") is None
        and not (each.denied or each.held() is Reason.PLANNED)
    ]
    return _systemic_since(response, line) or bool(
        others and _since_tace(others[-1], response, line)
    )


def _systemic_since(response: Mention, line: Line) -> bool:
    """Return whether systemic treatment began after TACE, or after an earlier response to it."""
    earlier = [each.place for each in line.of(Topic.RESPONSE) if each.place < response.place]
    # "TACE x2, PD, then lenvatinib, now PR"
    between = line.clauses[earlier[-1] + 1 : response.place + 1] if earlier else ()
    return any(each.has(Mark.SYSTEMIC) for each in between) or any(
        _begins_systemic(
            clause, after_tace=any(each.has(*_OF_TACE) for each in line.clauses[: place + 1])
        )
        for place, clause in enumerate(line.clauses[: response.place])
    )


def _begins_systemic(clause: Clause, *, after_tace: bool) -> bool:
    """Return whether systemic treatment is told to come after TACE, or after what was told."""
    if not clause.has(Mark.SYSTEMIC):
        return False
    if clause.follows is Mark.THEN and not clause.has(Mark.TACE, Topic.SESSIONS):
        return True
    texts = {each.text for each in clause.tokens}
    in_turn = after_tace and not texts.isdisjoint(_IN_TURN)
    if clause.has(Mark.SINCE_TACE) or in_turn:
        return True
    words = [each for each in clause.tokens if each.kind not in NEUTRAL]
    if not clause.has(*_OF_TACE):
        # "Lenvatinib after"; in Chinese the word for it stands in front.
        since = after_tace and "since" in texts
        return since or _then(words[0], behind=False) or _then(words[-1], behind=True)
    return any(
        (_then(first, behind=False) and then.kind is Mark.SYSTEMIC)
        or (_then(then, behind=True) and first.kind is Mark.SYSTEMIC)
        for first, then in pairwise(words)
    )


def _then(word: Token, *, behind: bool) -> bool:
    """Return whether a word says that what stands in front of it, or behind it, came later."""
    return word.kind is Mark.AFTERWARDS and word.text.isascii() is behind


def _since_tace(other: Mention, response: Mention, line: Line) -> bool:
    """Return whether ablation, resection or HAIC came after the last TACE that is told."""
    tace = [each.start for each in line.all(*_OF_TACE) if each.start < response.head.start]
    if other.clause is response.clause or not tace:
        return True
    # "SBRT after TACE x2", but in Chinese the word for "after" follows what came first.
    after_tace = any(
        each.kind is Mark.AFTERWARDS and each.text.isascii() == behind
        for behind, beside in ((True, other.after[:1]), (False, other.before))
        for each in beside
    )
    if max(tace) > other.head.start and not after_tace:
        return False
    if other.topic is Topic.ABLATION:
        return not leaves_the_count(other, line)
    return after_tace or not other.clause.has(*_OF_TACE)
