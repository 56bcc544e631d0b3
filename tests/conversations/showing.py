# What the tests of the consult have in common: showing it, and tapping what is shown.

from collections.abc import Iterator

from bot.wording import wording
from conversations.consult.state import Consult
from conversations.conversation import Shown, show, tapped
from conversations.flow.actions import Action, Give, GiveUsual, NoScanYet, SetAside
from conversations.flow.advance import Turn
from conversations.flow.views import NEXT, Page, View
from conversations.questions.catalogue import QUESTIONS, STAGING_QUESTIONS
from conversations.screens.screen import Button, Screen
from conversations.wording import Language
from domain.definitions import DEFINITION_NAMED
from domain.facts.catalogue import FACTS
from domain.facts.reading import read_case

DATED = "24 November 2026"
WORDS = {language: wording(language) for language in Language}
EN, ZH = WORDS[Language.EN], WORDS[Language.ZH]

ANSWERING = (Give, GiveUsual, SetAside, NoScanYet)
"""The actions that deal with a question."""

_SUBJECTS = {
    Page.QUESTION: (*(each.id for each in QUESTIONS + STAGING_QUESTIONS if each.is_group), *FACTS),
    Page.MORE: (*(each.id for each in QUESTIONS if each.is_group), *FACTS),
    Page.MEASURE: ("501", "600", "707", "708", "710"),
    Page.DEFINITION: tuple(DEFINITION_NAMED),
    Page.LABS: ("in00000", "up00000", "un12300", "in11111", "in22222", "ip33333"),
    Page.SUMS: ("", "600-200-300", "600-200-1000", "600-600-0"),
}
EVERY_VIEW = tuple(View(page, subject) for page in Page for subject in _SUBJECTS.get(page, ("",)))


def consult(*not_known: str, **facts: object) -> Consult:
    return Consult(read_case(facts), frozenset(not_known))


def shown(of: Consult, view: View = NEXT, language: Language = Language.EN) -> Shown:
    return show(Turn(of, view), WORDS[language], DATED)


def after(before: Shown, action: Action, language: Language = Language.EN) -> Shown:
    return show(tapped(before.consult, action), WORDS[language], DATED)


def buttons(screen: Screen) -> Iterator[Button]:
    for row in screen.rows:
        yield from row


def labels(screen: Screen) -> list[list[str]]:
    return [[button.label for button in row] for row in screen.rows]


def labelled(screen: Screen, label: str) -> Button:
    found = [button for button in buttons(screen) if button.label == label]
    assert len(found) == 1, f"{len(found)} buttons say {label!r}: {labels(screen)}"
    return found[0]


# The ways of dealing with the question on a screen: its answers, and "not known".
def answering(screen: Screen) -> list[Action]:
    return [each.action for each in buttons(screen) if isinstance(each.action, ANSWERING)]
