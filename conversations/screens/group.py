"""The part of a screen that asks for several facts at once."""

from collections.abc import Iterator

from conversations.flow.actions import Give, GiveUsual, Open, SetAside
from conversations.flow.views import Page, View
from conversations.questions.question import Question
from conversations.screens.phrases import name, said
from conversations.screens.scene import Scene
from conversations.screens.screen import Button, Line, Style, in_rows
from domain.facts.catalogue import EXTRAHEPATIC_SPREAD, FACTS
from domain.facts.fact import Choice

_FINDINGS_A_ROW = 2


def group_lines(question: Question, scene: Scene, *, more: bool) -> Iterator[Line]:
    """Yield what is asked, what was answered, and exactly what the one-tap answer records.

    `more` puts the long form of what is meant in place of the short one.
    """
    wording = scene.wording
    yield Line(wording(f"group.{question.id}.ask"), Style.STRONG)
    if more:
        yield Line(wording(f"group.{question.id}.more"))
    else:
        yield from _meanings(question, scene)
    for fact in question.facts:
        if fact in scene.consult.case.answers:
            yield Line(f"✓ {said(wording, fact, scene.consult.case.answers[fact])}")
        elif fact in scene.consult.not_known:
            yield Line(wording("screen.fact_not_known", fact=name(wording, fact)))
    still_open = _still_open(question, scene)
    if still_open:
        recorded = [said(wording, fact, question.usual[fact]) for fact in still_open]
        answers = wording("list.semicolon").join(recorded)
        yield Line(wording("screen.one_tap_records", answers=answers), Style.QUIET)


def _meanings(question: Question, scene: Scene) -> Iterator[Line]:
    """Yield what is meant, and what counts as each finding that is still asked for."""
    yield Line(scene.wording(f"group.{question.id}.meant"), Style.QUIET)
    for fact in _still_open(question, scene):
        key = f"group.{question.id}.means.{fact}"
        if key in scene.wording:
            yield Line(scene.wording(key), Style.QUIET)


def group_rows(question: Question, scene: Scene) -> tuple[tuple[Button, ...], ...]:
    """Return the one-tap answer, a button for each finding that can be there, and "not known"."""
    still_open = _still_open(question, scene)
    usual, unsure = [], []
    if still_open:
        usual.append(Button(_usual_label(question, still_open, scene), GiveUsual(question.id)))
        unsure.append(Button(scene.wording("screen.rest_not_known"), SetAside(question.id)))
    findings = [
        tuple(_finding(question, fact, scene))
        for fact in question.facts
        if fact in still_open or not scene.consult.is_open(fact)
    ]
    if all(len(buttons) == 1 for buttons in findings):
        single = [button for buttons in findings for button in buttons]
        findings = list(in_rows(single, _FINDINGS_A_ROW))
    return in_rows(usual, 1) + tuple(findings) + in_rows(unsure, 1)


def _usual_label(question: Question, still_open: list[str], scene: Scene) -> str:
    if len(still_open) == len(question.facts):
        return scene.wording(f"answer.usual.{question.id}")
    dealt_with = scene.consult.case.answers.keys() | scene.consult.not_known
    if dealt_with.isdisjoint(question.facts):
        return scene.wording(f"answer.usual_some.{question.id}")
    # Spread is called absent only when the chest was imaged too, so the label says it.
    chest = "_chest" if EXTRAHEPATIC_SPREAD.name in still_open else ""
    return scene.wording(f"answer.usual_rest{chest}")


def _still_open(question: Question, scene: Scene) -> list[str]:
    return [fact for fact in question.facts if fact in scene.worth_asking]


def _finding(question: Question, fact: str, scene: Scene) -> Iterator[Button]:
    """Yield a button for each way in which a finding can be there, or one to change its answer."""
    label = scene.wording(f"group.{question.id}.row.{fact}")
    if not scene.consult.is_open(fact):
        mark = "?" if fact in scene.consult.not_known else "✓"
        yield Button(f"{mark} {label}", Open(View(Page.QUESTION, fact)))
        return
    choice = FACTS[fact]
    for value in choice.values if isinstance(choice, Choice) else ():
        if value is True:
            yield Button(label, Give(fact, value))
        elif value != question.usual[fact]:
            text = scene.wording(f"group.{question.id}.tap.{fact}.{value}")
            yield Button(text, Give(fact, value))
