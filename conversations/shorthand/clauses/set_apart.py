"""Setting apart what is said of another patient or cancer, of no patient at all, or of a plan."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from conversations.shorthand.clauses.clause import Clause
from conversations.shorthand.kinds import Kind, Mark, Topic
from conversations.shorthand.understood import Reason

_WHY: Mapping[Kind, Reason] = {
    Mark.OTHER_CASE: Reason.NOT_THIS_CASE,
    Mark.OTHER_CANCER: Reason.NOT_THIS_CASE,
    Mark.PLAN_HEADING: Reason.PLANNED,
}
_OF_HCC = (
    Mark.TACE,
    Topic.SESSIONS,
    Topic.SESSION_NUMBER,
    Topic.MARKER,
    Topic.INVASION,
    Topic.CHILD_PUGH,
    Topic.ECOG,
)
"""What, told behind another cancer, can only be told of the liver cancer again."""

Apart = tuple[Clause, Reason]


def set_apart(clauses: Sequence[Clause]) -> tuple[list[Clause], list[Apart]]:
    """Return the clauses that speak of this liver cancer as it is, and the others with why not.

    What is said of something else goes on to the end of its sentence. Where several patients
    are told of, it is not known which of them is the one.
    """
    if _several(clauses):
        return [], [(each, Reason.NOT_THIS_CASE) for each in clauses]
    own: list[Clause] = []
    apart: list[Apart] = []
    subject: Kind | None = None
    for clause in clauses:
        before, subject = subject, _subject(clause, subject)
        if subject:
            apart.append((clause, _WHY[subject]))
        else:
            own.append(replace(clause, follows=Mark.STOP) if before else clause)
    return own, apart


def _several(clauses: Sequence[Clause]) -> bool:
    labels = {each.text for clause in clauses for each in clause.all(Mark.CASE_LABEL)}
    return len(labels) > 1 or any(
        "several" in each.values for clause in clauses for each in clause.all(Mark.OTHER_CASE)
    )


def _subject(clause: Clause, before: Kind | None) -> Kind | None:
    """Return of what else a clause speaks, given that of the clause before it."""
    named = clause.all(Mark.OTHER_CASE, Mark.PLAN_HEADING)
    if named:
        return named[0].kind
    if clause.follows is Mark.STOP or clause.has(Mark.THIS_CASE):
        before = None
    hcc = any("hcc" in each.text or "肝" in each.text for each in clause.all(Mark.TUMOR))
    if hcc or (before is Mark.OTHER_CANCER and clause.has(*_OF_HCC)):
        before = None
    return Mark.OTHER_CANCER if clause.has(Mark.OTHER_CANCER) and not hcc else before
