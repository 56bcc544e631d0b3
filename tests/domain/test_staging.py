import pytest
from hypothesis import given

from domain.appraisal.appraise import appraise
from domain.facts.reading import read_case
from domain.staging import StagingFinding, stage
from tests.domain.combinations import admissible_combinations
from tests.domain.reference import Facts
from tests.domain.reference_apart import STAGING_ANSWERS, TACE_BY_STAGE, settled_stage
from tests.strategies import THOROUGH, admissible_facts


def stated(facts: Facts) -> tuple[str, str] | None:
    settled = settled_stage(facts)
    return (settled, TACE_BY_STAGE[settled]) if settled else None


def found(finding: StagingFinding | None) -> tuple[str, str] | None:
    return (finding.stage, finding.tace) if finding else None


@pytest.mark.exhaustive
def test_every_case_however_open_is_staged_as_the_specification_states() -> None:
    unanswered_too = {fact: (None, *answers) for fact, answers in STAGING_ANSWERS.items()}
    for facts in admissible_combinations({"tace_sessions": (None, 0), **unanswered_too}):
        assert found(stage(read_case(facts).answers)) == stated(facts), facts


@THOROUGH
@given(facts=admissible_facts())
def test_any_case_is_staged_as_the_specification_states(facts: Facts) -> None:
    assert found(appraise(read_case(facts)).staging) == stated(facts)
