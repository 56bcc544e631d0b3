"""Every check that can be run on this machine: of the rules, and of the case code."""

from collections.abc import Iterator

from conversations.consult.case_code import CaseCodeError, decode, encode
from conversations.consult.state import Consult
from domain.facts.catalogue import FACTS
from domain.facts.reading import read_case
from domain.verification.check import Check
from domain.verification.checks import rule_checks
from domain.verification.examples import EXAMPLES


def every_check() -> Iterator[Check]:
    """Run the checks, one after another; together they take about a second."""
    yield from rule_checks()
    yield case_codes()


def case_codes() -> Check:
    """Read the case codes of the worked examples back: each gives the same consult.

    Each example is taken twice, with its open facts left open and with all of them not known.
    """
    consults = []
    for example in EXAMPLES:
        asked = Consult(read_case(example.facts))
        not_known = frozenset(fact for fact in FACTS if asked.is_open(fact))
        consults += [asked, Consult(asked.case, not_known)]
    codes = [(encode(consult), consult) for consult in consults]
    lost = tuple(code for code, consult in codes if not _gives(code, consult))
    return Check("case_codes", len(codes), lost)


def _gives(code: str, consult: Consult) -> bool:
    try:
        return decode(code) == consult
    except CaseCodeError:
        return False
