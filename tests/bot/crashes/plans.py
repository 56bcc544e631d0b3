"""What a clinician does in one consult, drawn by chance, and where each step has to lead.

The conversation is a pure function, so the consult without a crash is known before it begins.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from bot.wording import wording
from conversations.consult.state import Consult
from conversations.conversation import Shown, show, tapped, typed
from conversations.flow.actions import Give, GiveUsual, NoScanYet, Open, Restart, SetAside
from conversations.flow.advance import Turn
from conversations.flow.button import button_data
from conversations.flow.views import REPORT, Page
from conversations.wording import Language

if TYPE_CHECKING:
    from random import Random

    from conversations.flow.actions import Action
    from conversations.screens.screen import Button

WORDS = wording(Language.EN)
DAY = "2026-01-01"

_ANSWERS = (Give, GiveUsual, SetAside, NoScanYet)
_DETOURS = 4
_MOST_STEPS = 60
_LINES = ("TACE x3, mRECIST SD", "s/p cTACE x2, mRECIST PR, no new lesions, PS 1", "TACE x1")

Keys: TypeAlias = "tuple[tuple[str, ...], ...]"
"""What the buttons of a screen carry: which consult it is, and where in it."""


@dataclass(frozen=True)
class Tap:
    """A tap on the button that carries this."""

    data: str


@dataclass(frozen=True)
class Text:
    """A typed text."""

    text: str


@dataclass(frozen=True)
class Step:
    """What is done on one screen, all before the next one comes, and what the next one is."""

    deeds: tuple[Tap, ...] | tuple[Text]
    leads_to: Keys


@dataclass(frozen=True)
class Plan:
    """A whole consult, and the case that its report is about."""

    opens_with: Keys
    steps: tuple[Step, ...]
    ends: Consult

    def report(self, day: str) -> str:
        """Return the report, as it is to read on a day."""
        return show(Turn(self.ends, REPORT), WORDS, day).screen.text


def keys(shown: Shown) -> Keys:
    """Return what the buttons of a screen carry."""
    return tuple(tuple(_carried(shown, each) for each in row) for row in shown.screen.rows)


def _carried(shown: Shown, button: Button) -> str:
    return button_data(shown.consult, button.action)


def plan(chance: Random) -> Plan:
    """Draw a consult that ends with its report, with detours and quick taps on the way."""
    shown = opening = show(Turn(Consult()), WORDS, DAY)
    steps: list[Step] = []
    detours = _DETOURS
    while not (shown.view == REPORT and (detours == 0 or chance.random() < 0.3)):
        step, after, is_detour = _step(chance, shown, may_stray=detours > 0, first=not steps)
        detours -= is_detour
        if keys(after) != keys(shown):  # otherwise nobody could see that it was taken
            steps.append(step)
            shown = after
        if len(steps) > _MOST_STEPS:
            raise AssertionError("a consult without an end")
    return Plan(keys(opening), tuple(steps), shown.consult)


def _step(
    chance: Random, shown: Shown, *, may_stray: bool, first: bool
) -> tuple[Step, Shown, bool]:
    buttons = [each for row in shown.screen.rows for each in row]
    answers = [each for each in buttons if isinstance(each.action, _ANSWERS)]
    others = [each for each in buttons if not isinstance(each.action, (*_ANSWERS, Restart))]
    if first and chance.random() < 0.2:
        return *_type(shown, chance.choice(_LINES)), False
    if others and (not answers or (may_stray and chance.random() < 0.2)):
        return *_tap(shown, _way_back(others) or chance.choice(others)), bool(answers)
    facts = {each.action.fact for each in answers if isinstance(each.action, Give)}
    draw = chance.random()
    if len(facts) > 1 and draw < 0.6:
        return *_tap(shown, *chance.sample(answers, 2)), False  # two quick taps on one screen
    chosen = chance.choice(answers)
    if draw < 0.15:
        return *_tap(shown, chosen, chosen), False  # a button tapped twice
    if draw < 0.4 and len(facts) == 1:
        return *_type(shown, chosen.label), False
    return *_tap(shown, chosen), False


def _way_back(buttons: list[Button]) -> Button | None:
    """Return the way from a page behind the report to the report, so that a detour has an end."""
    if any(_opens(each.action, Page.CHANGE) for each in buttons):
        return None
    return next((each for each in buttons if _opens(each.action, Page.REPORT)), None)


def _opens(action: Action, page: Page) -> bool:
    return isinstance(action, Open) and action.view.page is page


def _tap(shown: Shown, *buttons: Button) -> tuple[Step, Shown]:
    """Tap buttons of one screen, each applied to what the one before has made of the consult."""
    after = shown
    for each in buttons:
        after = show(tapped(after.consult, each.action), WORDS, DAY)
    return Step(tuple(Tap(_carried(shown, each)) for each in buttons), keys(after)), after


def _type(shown: Shown, text: str) -> tuple[Step, Shown]:
    after = show(typed(shown, text), WORDS, DAY)
    return Step((Text(text),), keys(after)), after
