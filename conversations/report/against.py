"""The eight reasons against TACE in detail: which apply, by which answer, and where they come from.

They are judged apart from the definitions, and so have a page of their own.
"""

from conversations.flow.actions import Open
from conversations.flow.views import REPORT, Page, View
from conversations.report.details import citations
from conversations.screens.phrases import name, said
from conversations.screens.scene import Scene
from conversations.screens.screen import Button, Line, Screen, Style, in_rows
from domain.facts.catalogue import FACTS
from domain.logic.conditions import Condition
from domain.unsuitability import REASONS, SOURCE

_MARKS = {True: ("■", "applies"), False: ("□", "absent"), None: ("?", "unchecked")}


def against_screen(scene: Scene) -> Screen:
    """Return every reason with the answer that decided it, and a way to change each answer."""
    wording = scene.wording
    lines = (
        Line(wording("report.against_title"), Style.STRONG),
        *(_reason(reason, condition, scene) for reason, condition in REASONS.items()),
        Line(wording("report.against_rule")),
        *citations((SOURCE,), scene),
    )
    asked = [
        Button(
            wording("button.change_fact", fact=name(wording, fact)),
            Open(View(Page.QUESTION, fact)),
        )
        for fact in FACTS
        if any(fact in condition.facts for condition in REASONS.values())
    ]
    back = [Button(wording("button.to_report"), Open(REPORT))]
    return Screen(lines, in_rows(asked, 2) + in_rows(back, 1))


def _reason(reason: str, condition: Condition, scene: Scene) -> Line:
    """Return one reason, whether it applies, and an answer that says more than yes or no."""
    wording, case = scene.wording, scene.consult.case
    truth = condition.truth(case.known)
    mark, status = _MARKS[truth]
    named = wording(f"reason.{reason}")
    told = wording(f"report.against.{status}", reason=named)
    (fact,) = condition.facts
    if fact in case.answers and not isinstance(case.answers[fact], bool):
        answer = said(wording, fact, case.answers[fact])
        if answer != named:
            told = wording("report.against_answer", told=told, answer=answer)
    return Line(f"{mark} {told}", Style.STRONG if truth else Style.PLAIN)
