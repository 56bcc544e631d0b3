import pytest
from hypothesis import given

from conversations.consult import case_code
from conversations.consult.case_code import (
    ALPHABET,
    LENGTH,
    CaseCodeError,
    CodeFault,
    decode,
    encode,
    looks_like_a_code,
)
from conversations.consult.format_a import FACT_ANSWERS
from conversations.consult.state import Consult
from domain.facts.catalogue import FACTS, RESIDUAL_VIABILITY
from domain.facts.fact import Number
from tests.conversations.showing import consult
from tests.conversations.strategies import consults
from tests.strategies import THOROUGH

LONGEST_ALLOWED = 28


def forged(number: int) -> str:
    # No consult packs these, so the tests have to write them behind the module's back.
    body = case_code.FORMAT + case_code._text(number, case_code._FACT_CHARACTERS)
    return body + case_code._checksum(body)


def packed(**digits: int) -> int:
    number = 0
    for fact, answers in FACT_ANSWERS.items():
        number = number * (len(answers) + 2) + digits.get(fact, 0)
    return number


def fault_of(code: str) -> CodeFault | None:
    try:
        decode(code)
    except CaseCodeError as error:
        return error.fault
    return None


@THOROUGH
@given(consults())
def test_every_consult_comes_back_whole_from_its_code(of: Consult) -> None:
    code = encode(of)
    assert decode(code) == of
    assert len(code) == LENGTH <= LONGEST_ALLOWED
    assert set(code) <= set(ALPHABET)
    assert code[0].isalpha()
    assert looks_like_a_code(code)


def test_the_alphabet_is_that_of_the_contract() -> None:
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
    assert sorted(ALPHABET) == sorted(letters + "0123456789_-")


@pytest.mark.parametrize("fact", FACTS)
def test_every_answer_of_a_fact_and_not_known_come_back_from_a_code(fact: str) -> None:
    declared = FACTS[fact]
    answers: list[object]
    if isinstance(declared, Number):
        low, high = declared.ticks(declared.low), declared.ticks(declared.high)
        answers = [*map(declared.value, range(low, high + 1)), *declared.ranges]
    else:
        answers = list(declared.values)
    for answer in answers:
        assert decode(encode(consult(**{fact: answer}))).case.answers == {fact: answer}
    assert decode(encode(consult(fact))) == Consult(not_known=frozenset({fact}))


def test_the_fullest_consult_fits_its_code() -> None:
    last = {fact: len(answers) + 1 for fact, answers in FACT_ANSWERS.items()}
    assert packed(**last) < 64**case_code._FACT_CHARACTERS


def test_a_whole_viability_has_one_code_however_it_is_written() -> None:
    assert encode(consult(residual_viability_percent=50)) == encode(
        consult(residual_viability_percent=50.0)
    )


@pytest.mark.parametrize("text", ["", " ", "a b", "aAAAAAAAAAAAAAAÄAAA", "aAAA/AAA", "a\n", "3次"])
def test_other_characters_or_none_are_no_code(text: str) -> None:
    assert fault_of(text) is CodeFault.NOT_A_CODE


@pytest.mark.parametrize("letter", sorted(set(ALPHABET) - {"a"}))
def test_a_code_of_another_format_is_told_apart_from_a_mangled_one(letter: str) -> None:
    assert fault_of(letter + encode(Consult())[1:]) is CodeFault.OTHER_FORMAT


def test_a_code_that_fits_its_checksum_but_packs_no_admissible_case_is_mangled() -> None:
    # One session, of which two fall within six months.
    assert fault_of(forged(packed(tace_sessions=3, sessions_within_6_months=4))) is (
        CodeFault.MANGLED
    )


def test_a_mark_that_a_later_rule_makes_pointless_leaves_the_code_readable() -> None:
    # CR, whose viability of none follows, marked as asked and not known all the same.
    number = packed(target_response=2, residual_viability_percent=1)
    assert decode(forged(number)) == consult(target_response="CR")


def test_a_code_that_packs_more_than_all_facts_is_mangled() -> None:
    last = {fact: len(answers) + 1 for fact, answers in FACT_ANSWERS.items()}
    assert fault_of(forged(packed(**last) + 1)) is CodeFault.MANGLED


def test_the_format_knows_every_fact_and_every_named_value_of_the_catalogue() -> None:
    assert list(FACT_ANSWERS) == list(FACTS)
    for fact, answers in FACT_ANSWERS.items():
        declared = FACTS[fact]
        named = declared.ranges if isinstance(declared, Number) else declared.values
        assert set(named) <= set(answers)
    assert len(FACT_ANSWERS["residual_viability_percent"]) == 2 + RESIDUAL_VIABILITY.ticks(500) + 1


@pytest.mark.parametrize(
    "text",
    ["PD", "B7", "abc", "adenoma", "a" * LENGTH, "65%", "aftertheseconddaily"],
)
def test_what_people_type_for_answers_does_not_look_like_a_code(text: str) -> None:
    assert not looks_like_a_code(text)


@pytest.mark.parametrize("lost", range(1, 5))
def test_a_code_that_lost_a_few_characters_still_looks_like_one(lost: int) -> None:
    code = encode(consult(tace_sessions=3, target_response="SD"))
    assert looks_like_a_code(code[:-lost])
    assert fault_of(code[:-lost]) is CodeFault.MANGLED
