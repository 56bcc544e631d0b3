import pytest

from domain.definitions import DEFINITIONS
from domain.facts.reading import read_case
from domain.staging import STAGES
from domain.unsuitability import Unsuitability
from domain.verification.checks import (
    complete_verdicts,
    rule_checks,
    settled_verdicts,
    stages,
    worked_examples,
)
from domain.verification.enumeration import complete_cases, telling_answers
from domain.verification.examples import EXAMPLES, Example
from domain.verification.plainly import plain_verdict
from tests.domain import reference

DEFINITION = {definition.id: definition for definition in DEFINITIONS}


def test_the_rules_pass_every_check() -> None:
    checks = list(rule_checks())
    assert [check for check in checks if not check.passed] == []
    assert {check.about for check in checks} == {*DEFINITION, ""}
    assert all(check.cases for check in checks)


def test_a_number_is_tried_at_its_ends_at_both_sides_of_its_bounds_and_by_its_ranges() -> None:
    assert telling_answers("residual_viability_percent") == (
        *(0, 0.1, 50, 50.1, 500),
        *("up_to_50", "over_50"),
    )
    assert telling_answers("tace_sessions") == (0, 1, 2, 3, 50)
    assert telling_answers("tumor_marker_trend") == ("not_rising", "rising")


@pytest.mark.parametrize("name", ["epoihcc_2013", "european_2014", "cci_2022"])
def test_a_case_is_judged_word_for_word_as_the_specification_states(name: str) -> None:
    for case in complete_cases(reference.facts_read_by(name)):
        assert {plain_verdict(DEFINITION[name], case)} == reference.possible(name, case.answers)


def test_a_case_whose_facts_are_not_all_answered_is_told_as_a_disagreement() -> None:
    case = read_case({"tace_sessions": 3})
    check = complete_verdicts(DEFINITION["epoihcc_2013"], (case,))
    assert not check.passed
    assert check.disagreements == ("tace_sessions 3",)


def test_a_verdict_that_an_open_case_does_not_allow_is_told_as_a_disagreement() -> None:
    # The viability that progression implies is not answered, so read plainly nothing failed.
    case = read_case({"progressed_from_baseline": True, "vascular_invasion": "absent"})
    check = settled_verdicts(DEFINITION["jsh_lcsgj_2014"], (case,))
    assert check.disagreements == ("progressed_from_baseline True",)


def test_stages_in_another_order_are_told_as_disagreements(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("domain.verification.plainly.STAGES", STAGES[::-1])
    assert stages().disagreements


def test_an_example_that_comes_out_otherwise_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    right = EXAMPLES[0]
    wrong = Example("wrong", right.facts, right.verdicts, Unsuitability.UNSUITABLE)
    monkeypatch.setattr("domain.verification.checks.EXAMPLES", (right, wrong))
    assert worked_examples().disagreements == ("wrong",)
