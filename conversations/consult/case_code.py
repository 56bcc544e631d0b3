"""The case code: a whole consult in 19 characters that fit a button, a link and a note.

A letter for the format, the packed facts, a checksum. Nothing else: no identity, no date,
no language. Each fact is one digit of a mixed-radix number: 0 is open, 1 is asked and not
known, the rest are its answers in the order of the format's table. Codes of a format stay
readable for ever. The format letter `i` is kept for invitations.
"""

from base64 import b64decode, b64encode
from collections.abc import Mapping
from enum import StrEnum
from functools import lru_cache
from types import MappingProxyType
from zlib import crc32

from conversations.consult.format_a import FACT_ANSWERS, PLACES, Plain
from conversations.consult.state import Consult
from domain.facts.admissibility import ContradictoryCaseError
from domain.facts.case import Case

ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-"
FORMAT = "a"
_CHARACTERS = frozenset(ALPHABET)
_LAST_TWO = ALPHABET[-2:].encode()
_BITS = 6
_BYTE = 8
_OF_BASE64 = 4
"""Base64 comes in fours of characters."""
_FACT_CHARACTERS = 14
_CHECK_CHARACTERS = 4
LENGTH = len(FORMAT) + _FACT_CHARACTERS + _CHECK_CHARACTERS

_OPEN, _NOT_KNOWN, _FIRST_ANSWER = 0, 1, 2

_REMEMBERED = 256
"""Codes of which the consult is remembered: a tap reads the same one several times."""


def _weights() -> Mapping[str, int]:
    """Return what one in each fact's digit counts for; the last fact's digit counts once."""
    weights, weight = {}, 1
    for fact, answers in reversed(tuple(FACT_ANSWERS.items())):
        weights[fact] = weight
        weight *= len(answers) + _FIRST_ANSWER
    return MappingProxyType(weights)


_WEIGHTS = _weights()


class CodeFault(StrEnum):
    """Why a text is not a case code."""

    NOT_A_CODE = "not_a_code"
    """It has other characters than a code, or none."""
    OTHER_FORMAT = "other_format"
    """It begins with the letter of a format that this version does not know."""
    MANGLED = "mangled"
    """Its length or its checksum is wrong: a character was lost or changed."""


class CaseCodeError(ValueError):
    """A text that is not a readable case code."""

    def __init__(self, fault: CodeFault) -> None:
        super().__init__(fault)
        self.fault = fault


def encode(consult: Consult) -> str:
    """Return the case code of a consult."""
    number = sum(_WEIGHTS[fact] for fact in consult.not_known) * _NOT_KNOWN
    for fact, answer in consult.case.answers.items():
        number += _WEIGHTS[fact] * (PLACES[fact][answer] + _FIRST_ANSWER)
    body = FORMAT + _text(number, _FACT_CHARACTERS)
    return body + _checksum(body)


@lru_cache(_REMEMBERED)
def decode(code: str) -> Consult:
    """Return the consult that a case code stands for; raises `CaseCodeError`."""
    if not code or not _CHARACTERS.issuperset(code):
        raise CaseCodeError(CodeFault.NOT_A_CODE)
    if code[0] != FORMAT:
        raise CaseCodeError(CodeFault.OTHER_FORMAT)
    body, checksum = code[:-_CHECK_CHARACTERS], code[-_CHECK_CHARACTERS:]
    if len(code) != LENGTH or checksum != _checksum(body):
        raise CaseCodeError(CodeFault.MANGLED)
    return _unpacked(body[len(FORMAT) :])


def looks_like_a_code(text: str) -> bool:
    """Return whether a typed text was meant as a case code, readable or not.

    Nothing else that is typed is one run of these characters, begins with a format's letter,
    is about as long, and mixes capitals with small letters or digits.
    """
    return (
        text.startswith(FORMAT)
        and abs(len(text) - LENGTH) <= _CHECK_CHARACTERS
        and _CHARACTERS.issuperset(text)
        and any(character.isupper() for character in text)
        and any(character.islower() or character.isdigit() for character in text[1:])
    )


def _unpacked(text: str) -> Consult:
    number = _number(text)
    answers: dict[str, Plain] = {}
    not_known: set[str] = set()
    for fact, possible in reversed(tuple(FACT_ANSWERS.items())):
        number, digit = divmod(number, len(possible) + _FIRST_ANSWER)
        if digit == _NOT_KNOWN:
            not_known.add(fact)
        elif digit != _OPEN:
            answers[fact] = possible[digit - _FIRST_ANSWER]
    try:
        case = Case.model_validate(answers)
    except ContradictoryCaseError as error:
        # The checksum fits by chance or by intent: no consult has ever packed this.
        raise CaseCodeError(CodeFault.MANGLED) from error
    if number:
        raise CaseCodeError(CodeFault.MANGLED)
    # What later rules imply is no longer not known, whatever an older version packed.
    return Consult(case, frozenset(not_known - case.implied.keys()))


def _checksum(body: str) -> str:
    return _text(crc32(body.encode()) & ((1 << _BITS * _CHECK_CHARACTERS) - 1), _CHECK_CHARACTERS)


def _text(number: int, length: int) -> str:
    """Return `number` in `length` characters, most significant first.

    That is base64 with two of its characters the other way round, of so many bits at the front.
    """
    whole = -(-length // _OF_BASE64) * _OF_BASE64
    bits = (number << _BITS * (whole - length)).to_bytes(whole * _BITS // _BYTE)
    return b64encode(bits, _LAST_TWO)[:length].decode()


def _number(text: str) -> int:
    """Return what `_text` made such a text of."""
    filling = -len(text) % _OF_BASE64
    bits = b64decode(text + ALPHABET[0] * filling, _LAST_TWO)
    return int.from_bytes(bits) >> _BITS * filling
