"""Plays a scripted consult and keeps every screen that it led to."""

from collections.abc import Iterator
from dataclasses import dataclass

from bot.telegram.drawing import keyboard
from conversations.consult.state import Consult
from conversations.conversation import Shown, asked_on, show, tapped, typed
from conversations.flow.actions import Action, Open
from conversations.flow.advance import Turn
from conversations.flow.button import read_button
from conversations.flow.views import Page
from conversations.wording import Wording
from tests.pictures.scripts import Script, Step, Typed

DATED = "2026-01-31"


@dataclass(frozen=True)
class Still:
    """One screen of a consult, named for the file that its picture goes to."""

    name: str
    shown: Shown


def play(script: Script, wording: Wording) -> list[Still]:
    """Return every screen of the consult, and every page that its report leads to.

    Raises `LookupError` where the script has no answer to a question, or taps a button that
    is not there.
    """
    screens = list(_screens(script, wording))
    return [
        Still(f"{script.name}-{number:02}-{_name(shown)}", shown)
        for number, shown in enumerate(screens, start=1)
    ]


def take(shown: Shown, step: Step, wording: Wording) -> Shown:
    """Return the screen that a step leads to; raises `LookupError` for a button not there."""
    if isinstance(step, Typed):
        return show(typed(shown, step.text), wording, DATED)
    if step not in _offered(shown):
        raise LookupError(f"{_name(shown)} has no button for {step}")
    return show(tapped(shown.consult, step), wording, DATED)


def _screens(script: Script, wording: Wording) -> Iterator[Shown]:
    waiting = {asked: iter(steps) for asked, steps in script.steps.items()}
    shown = show(Turn(Consult()), wording, DATED)
    yield shown
    while shown.view.page is not Page.REPORT:
        asked = asked_on(shown.view) or shown.view.page.name.lower()
        step = next(waiting.get(asked, iter(())), None)
        if step is None:
            raise LookupError(f"{script.name} has no answer left to {asked}")
        shown = take(shown, step, wording)
        yield shown
    report = shown
    for action in _offered(report):
        if isinstance(action, Open):
            yield take(report, action, wording)
    for step in script.afterwards:
        shown = take(shown, step, wording)
        yield shown


def _offered(shown: Shown) -> list[Action]:
    """Return what the buttons of a screen do, as Telegram hands it back when one is tapped."""
    markup = keyboard(shown.screen, shown.consult)
    data = [button.get("callback_data") for row in markup["inline_keyboard"] for button in row]
    return [read_button(each)[1] for each in data if each is not None]


def _name(shown: Shown) -> str:
    return "-".join(filter(None, (shown.view.page.name.lower(), shown.view.subject)))
