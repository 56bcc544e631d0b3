"""What a button does, and how it says so in the 64 bytes that Telegram gives it.

A button carries the case code it starts from, a full stop, and the action: a letter and
its words, colons between. So a tap can be understood without any memory of the message
that carried the button.
"""

from collections.abc import Callable
from dataclasses import dataclass

from conversations.consult.format_a import FACT_ANSWERS, PLACES, Plain
from conversations.flow.views import Page, View
from conversations.questions.catalogue import facts_of
from domain.definitions import DEFINITION_NAMED


@dataclass(frozen=True)
class Give:
    """Answer one fact."""

    fact: str
    answer: Plain


@dataclass(frozen=True)
class GiveUsual:
    """Give the one-tap answer of a question with several facts to those that are still open."""

    question: str


@dataclass(frozen=True)
class SetAside:
    """Say that a fact, or what is still open of a question with several, is not known."""

    subject: str


@dataclass(frozen=True)
class NoScanYet:
    """Say that there has been no contrast scan since TACE."""


@dataclass(frozen=True)
class Open:
    """Show something else of the same consult."""

    view: View


@dataclass(frozen=True)
class Back:
    """Show the question before this one."""

    subject: str


@dataclass(frozen=True)
class Restart:
    """Begin a new consult."""


Action = Give | GiveUsual | SetAside | NoScanYet | Open | Back | Restart


class UnknownActionError(ValueError):
    """A button's action that this version does not have."""


def encode_action(action: Action) -> str:  # noqa: PLR0911 - one return for each action
    """Return the action as a button carries it."""
    match action:
        case Give(fact, answer):
            return f"g:{fact}:{PLACES[fact][answer]}"
        case GiveUsual(question):
            return f"u:{question}"
        case SetAside(subject):
            return f"n:{subject}"
        case NoScanYet():
            return "s"
        case Open(View(page, subject)):
            return f"o:{page}:{subject}" if subject else f"o:{page}"
        case Back(subject):
            return f"b:{subject}"
        case Restart():
            return "r"


def decode_action(text: str) -> Action:
    """Return the action that a button carries; raises `UnknownActionError`."""
    verb, *words = text.split(":")
    try:
        return _READERS[verb](*words)
    except (KeyError, ValueError, IndexError, TypeError) as error:
        raise UnknownActionError(text) from error


def _read_give(fact: str, place: str) -> Action:
    return Give(fact, FACT_ANSWERS[fact][_place(place)])


def _read_usual(question: str) -> Action:
    if len(facts_of(question)) == 1:
        raise UnknownActionError(question)
    return GiveUsual(question)


def _read_set_aside(subject: str) -> Action:
    facts_of(subject)
    return SetAside(subject)


def _read_back(subject: str) -> Action:
    facts_of(subject)
    return Back(subject)


def _read_open(page: str, subject: str = "") -> Action:
    view = View(Page(page), subject)
    match view.page:
        case Page.QUESTION | Page.MORE:
            facts_of(subject)
        case Page.MEASURE:
            _place(subject)
        case Page.DEFINITION:
            DEFINITION_NAMED[subject]
        case _ if subject:
            raise UnknownActionError(subject)
    return Open(view)


def _place(text: str) -> int:
    place = int(text)
    if place < 0:
        raise UnknownActionError(text)
    return place


_READERS: dict[str, Callable[..., Action]] = {
    "g": _read_give,
    "u": _read_usual,
    "n": _read_set_aside,
    "s": NoScanYet,
    "o": _read_open,
    "b": _read_back,
    "r": Restart,
}
