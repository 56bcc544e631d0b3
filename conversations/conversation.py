"""The whole conversation as three functions: a tap, a typed text, and what to show.

A front end keeps the case code and the view of what it showed, turns what a person did
into a `Turn`, and draws the `Shown` that it leads to. Nothing else is remembered anywhere.
"""

from dataclasses import dataclass, replace
from functools import lru_cache

from conversations.consult.state import Consult
from conversations.flow.actions import Action
from conversations.flow.advance import Turn, advance
from conversations.flow.hearing import hear
from conversations.flow.remarks import Remark, RemarkKind
from conversations.flow.views import NEXT, REPORT, Page, View
from conversations.helpers.labs import labs_named, subject_of
from conversations.questions.catalogue import facts_of
from conversations.questions.relevance import open_questions
from conversations.report.against import against_screen
from conversations.report.behind import (
    caveats_screen,
    change_screen,
    flips_screen,
    skipped_screen,
    staging_screen,
)
from conversations.report.details import definition_screen
from conversations.report.summary import summary_screen
from conversations.screens.heard import heard_lines
from conversations.screens.helpers import labs_screen, sums_screen
from conversations.screens.question import measure_screen, question_screen
from conversations.screens.remarks import remark_line
from conversations.screens.scene import Scene
from conversations.screens.screen import Line, Screen, Style
from conversations.typed.answer import read_answer
from conversations.typed.labs import read_labs
from conversations.typed.lexicon import BACK, MEASURES, plain
from conversations.typed.sums import read_sums_view
from conversations.wording import Wording
from domain.facts.catalogue import CHILD_PUGH_CLASS, RESIDUAL_VIABILITY, TARGET_RESPONSE

_REMEMBERED = 256
"""Screens kept for whoever comes next: many consults begin alike."""


@dataclass(frozen=True)
class Shown:
    """A screen with what a front end must keep of it: the consult, and the view settled on."""

    screen: Screen
    consult: Consult
    view: View


def tapped(consult: Consult, action: Action) -> Turn:
    """Return where a tap leads."""
    return advance(consult, action)


def typed(shown: Shown, text: str) -> Turn:
    """Return where a typed text leads, on the screen that it was typed at.

    The label of a button does what the button does; anything else answers the question, or is a
    line of shorthand that may answer many.
    """
    action = _typed_action(shown, text)
    if action is not None:
        return advance(shown.consult, action)
    if shown.view.page in (Page.LABS, Page.SUMS):
        return _typed_into_helper(shown, text)
    if (found := hear(shown.consult, text)) is not None:
        consult, heard = found
        return Turn(consult, NEXT if heard.recorded else shown.view, heard=heard)
    subject = asked_on(shown.view)
    facts = facts_of(subject) if subject else ()
    kind = RemarkKind.NAME_THE_FACT if len(facts) > 1 else RemarkKind.NOT_UNDERSTOOD
    return Turn(shown.consult, shown.view, (Remark(kind, facts),))


def _typed_action(shown: Shown, text: str) -> Action | None:
    """Return what a text does as one answer to what the screen asks, `None` if it is none."""
    said = plain(text)
    buttons = [button for row in shown.screen.rows for button in row]
    labelled = [button.action for button in buttons if said and plain(button.label) == said]
    if labelled:
        return labelled[0]
    if shown.view.page is Page.MEASURE and said in MEASURES:
        return shown.screen.rows[MEASURES[said]][0].action
    subject = asked_on(shown.view)
    return read_answer(subject, text, shown.consult) if subject else None


def _typed_into_helper(shown: Shown, text: str) -> Turn:
    if plain(text) in BACK:
        fact = CHILD_PUGH_CLASS if shown.view.page is Page.LABS else TARGET_RESPONSE
        return Turn(shown.consult, View(Page.QUESTION, fact.name))
    if shown.view.page is Page.LABS:
        labs, remark = read_labs(text, labs_named(shown.view.subject))
        view = View(Page.LABS, subject_of(labs))
    else:
        view, remark = read_sums_view(text, shown.view)
    return Turn(shown.consult, view, (remark,) if remark else ())


def asked_on(view: View) -> str | None:
    """Return the question or fact that a settled view asks for, `None` if it asks for none."""
    if view.page in (Page.QUESTION, Page.MORE):
        return view.subject
    return RESIDUAL_VIABILITY.name if view.page is Page.MEASURE else None


def show(turn: Turn, wording: Wording, dated: str) -> Shown:
    """Return the screen of a turn. `dated` is the day, as a report is to print it."""
    shown = _shown(turn.consult, turn.view, wording, dated)
    remarks = [Line(remark_line(remark, wording)) for remark in turn.remarks]
    if turn.heard is not None:
        remarks += heard_lines(turn.heard, wording)
    if not remarks:
        return shown
    # What can be folded stands apart by itself.
    gap = () if remarks[-1].style is Style.FOLDED else (Line(""),)
    screen = replace(shown.screen, lines=(*remarks, *gap, *shown.screen.lines))
    return replace(shown, screen=screen)


@lru_cache(_REMEMBERED)
def _shown(consult: Consult, view: View, wording: Wording, dated: str) -> Shown:
    scene = Scene(consult, wording, dated)
    settled = _settle(view, scene)
    return Shown(_screen(settled, scene), consult, settled)


def _settle(view: View, scene: Scene) -> View:
    """Return the view itself, or what is next where that was asked for."""
    if view.page is not Page.NEXT:
        return view
    waiting = open_questions(scene.consult, scene.worth_asking)
    return View(Page.QUESTION, waiting[0].id) if waiting else REPORT


def _screen(view: View, scene: Scene) -> Screen:
    match view.page:
        case Page.MEASURE:
            return measure_screen(int(view.subject), scene)
        case Page.LABS:
            return labs_screen(view.subject, scene)
        case Page.SUMS:
            return sums_screen(view.subject, scene)
        case Page.DEFINITION:
            return definition_screen(view.subject, scene)
        case Page.QUESTION | Page.MORE:
            return question_screen(view.subject, scene, more=view.page is Page.MORE)
    return _PAGES[view.page](scene)


_PAGES = {
    Page.REPORT: summary_screen,
    Page.AGAINST: against_screen,
    Page.CAVEATS: caveats_screen,
    Page.FLIPS: flips_screen,
    Page.SKIPPED: skipped_screen,
    Page.STAGING: staging_screen,
    Page.CHANGE: change_screen,
}
