"""Which clauses say nothing by themselves, but something of what was said before."""

from collections.abc import Iterable
from dataclasses import replace

from conversations.shorthand.clauses.clause import NEGATIONS, NOT_NEEDED, Clause
from conversations.shorthand.kinds import Mark, Topic
from conversations.shorthand.lexing import Token
from conversations.shorthand.polarity import AGAINST, APPEARED, denied_itself

MODIFYING = frozenset(
    {
        *NEGATIONS,
        Mark.YES_BEFORE,
        Mark.YES_AFTER,
        Mark.DOUBT,
        Mark.NOT_KNOWN,
        Mark.BENIGN,
        Mark.QUERY,
        Mark.PLANNED,
        Mark.PAST,
        Mark.AGO,
        Mark.BEFORE_SESSION,
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

_TAKING_BACK = (Mark.UNKNOWN, Mark.DOUBT, Mark.NOT_KNOWN, Mark.QUERY, Mark.PLANNED, Mark.PAST)
_DOUBTED = APPEARED | AGAINST | {Topic.RESPONSE, Topic.VIABILITY}
_STATED = _DOUBTED | {Topic.CHILD_PUGH, Topic.ECOG, Topic.MARKER}
"""Findings, which are no plans: a plan told next to them is one of its own."""
_WHEN = {Topic.SESSION_NUMBER, Topic.INTERVAL}
_INVASION, _SPREAD = (Topic.INVASION,), (Topic.SPREAD,)
_WHERE = (Mark.PLACE, Mark.ORGAN, Mark.TUMOR)
_PLANNED_ITSELF = (Mark.TACE, Mark.SCAN, Mark.THING)
_TRENDS = (Mark.RISING, Mark.HIGHER, Mark.FALLING)


def modifies(clause: Clause, before: Clause | None) -> bool:
    """Return whether the clause only says something of `before`, or of what comes next."""
    if _goes_on_after_a_session(clause, before):
        return True
    if clause.topics or clause.has(*NOT_NEEDED) or _states_itself(clause, before):
        return False
    if not clause.has(Mark.UNKNOWN):
        return clause.has(*MODIFYING)
    return before is not None and _may_take_back(clause, before)


def modifying_words(clause: Clause, before: Clause) -> tuple[Token, ...]:
    """Return what a clause that only modifies adds to the one before it."""
    words = clause.tokens if not clause.has(Mark.UNKNOWN) else clause.all(*_TAKING_BACK)
    return tuple(_doubts(words)) if _takes_back_a_tumor(clause, before) else words


def _goes_on_after_a_session(clause: Clause, before: Clause | None) -> bool:
    """Return whether the clause tells when: "AFP fell, rose after TACE 2"."""
    if before is None or not {Topic.SESSION_NUMBER} <= {*clause.topics} <= _WHEN:
        return False
    of_a_marker = Topic.MARKER in before.topics and clause.has(*_TRENDS)
    appeared = clause.has(Mark.NEW) or any("appeared" in each.values for each in clause.tokens)
    return of_a_marker or (appeared and before.topics[-1:] in (_INVASION, _SPREAD))


def _states_itself(clause: Clause, before: Clause | None) -> bool:
    """Return whether the clause, though it speaks of no topic, says something of its own."""
    finding_before = before is not None and not _STATED.isdisjoint(before.topics)
    denied = denied_itself(clause.tokens)
    return (
        # A plan; a scan that was clear; what was not assessed; no complication.
        (clause.has(Mark.PLANNED) and (finding_before or clause.has(*_PLANNED_ITSELF)))
        or (clause.has(Mark.SCAN) and any(each.text == "clear" for each in clause.tokens))
        or (
            before is None
            and clause.has(Mark.BENIGN)
            and clause.has(Mark.PLACE, Mark.ORGAN, Mark.TUMOR)
        )
        or (clause.has(Mark.NOT_KNOWN) and clause.has(Mark.THING, Mark.TECHNIQUE))
        or (clause.has(Mark.NOT_KNOWN) and clause.has(Mark.MRECIST) and not finding_before)
        or (denied is not None and not _takes_back_a_tumor(clause, before))
    )


def _may_take_back(clause: Clause, before: Clause) -> bool:
    """Return whether a clause that is not understood may take back what was said."""
    last = before.head(-1)
    return last is not None and (
        clause.has(Mark.NOW)
        or (clause.has(Mark.DOUBT, Mark.NOT_KNOWN, Mark.QUERY) and last.kind in _DOUBTED)
        or (clause.has(*_TRENDS) and last.kind is Topic.MARKER)
        # New lesions: none on CT, one on MRI.
        or (clause.tokens[0].text.isdecimal() and last.kind is Topic.NEW_LESIONS)
    )


def _takes_back_a_tumor(clause: Clause, before: Clause | None) -> bool:
    """Return whether the clause says of a lesion that was just told that it is no tumor."""
    return (
        before is not None
        and denied_itself(clause.tokens) is Mark.TUMOR
        and not APPEARED.isdisjoint(before.topics)
        and not before.has(*NEGATIONS)
    )


def _doubts(words: Iterable[Token]) -> Iterable[Token]:
    return (replace(each, kind=Mark.DOUBT) if each.kind in NEGATIONS else each for each in words)
