"""Says why a record has no result: what is wrong, where, and how to mend it."""

import json
from collections.abc import Iterable
from difflib import get_close_matches

from bot.evaluation.outcomes import Refused
from bot.evaluation.quoting import cut, quoted
from bot.evaluation.records import BrokenRecord, Record
from conversations.wording import Wording
from domain.facts.admissibility import Contradiction, ContradictoryCaseError
from domain.facts.catalogue import FACTS
from domain.facts.fact import Number
from domain.facts.reading import Fault, InvalidFactsError, Problem

MOST_EXPLAINED = 3
"""How many problems of one record are explained; the others are counted."""


class Refusals:
    """Refuses records in the words of one language."""

    def __init__(self, say: Wording) -> None:
        self._say = say

    def of_line(self, record: BrokenRecord) -> Refused:
        """Say why a line cannot be read as the facts of a case."""
        message = self._say(f"error.line.{record.fault}", **record.details)
        return self._refused(record, "invalid", record.facts, [message])

    def of_answers(self, record: Record, error: InvalidFactsError) -> Refused:
        """Say which answers are none, and what they may be."""
        facts = [problem.fact for problem in error.problems]
        messages = [self._no_answer(record, problem) for problem in error.problems]
        return self._refused(record, "invalid", facts, messages)

    def of_case(self, record: Record, error: ContradictoryCaseError) -> Refused:
        """Say which answers exclude each other."""
        messages = [self._contradiction(record, each) for each in error.contradictions]
        return self._refused(record, "contradiction", error.facts, messages)

    def _refused(
        self, record: Record | BrokenRecord, code: str, facts: Iterable[str], messages: list[str]
    ) -> Refused:
        message = " ".join(messages[:MOST_EXPLAINED])
        if len(messages) > MOST_EXPLAINED:
            others = self._say.count("error.others", len(messages) - MOST_EXPLAINED)
            message = f"{message} {others}"
        if record.id is None:
            message = self._say("error.in_line", line=record.line, message=message)
        return Refused(record.id, code, tuple(sorted(facts)), message)

    def _no_answer(self, record: Record, problem: Problem) -> str:
        name = problem.fact
        if problem.fault is Fault.NOT_AN_ANSWER:
            given = self._given(record.facts[name])
            expected = self._expected(name)
            return self._say("error.not_an_answer", fact=name, given=given, expected=expected)
        similar = get_close_matches(name, FACTS, n=1)
        if similar:
            return self._say("error.misspelt_fact", name=quoted(name), fact=similar[0])
        return self._say("error.unknown_fact", name=quoted(name))

    def _expected(self, name: str) -> str:
        """Say which answers a fact admits, as the data contract writes them."""
        fact = FACTS[name]
        if isinstance(fact, Number):
            kind = "decimal" if fact.ticks_per_unit > 1 else "whole"
            number = self._say(f"expected.{kind}", low=fact.low, high=fact.high)
            if not fact.ranges:
                return number
            return self._say("expected.number_or_range", number=number, ranges=_listed(fact.ranges))
        if True in fact.values:
            return self._say("expected.truth")
        return self._say("expected.value", values=_listed(fact.values))

    def _contradiction(self, record: Record, contradiction: Contradiction) -> str:
        rule = self._say(f"contradiction.{contradiction.rule}")
        given = _listed(
            self._say("error.given", fact=fact, given=self._given(record.facts[fact]))
            for fact in contradiction.facts
        )
        return self._say("error.contradiction", rule=rule, given=given)

    def _given(self, answer: object) -> str:
        """Show an answer as it was written; of a list or an object only that it is one."""
        if isinstance(answer, str):
            return quoted(answer)
        if isinstance(answer, dict):
            return self._say("error.given_object")
        if isinstance(answer, list):
            return self._say("error.given_list")
        return cut(json.dumps(answer))


def _listed(each: Iterable[object]) -> str:
    return ", ".join(map(str, each))
