"""What a typed answer means on the screen it was typed at."""

import re
from collections.abc import Iterator

from conversations.consult.format_a import PLACES, Plain
from conversations.consult.state import Consult
from conversations.flow.actions import Action, Back, Give, Open, SetAside
from conversations.flow.views import Page, View
from conversations.questions.catalogue import facts_of
from conversations.typed.lexicon import ALL, BACK, NAMES, NOT_KNOWN, UNITS, plain, words_for
from domain.calculators.child_pugh import class_of
from domain.facts.catalogue import (
    CHILD_PUGH_CLASS,
    FACTS,
    RESIDUAL_VIABILITY,
    SESSIONS_WITHIN_6_MONTHS,
)
from domain.facts.fact import Number

LONGEST_ANSWER = 80
"""Characters; no answer to one question is longer."""

_NUMBER = re.compile(r"(?:ecog|ps)?(\d{1,3}(?:\.\d)?)(.*)")
_CHILD_PUGH = re.compile(r"(?:childpugh|child|cp)?([abc])?级?(\d{1,2})?分?")
_AREA_OR_DIAMETER = range(501, 711)
"""Tenths of a percent. Over half of the diameter, up to 71%, is not yet over half of the area."""


def read_answer(subject: str, text: str, consult: Consult) -> Action | None:
    """Return what `text` does on the screen about `subject`, `None` if it answers nothing there.

    On a screen with several facts the text must name the one it answers.
    """
    if len(text) > LONGEST_ANSWER:
        return None
    said = plain(text)
    if said in BACK:
        return Back(subject)
    if said in NOT_KNOWN:
        return SetAside(subject)
    facts = facts_of(subject)
    if len(facts) == 1:
        return _answer_to(facts[0], said, consult)
    for fact, rest in _named(said):
        if fact in facts:
            return SetAside(fact) if rest in NOT_KNOWN else _answer_to(fact, rest, consult)
    return None


def _named(said: str) -> Iterator[tuple[str, str]]:
    """Yield each fact that the text may name, with what it says of it; longest names first."""
    for name in sorted(NAMES, key=len, reverse=True):
        if said.startswith(name):
            yield NAMES[name], said.removeprefix(name)
        elif said.endswith(name):
            yield NAMES[name], said.removesuffix(name)


def _answer_to(fact: str, said: str, consult: Consult) -> Action | None:
    if fact == CHILD_PUGH_CLASS.name:
        return _give(fact, _child_pugh_class(said))
    if fact == SESSIONS_WITHIN_6_MONTHS.name and said in ALL:
        return _give(fact, consult.case.tace_sessions)
    answer = words_for(fact).get(said)
    number = FACTS[fact]
    if answer is not None or not isinstance(number, Number):
        return _give(fact, answer)
    return _number(number, said)


def _number(number: Number, said: str) -> Action | None:
    found = _NUMBER.fullmatch(said)
    if not found or found[2] not in UNITS[number.name]:
        return None
    value = float(found[1])
    if not number.low <= value <= number.high:
        return None
    if number is RESIDUAL_VIABILITY and number.ticks(value) in _AREA_OR_DIAMETER:
        return Open(View(Page.MEASURE, str(number.ticks(value))))
    return _give(number.name, number.value(number.ticks(value)))


def _child_pugh_class(said: str) -> str | None:
    """Return the class for "B", "B7" or "7"; `None` where letter and points disagree."""
    found = _CHILD_PUGH.fullmatch(said)
    if not found or not (found[1] or found[2]):
        return None
    letter = found[1].upper() if found[1] else None
    if found[2] is None:
        return letter
    try:
        by_points = class_of(int(found[2]))
    except ValueError:
        return None
    return by_points if letter in (None, by_points) else None


def _give(fact: str, answer: Plain | None) -> Action | None:
    """Return the giving of an answer, `None` where there is none or the fact has no such answer."""
    return Give(fact, answer) if answer is not None and answer in PLACES[fact] else None
