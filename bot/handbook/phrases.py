"""Conditions in words, taken from the very tree that the rules evaluate."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from bot.handbook.markdown import plain
from conversations.screens.phrases import name, said, value_key
from conversations.wording import Wording
from domain.facts.catalogue import FACTS
from domain.facts.fact import Choice, Number
from domain.logic.conditions import (
    ALWAYS,
    AllOf,
    AnyOf,
    AtLeast,
    Condition,
    Not,
    NotKnownTrue,
    NotMore,
    OneOf,
)
from domain.rules.outcomes import VERDICT, criterion_met

_ANY_CRITERION_MET = criterion_met("").name


@dataclass(frozen=True)
class Phrase:
    """A statement, or what introduces several: "all of these:"."""

    text: str
    parts: tuple["Phrase", ...] = ()

    def markdown(self, indent: str = "") -> str:
        """Return the phrase as a list, its parts under it."""
        lines = [f"{indent}- {plain(self.text)}"]
        lines += [part.markdown(f"{indent}  ") for part in self.parts]
        return "\n".join(lines)


class Phrasing:
    """Puts conditions into the words of one language.

    `definition` is the one that a condition on criteria speaks of, if any.
    """

    def __init__(self, say: Wording, definition: str = "") -> None:
        self._say = say
        self._definition = definition

    def phrase(self, condition: Condition) -> Phrase:
        """Return the condition in words. Raises `TypeError` for a form that has none."""
        match condition:
            case AllOf(parts) | AnyOf(parts) if len(parts) == 1:
                return self.phrase(parts[0])
            case AllOf() | AnyOf() if condition != ALWAYS:
                key = "condition.all" if isinstance(condition, AllOf) else "condition.any"
                return Phrase(self._say(key), tuple(map(self.phrase, _joined(condition))))
            case NotKnownTrue(part):
                return Phrase(self._say("condition.not_known_true"), (self.phrase(part),))
            case Not(part) if not isinstance(part, AtLeast):
                return self.phrase(_opposite(part))
        return Phrase(self._statement(condition))

    def _statement(self, condition: Condition) -> str:
        match condition:
            case OneOf(fact, values):
                return self._one_of(fact, values)
            case AtLeast(fact, ticks):
                return self._bound(fact, ticks, "at_least", "above")
            case Not(AtLeast(fact, ticks)):
                return self._bound(fact, ticks, "below", "up_to")
            case NotMore(lesser, greater):
                names = {"lesser": name(self._say, lesser), "greater": name(self._say, greater)}
                return self._say("condition.not_more", **names)
        if condition == ALWAYS:
            return self._say("condition.always")
        raise TypeError(f"no words for {condition!r}")

    def _one_of(self, fact: str, values: frozenset[object]) -> str:
        named = [value for value in _values(fact) if value in values]
        if fact in FACTS:
            answers = self._either([said(self._say, fact, value) for value in named])
            return self._say("condition.fact", fact=name(self._say, fact), answers=answers)
        if fact == VERDICT.name:
            verdicts = [self._say(f"verdict.{value}") for value in named]
            return self._say("condition.verdict", verdicts=self._either(verdicts))
        truth = value_key(named[0])
        if fact.startswith(_ANY_CRITERION_MET):
            criterion = f"criterion.{self._definition}.{fact.removeprefix(_ANY_CRITERION_MET)}.name"
            return self._say(f"condition.met.{truth}", criterion=self._say(criterion))
        return self._say(f"condition.{fact}.{truth}")

    def _bound(self, fact: str, ticks: int, bound: str, bound_before: str) -> str:
        """Name the bound itself, or the value just before it where only that one is whole."""
        number = FACTS[fact]
        if not isinstance(number, Number):
            raise TypeError(f"{fact} has no bounds")
        if ticks % number.ticks_per_unit:
            ticks, bound = ticks - 1, bound_before
        value = f"{number.value(ticks)}"
        if f"condition.unit.{fact}" in self._say:
            value = self._say(f"condition.unit.{fact}", value=value)
        answers = self._say(f"condition.{bound}", value=value)
        return self._say("condition.fact", fact=name(self._say, fact), answers=answers)

    def _either(self, words: list[str]) -> str:
        return self._say("condition.or").join(words)


def _joined(condition: AllOf | AnyOf) -> Iterator[Condition]:
    """Yield the parts, those of a part that joins them in the same way among them."""
    for part in condition.parts:
        if isinstance(part, (AllOf, AnyOf)) and type(part) is type(condition):
            yield from _joined(part)
        else:
            yield part


def _opposite(condition: Condition) -> Condition:
    """Return what is true exactly where the condition is false, "not" moved inwards."""
    match condition:
        case OneOf(fact, values):
            return OneOf(fact, frozenset(_values(fact)) - values)
        case AllOf(parts):
            return AnyOf(tuple(Not(part) for part in parts))
        case AnyOf(parts):
            return AllOf(tuple(Not(part) for part in parts))
        case Not(part) | NotKnownTrue(part):
            return part
    raise TypeError(f"no opposite for {condition!r}")


def _values(fact: str) -> tuple[bool | StrEnum, ...]:
    choice = FACTS.get(fact, VERDICT if fact == VERDICT.name else Choice(fact))
    return choice.values if isinstance(choice, Choice) else ()
