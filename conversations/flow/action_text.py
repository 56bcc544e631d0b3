"""How a button says what it does, in as few characters as it can.

A letter, then its words with colons between. A fact is named by its place in the table of
case code format `a`, which never changes, and so is an answer by its place in the fact's list.
"""

from collections.abc import Callable
from functools import lru_cache
from typing import assert_never

from conversations.consult.format_a import FACT_ANSWERS, PLACES
from conversations.flow.actions import (
    Action,
    Back,
    Give,
    GiveSums,
    GiveUsual,
    NoScanYet,
    Open,
    Restart,
    SetAside,
)
from conversations.flow.views import Page, View
from conversations.helpers.labs import labs_named
from conversations.helpers.sums import assess_tenths
from conversations.questions.catalogue import facts_of
from domain.definitions import DEFINITION_NAMED
from domain.facts.catalogue import RESIDUAL_VIABILITY

_FACTS = tuple(FACT_ANSWERS)
_FACT_PLACES = {fact: place for place, fact in enumerate(_FACTS)}

_REMEMBERED = 512
"""Nearly every button there is, but for those of measured sums."""


class UnknownActionError(ValueError):
    """A button's action that this version does not have."""


@lru_cache(_REMEMBERED)
def encode_action(action: Action) -> str:  # noqa: PLR0911 - one return for each action
    """Return the action as a button carries it."""
    match action:
        case Give(fact, answer):
            return f"g:{_FACT_PLACES[fact]}:{PLACES[fact][answer]}"
        case GiveUsual(question):
            return f"u:{question}"
        case SetAside(subject):
            return f"n:{_short(subject)}"
        case NoScanYet():
            return "s"
        case Open(View(page, subject)):
            return f"o:{page}:{_short(subject)}" if subject else f"o:{page}"
        case Back(subject):
            return f"b:{_short(subject)}"
        case GiveSums(before, smallest, now):
            return f"k:{before}:{smallest}:{now}"
        case Restart():
            return "r"
        case _:
            assert_never(action)


def decode_action(text: str) -> Action:
    """Return the action that a button carries; raises `UnknownActionError`."""
    verb, *words = text.split(":")
    try:
        return _READERS[verb](*words)
    except (KeyError, ValueError, IndexError, TypeError) as error:
        raise UnknownActionError(text) from error


def _short(subject: str) -> str:
    """Return a fact's place for its name, and any other subject as it is."""
    return str(_FACT_PLACES.get(subject, subject))


def _read_give(fact: str, answer: str) -> Action:
    name = _FACTS[_place(fact)]
    return Give(name, FACT_ANSWERS[name][_place(answer)])


def _read_usual(question: str) -> Action:
    if len(facts_of(question)) == 1:
        raise UnknownActionError(question)
    return GiveUsual(question)


def _read_set_aside(text: str) -> Action:
    return SetAside(_asked(text))


def _read_back(text: str) -> Action:
    return Back(_asked(text))


def _read_sums(*words: str) -> Action:
    before, smallest, now = (_place(word) for word in words)
    assess_tenths(before, smallest, now)
    return GiveSums(before, smallest, now)


def _read_open(letter: str, text: str = "") -> Action:
    page = Page(letter)
    match page:
        case Page.QUESTION | Page.MORE:
            return Open(View(page, _asked(text)))
        case Page.MEASURE:
            # An amount that the fact cannot have is no amount to ask about.
            if RESIDUAL_VIABILITY.value(_place(text)) not in PLACES[RESIDUAL_VIABILITY.name]:
                raise UnknownActionError(text)
            return Open(View(page, text))
        case Page.LABS:
            labs_named(text)
            return Open(View(page, text))
        case Page.SUMS if text:
            assess_tenths(*(_place(word) for word in text.split("-")))
            return Open(View(page, text))
        case Page.DEFINITION:
            return Open(View(page, DEFINITION_NAMED[text].id))
        case _ if text:
            raise UnknownActionError(text)
    return Open(View(page))


def _asked(text: str) -> str:
    """Return the fact or the question that a screen is about."""
    subject = _FACTS[_place(text)] if text.isdecimal() else text
    facts_of(subject)
    return subject


def _place(text: str) -> int:
    if not (text.isascii() and text.isdecimal()):
        raise UnknownActionError(text)
    return int(text)


_READERS: dict[str, Callable[..., Action]] = {
    "g": _read_give,
    "u": _read_usual,
    "n": _read_set_aside,
    "s": NoScanYet,
    "o": _read_open,
    "b": _read_back,
    "k": _read_sums,
    "r": Restart,
}
