# Golden transcripts: a sentence that names a consult, and every step of it with the whole screen
# that it leads to: its lines, its buttons in brackets, row by row, and what it offers to copy.
#
# A step is `begin`, or `begin with` answers that were given before; `tap` and a button's label;
# `type` and a text. Between all steps the state is carried by a case code and nothing else.

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from conversations.consult.state import Consult
from conversations.conversation import Shown, show, tapped, typed
from conversations.flow.advance import Turn
from conversations.flow.button import address, button_data, read_button
from conversations.screens.screen import CopyOffer, Offer, Screen
from conversations.wording import Language, Wording
from tests.conversations.showing import DATED, WORDS, consult, labelled

FOLDER = Path(__file__).parent / "transcripts"
_PROMPT = ">>> "


@dataclass(frozen=True)
class Transcript:
    title: str
    steps: tuple[str, ...]


@dataclass(frozen=True)
class Scene:
    step: str
    screen: Screen
    carried: str


def paths() -> list[Path]:
    return sorted(FOLDER.glob("*.txt"))


def language_of(path: Path) -> Language:
    return Language(path.suffixes[0].removeprefix("."))


def read(text: str) -> Transcript:
    title, _, rest = text.partition(f"\n{_PROMPT}")
    steps = [line for line in f"{_PROMPT}{rest}".splitlines() if line.startswith(_PROMPT)]
    return Transcript(title.strip(), tuple(step.removeprefix(_PROMPT) for step in steps))


def play(transcript: Transcript, words: Wording) -> Iterator[Scene]:
    carried = ""
    for step in transcript.steps:
        shown = show(_turn(step, carried, words), words, DATED)
        carried = address(shown.consult, shown.view)
        yield Scene(step, shown.screen, carried)


def written(transcript: Transcript, language: Language) -> str:
    scenes = play(transcript, WORDS[language])
    return (
        "\n\n".join(
            [transcript.title, *(f"{_PROMPT}{each.step}\n{drawn(each.screen)}" for each in scenes)]
        )
        + "\n"
    )


def drawn(screen: Screen) -> str:
    lines = [line.text for line in screen.lines]
    rows = [" ".join(f"[{button.label}]" for button in row) for row in screen.rows]
    offers = [f"({each.label}) {_offered(each)}" for each in screen.offers]
    return "\n".join(lines + rows + offers)


def _offered(offer: Offer) -> str:
    return offer.text if isinstance(offer, CopyOffer) else offer.code


def _turn(step: str, carried: str, words: Wording) -> Turn:
    verb, _, rest = step.partition(" ")
    if verb == "begin":
        return Turn(_begun(rest.removeprefix("with ").split()))
    shown = _shown_again(carried, words)
    if verb == "type":
        return typed(shown, rest)
    assert verb == "tap", f"a step begins, taps or types: {step!r}"
    button = labelled(shown.screen, rest)
    return tapped(*read_button(button_data(shown.consult, button.action)))


def _begun(answers: list[str]) -> Consult:
    pairs = [answer.split("=") for answer in answers]
    return consult(**{fact: _plain(value) for fact, value in pairs})


def _plain(value: str) -> object:
    try:
        return json.loads(value)
    except json.JSONDecodeError:
        return value


def _shown_again(carried: str, words: Wording) -> Shown:
    return show(tapped(*read_button(carried)), words, DATED)
