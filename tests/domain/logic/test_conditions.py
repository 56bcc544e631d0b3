from itertools import product

import pytest

from domain.facts.vocabulary import TargetResponse
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
    implies,
)
from domain.logic.knowledge import Interval, Knowledge

Truth = bool | None

RAINING = OneOf("raining", frozenset({True}))
WINDY = OneOf("windy", frozenset({True}))
FALSE_TO_TRUE = (False, None, True)
PAIRS = list(product(FALSE_TO_TRUE, repeat=2))


def weather(*, raining: Truth, windy: Truth = None) -> Knowledge:
    said = {"raining": raining, "windy": windy}
    return {fact: value for fact, value in said.items() if value is not None}


@pytest.mark.parametrize(("raining", "windy"), PAIRS)
def test_and_is_the_less_certain_to_hold_of_two_and_or_the_more(
    raining: Truth, windy: Truth
) -> None:
    known = weather(raining=raining, windy=windy)
    assert (RAINING & WINDY).truth(known) is min(raining, windy, key=FALSE_TO_TRUE.index)
    assert (RAINING | WINDY).truth(known) is max(raining, windy, key=FALSE_TO_TRUE.index)
    assert implies(RAINING, WINDY).truth(known) is (~RAINING | WINDY).truth(known)


@pytest.mark.parametrize(("raining", "opposite"), [(True, False), (False, True), (None, None)])
def test_the_opposite_of_not_known_is_not_known(raining: Truth, opposite: Truth) -> None:
    assert (~RAINING).truth(weather(raining=raining)) is opposite


@pytest.mark.parametrize(("raining", "expected"), [(True, False), (False, True), (None, True)])
def test_not_known_true_takes_unknown_for_an_answer(raining: Truth, expected: Truth) -> None:
    assert NotKnownTrue(RAINING).truth(weather(raining=raining)) is expected


def test_what_always_holds_reads_nothing_and_holds_of_nothing_known() -> None:
    assert ALWAYS.truth({}) is True
    assert ALWAYS.facts == frozenset()
    assert AnyOf(()).truth({}) is False


@pytest.mark.parametrize(
    ("known", "expected"),
    [
        (Interval(3, 3), True),
        (Interval(3, 9), True),
        (Interval(2, 2), False),
        (Interval(0, 2), False),
        (Interval(2, 3), None),
        (None, None),
    ],
)
def test_a_bound_is_decided_once_all_that_is_known_lies_on_one_side(
    known: Interval | None, expected: Truth
) -> None:
    facts: Knowledge = {"sessions": known} if known else {}
    assert AtLeast("sessions", 3).truth(facts) is expected


@pytest.mark.parametrize(
    ("lesser", "greater", "expected"),
    [
        (Interval(2, 2), Interval(2, 2), True),
        (Interval(0, 2), Interval(2, 9), True),
        (Interval(3, 3), Interval(2, 2), False),
        (Interval(3, 5), Interval(0, 2), False),
        (Interval(1, 3), Interval(2, 2), None),
        (None, Interval(2, 2), None),
        (Interval(2, 2), None, None),
    ],
)
def test_two_numbers_compare_once_what_is_known_of_them_does_not_overlap(
    lesser: Interval | None, greater: Interval | None, expected: Truth
) -> None:
    said = {"recent": lesser, "all": greater}
    known = {fact: interval for fact, interval in said.items() if interval}
    assert NotMore("recent", "all").truth(known) is expected


def test_a_named_value_is_found_by_its_name_in_the_data_contract() -> None:
    stable = OneOf("response", frozenset({TargetResponse.SD}))
    assert stable.truth({"response": TargetResponse.SD}) is True
    assert stable.truth({"response": TargetResponse.PD}) is False
    assert stable.truth({}) is None


@pytest.mark.parametrize(
    "condition",
    [
        RAINING & WINDY,
        RAINING | WINDY,
        ~RAINING | WINDY,
        implies(RAINING, WINDY),
        NotKnownTrue(RAINING & ~WINDY),
        NotMore("raining", "windy"),
    ],
    ids=str,
)
def test_a_condition_names_every_fact_that_it_reads(condition: Condition) -> None:
    assert condition.facts == {"raining", "windy"}


def test_a_condition_is_equal_to_one_built_alike() -> None:
    assert AllOf((RAINING, Not(WINDY))) == RAINING & ~WINDY
    assert AnyOf((RAINING, WINDY)) == RAINING | WINDY
    assert RAINING | WINDY != WINDY | RAINING


def test_a_condition_of_no_form_has_no_truth_and_reads_no_facts() -> None:
    with pytest.raises(NotImplementedError):
        Condition().truth({})
    with pytest.raises(NotImplementedError):
        Condition().atoms()
