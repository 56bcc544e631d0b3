# A code is copied by hand and by phone. Whatever single slip it suffers, it must never be read
# as another case.

from collections.abc import Iterator
from itertools import combinations

import pytest

from conversations.consult.case_code import ALPHABET, CaseCodeError, decode, encode
from conversations.consult.state import Consult
from tests.conversations.showing import consult

SAMPLE = {
    "nothing answered": Consult(),
    "stable disease": consult(
        tace_sessions=3,
        sessions_within_6_months=3,
        target_response="SD",
        residual_viability_percent=64.5,
        vascular_invasion="absent",
    ),
    "a complete response, much not known": consult(
        "technique_reassessed",
        "standardized_technique",
        "treatment_intent",
        tace_sessions=1,
        target_response="CR",
        extrahepatic_spread="new",
    ),
    "reasons against TACE": consult(
        child_pugh_class="C", ecog=4, severe_jaundice=True, diffuse_arteriovenous_fistula=False
    ),
    "with staging": consult(tumor_count=99, largest_tumor_cm=50, ecog=0),
}


def substitutions(code: str) -> Iterator[str]:
    for place in range(len(code)):
        for character in ALPHABET:
            yield code[:place] + character + code[place + 1 :]


def deletions(code: str) -> Iterator[str]:
    for place in range(len(code)):
        yield code[:place] + code[place + 1 :]


def insertions(code: str) -> Iterator[str]:
    for place in range(len(code) + 1):
        for character in ALPHABET:
            yield code[:place] + character + code[place:]


def swaps(code: str) -> Iterator[str]:
    for one, other in combinations(range(len(code)), 2):
        between = code[one + 1 : other]
        yield code[:one] + code[other] + between + code[one] + code[other + 1 :]


def truncations(code: str) -> Iterator[str]:
    for place in range(len(code)):
        yield code[:place]
        yield code[place + 1 :]


def changes_of_case(code: str) -> Iterator[str]:
    yield from (code.upper(), code.lower(), code.swapcase())


@pytest.mark.parametrize("name", SAMPLE)
@pytest.mark.parametrize(
    "slips", [substitutions, deletions, insertions, swaps, truncations, changes_of_case]
)
def test_no_slip_of_the_pen_reads_as_another_case(name: str, slips: object) -> None:
    code = encode(SAMPLE[name])
    assert callable(slips)
    read = []
    for slip in slips(code):
        try:
            if slip != code:
                decode(slip)
                read.append(slip)
        except CaseCodeError:
            pass
    assert read == []
