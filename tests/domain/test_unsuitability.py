from hypothesis import given

from domain.appraisal.appraise import appraise
from domain.facts.reading import read_case
from domain.unsuitability import REASONS, UnsuitabilityFinding, judge_unsuitability
from tests.domain import reference_apart
from tests.domain.combinations import Space, combinations
from tests.domain.reference import Facts
from tests.strategies import THOROUGH, admissible_facts

ANSWERS: Space = {
    fact: (None, "A", "C") if fact == "child_pugh_class" else (None, False, True)
    for fact, _ in reference_apart.REASONS.values()
} | {"ecog": (None, 2, 3)}


def found(finding: UnsuitabilityFinding) -> tuple[str, list[str], list[str]]:
    return finding.verdict, list(finding.reasons), list(finding.unknown)


def test_the_eight_reasons_stand_in_the_order_of_the_specification() -> None:
    assert list(REASONS) == list(reference_apart.REASONS)


def test_every_case_however_open_is_found_unsuitable_as_the_specification_states() -> None:
    for facts in combinations(ANSWERS):
        finding = found(judge_unsuitability(read_case(facts).known))
        assert finding == reference_apart.unsuitability(facts), facts


@THOROUGH
@given(facts=admissible_facts())
def test_nothing_but_the_eight_reasons_makes_tace_unsuitable(facts: Facts) -> None:
    finding = appraise(read_case(facts)).unsuitability
    assert found(finding) == reference_apart.unsuitability(facts)
