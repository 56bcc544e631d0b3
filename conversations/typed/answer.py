"""What a typed answer means on the screen it was typed at."""

import re
from collections.abc import Iterator

from conversations.consult.format_a import PLACES, Plain
from conversations.consult.state import Consult
from conversations.flow.actions import Action, Back, Give, Open, SetAside
from conversations.flow.views import Page, View
from conversations.helpers.viability import range_of_diameter
from conversations.questions.catalogue import facts_of
from conversations.typed.in_context import read_in_context
from conversations.typed.lexicon import (
    ALL,
    AREA,
    BACK,
    DIAMETER,
    NAMES,
    NOT_KNOWN,
    NOT_KNOWN_OF,
    UNITS,
    plain,
    words_for,
)
from domain.calculators.child_pugh import class_of
from domain.facts.catalogue import (
    CHILD_PUGH_CLASS,
    ECOG,
    FACTS,
    RESIDUAL_VIABILITY,
    SESSIONS_WITHIN_6_MONTHS,
)
from domain.facts.fact import Number

LONGEST_ANSWER = 80
"""Characters; no answer to one question is longer."""

_NUMBER = re.compile(r"(\d{1,3}(?:\.\d)?)(.*)")
_PERFORMANCE = re.compile(r"^(?:(?:ecog|ps)-?)+")
_CHILD_PUGH = re.compile(
    r"(?:child-?(?:pugh)?|ctp|cp)?-?(?:class)?([abc])?级?-?(\d{1,2})?(?(1)[分级]?|分?)"
)
_MEASURE = "|".join(sorted(AREA | DIAMETER, key=len, reverse=True))
_MEASURED = re.compile(
    rf"(?:(?P<before>{_MEASURE}))?(?P<share>\d{{1,3}}(?:\.\d)?)%?(?(before)|(?P<behind>{_MEASURE}))"
)
_AREA_OR_DIAMETER = range(501, 711)
"""Tenths of a percent. Over half of the diameter, up to 71%, is not yet over half of the area."""


def read_answer(subject: str, text: str, consult: Consult) -> Action | None:
    """Return what `text` does on the screen about `subject`, `None` if it answers nothing there.

    On a screen with several facts the text must name the one it answers.
    """
    said = plain(text) if len(text) <= LONGEST_ANSWER else ""
    if said in BACK:
        return Back(subject)
    if said in NOT_KNOWN:
        return SetAside(subject)
    facts = facts_of(subject)
    if len(facts) == 1:
        if said in NOT_KNOWN_OF.get(subject, ()):
            return SetAside(subject)
        found = _answer_to(facts[0], said, consult)
        return found or (_give(subject, read_in_context(facts[0], text)) if said else None)
    said_of = ((fact, rest) for fact, rest in _named(said) if fact in facts)
    actions = (_about(fact, rest, consult) for fact, rest in said_of)
    return next((action for action in actions if action is not None), None)


def _named(said: str) -> Iterator[tuple[str, str]]:
    """Yield each fact that the text may name, with what it says of it.

    Longer names first, and names in front before names behind.
    """
    names = sorted(NAMES, key=len, reverse=True)
    for name in names:
        if said.startswith(name):
            yield NAMES[name], said.removeprefix(name)
    for name in names:
        if said.endswith(name):
            yield NAMES[name], said.removesuffix(name)


def _about(fact: str, said: str, consult: Consult) -> Action | None:
    return SetAside(fact) if said in NOT_KNOWN else _answer_to(fact, said, consult)


def _answer_to(fact: str, said: str, consult: Consult) -> Action | None:
    if fact == CHILD_PUGH_CLASS.name:
        return _give(fact, _child_pugh_class(said))
    if fact == SESSIONS_WITHIN_6_MONTHS.name and said in ALL:
        return _give(fact, consult.case.tace_sessions)
    if fact == RESIDUAL_VIABILITY.name and (measured := _MEASURED.fullmatch(said)):
        return _measured(measured)
    answer = words_for(fact).get(said.removesuffix("%"))
    number = FACTS[fact]
    if answer is not None or not isinstance(number, Number):
        return _give(fact, answer)
    return _number(number, _PERFORMANCE.sub("", said) if number is ECOG else said)


def _number(number: Number, said: str) -> Action | None:
    found = _NUMBER.fullmatch(said)
    if not found or found[2] not in UNITS[number.name]:
        return None
    value = float(found[1])
    whole = (value * number.ticks_per_unit).is_integer()
    if not whole or not number.low <= value <= number.high:
        return None
    if number is RESIDUAL_VIABILITY and number.ticks(value) in _AREA_OR_DIAMETER:
        return Open(View(Page.MEASURE, str(number.ticks(value))))
    return _give(number.name, number.value(number.ticks(value)))


def _measured(found: re.Match[str]) -> Action | None:
    """Return the giving of a share of which it was typed that it is of the area or the diameter."""
    ticks = round(float(found["share"]) * RESIDUAL_VIABILITY.ticks_per_unit)
    by_diameter = (found["before"] or found["behind"]) in DIAMETER
    answer = range_of_diameter(ticks) if by_diameter and ticks else RESIDUAL_VIABILITY.value(ticks)
    return _give(RESIDUAL_VIABILITY.name, answer)


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
