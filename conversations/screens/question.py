"""The screens that ask."""

from collections.abc import Iterator

from conversations.flow.actions import Back, Give, Open, SetAside
from conversations.flow.views import REPORT, Page, View
from conversations.helpers.labs import EMPTY
from conversations.helpers.viability import range_of_diameter
from conversations.questions.catalogue import QUESTION_OF, QUESTIONS, facts_of
from conversations.questions.question import Question
from conversations.questions.relevance import asked_before, may_be_asked, open_questions, progress
from conversations.screens.answers import answer_rows
from conversations.screens.group import group_lines, group_rows
from conversations.screens.phrases import said
from conversations.screens.scene import Scene
from conversations.screens.screen import Button, Line, Screen, Style, in_rows
from domain.calculators.ecog import GRADES
from domain.facts.catalogue import (
    CHILD_PUGH_CLASS,
    ECOG,
    RESIDUAL_VIABILITY,
    TARGET_RESPONSE,
)


def question_screen(subject: str, scene: Scene, *, more: bool = False) -> Screen:
    """Return the screen about a question, or about one fact of a question with several.

    `more` puts the long form of what is meant in place of the short one.
    """
    question = QUESTION_OF[facts_of(subject)[0]]
    lines = list(_above(question, scene))
    if len(facts_of(subject)) > 1:
        lines += group_lines(question, scene, more=more)
        rows = group_rows(question, scene)
    else:
        lines.append(Line(scene.wording(f"fact.{subject}.ask"), Style.STRONG))
        lines += _meaning(subject, scene, more=more)
        rows = answer_rows(subject, scene.consult, scene.wording) + _helper(subject, scene)
        lines += _given_beside(subject, rows, scene)
    if question in QUESTIONS and open_questions(scene.consult, scene.worth_asking):
        lines.append(Line(_progress(question, scene), Style.QUIET))
    below = list(_below(subject, question, scene, more=more))
    return Screen(tuple(lines), rows + in_rows(below, 3))


def measure_screen(ticks: int, scene: Scene) -> Screen:
    """Return the screen that asks whether a viability just over half is of area or diameter."""
    wording, fact = scene.wording, RESIDUAL_VIABILITY.name
    percent = RESIDUAL_VIABILITY.value(ticks)
    by_area = range_of_diameter(ticks)
    lines = (
        Line(wording("screen.measure.ask", percent=percent), Style.STRONG),
        Line(wording("screen.measure.meant"), Style.QUIET),
    )
    buttons = [
        Button(wording("screen.measure.area", percent=percent), Give(fact, percent)),
        Button(
            wording("screen.measure.diameter", recorded=said(wording, fact, by_area)),
            Give(fact, by_area),
        ),
        Button(wording(f"unsure.{fact}"), SetAside(fact)),
        Button(wording("button.back"), Open(View(Page.QUESTION, fact))),
    ]
    return Screen(lines, in_rows(buttons, 1))


def _above(question: Question, scene: Scene) -> Iterator[Line]:
    if question is QUESTIONS[0] and not scene.consult.case.answers:
        yield Line(scene.wording("anchor"))


def _meaning(fact: str, scene: Scene, *, more: bool) -> Iterator[Line]:
    wording = scene.wording
    if not more:
        yield Line(wording(f"fact.{fact}.meant"), Style.QUIET)
        return
    yield Line(wording(f"fact.{fact}.more"))
    if fact == ECOG.name:
        yield Line("\n".join(wording(f"ecog.{grade}") for grade in GRADES), Style.QUIET)
    yield Line(wording("screen.typed", form=wording(f"fact.{fact}.typed")), Style.QUIET)


def _given_beside(fact: str, rows: tuple[tuple[Button, ...], ...], scene: Scene) -> Iterator[Line]:
    """Yield the answer given where no button stands for it, such as a typed number."""
    answer = scene.consult.case.answers.get(fact)
    offered = {button.action for row in rows for button in row}
    if answer is not None and Give(fact, answer) not in offered:
        yield Line(f"✓ {said(scene.wording, fact, answer)}")


def _helper(fact: str, scene: Scene) -> tuple[tuple[Button, ...], ...]:
    """Return the way to a helper, for a value that may not be ready."""
    if fact == CHILD_PUGH_CLASS.name:
        return ((Button(scene.wording("button.labs"), Open(View(Page.LABS, EMPTY))),),)
    if fact == TARGET_RESPONSE.name:
        return ((Button(scene.wording("button.sums"), Open(View(Page.SUMS))),),)
    return ()


def _progress(question: Question, scene: Scene) -> str:
    place = progress(question, scene.consult, may_be_asked(scene.consult, scene.appraisal))
    if not place.at_most_left:
        return scene.wording("screen.progress_last", number=place.number)
    return scene.wording.count("screen.progress", place.at_most_left, number=place.number)


def _below(subject: str, question: Question, scene: Scene, *, more: bool) -> Iterator[Button]:
    """Yield the buttons under the answers: back, what is meant, the report."""
    place = QUESTIONS.index(question) if question in QUESTIONS else 0
    if subject != question.id or asked_before(place, scene.consult):
        yield Button(scene.wording("button.back"), Back(subject))
    if more:
        yield Button(scene.wording("button.less"), Open(View(Page.QUESTION, subject)))
    else:
        yield Button(scene.wording("button.more"), Open(View(Page.MORE, subject)))
    if scene.consult.case.answers or scene.consult.not_known:
        asking = open_questions(scene.consult, scene.worth_asking)
        yield Button(scene.wording("button.report" if asking else "button.to_report"), Open(REPORT))
