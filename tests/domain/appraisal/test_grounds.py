import pytest
from hypothesis import given

from domain.appraisal.appraise import appraise
from domain.appraisal.findings import CriterionFinding
from domain.appraisal.grounds import deciding_facts, split_facts
from domain.facts.case import Case
from domain.facts.catalogue import ECOG
from domain.facts.reading import read_case
from domain.rules.definition import Criterion, Status
from tests.strategies import THOROUGH, Facts, cases

FAIR_TRIAL: Facts = {
    "tace_sessions": 3,
    "sessions_within_6_months": 3,
    "imaging_timing": "within_1_to_3_months",
    "technique_reassessed": True,
    "standardized_technique": True,
}


def deciding(facts: Facts, definition: str, criterion: str) -> tuple[Status, tuple[str, ...]]:
    case = read_case(facts)
    for each in appraise(case).definitions[definition].criteria:
        if each.criterion.id == criterion:
            return each.status, deciding_facts(each, case)
    raise KeyError(criterion)


@pytest.mark.parametrize(
    ("facts", "deciding_one"),
    [
        ({"target_response": "PD", "treatment_intent": "curative"}, ("target_response",)),
        (
            {"target_response": "SD", "treatment_intent": "curative"},
            ("treatment_intent", "target_response"),
        ),
    ],
)
def test_a_met_criterion_was_decided_by_what_failed(
    facts: Facts, deciding_one: tuple[str, ...]
) -> None:
    found = deciding(facts, "european_2014", "response_for_intent")
    assert found == (Status.MET, deciding_one)


@pytest.mark.parametrize(
    ("facts", "deciding_one"),
    [
        ({"target_response": "PR"}, ("target_response",)),
        (
            {"target_response": "PD", "progressed_from_baseline": False},
            ("progressed_from_baseline",),
        ),
        (
            {"target_response": "SD", "progressed_from_baseline": False},
            ("target_response", "progressed_from_baseline"),
        ),
        ({"residual_viability_percent": 0}, ("target_response",)),
    ],
)
def test_a_criterion_that_is_not_met_was_decided_by_what_did_not_fail(
    facts: Facts, deciding_one: tuple[str, ...]
) -> None:
    found = deciding(facts, "cci_2022", "progression_after_refined_tace")
    assert found == (Status.NOT_MET, deciding_one)


def test_a_criterion_that_is_not_assessable_was_decided_by_what_the_trial_lacked() -> None:
    facts: Facts = {
        "tace_sessions": 1,
        "residual_viability_percent": 80,
        "technique_reassessed": True,
        "imaging_timing": "after_3_months",
    }
    found = deciding(facts, "jsh_lcsgj_2014", "residual_viability")
    assert found == (Status.NOT_ASSESSABLE, ("tace_sessions", "imaging_timing"))


def test_an_open_criterion_waits_for_what_is_missing() -> None:
    found = deciding({"tace_sessions": 3}, "epoihcc_2013", "no_response")
    assert found == (Status.UNKNOWN, ("sessions_within_6_months", "target_response"))


@pytest.mark.parametrize(
    ("facts", "definition", "criterion", "status", "deciding_one"),
    [
        pytest.param(
            {"residual_viability_percent": 40},
            "cci_2022",
            "progression_after_refined_tace",
            Status.NOT_MET,
            ("residual_viability_percent",),
            id="half the first tumor has not outgrown it",
        ),
        pytest.param(
            {"tace_sessions": 1},
            "jsh_lcsgj_2014",
            "new_lesions",
            Status.NOT_MET,
            ("tace_sessions",),
            id="one session has no lesions after consecutive ones",
        ),
        pytest.param(
            {**FAIR_TRIAL, "progressed_from_baseline": True},
            "jsh_lcsgj_2014",
            "residual_viability",
            Status.MET,
            ("progressed_from_baseline",),
            id="tumor that outgrew its first size is more than half viable",
        ),
    ],
)
def test_what_follows_from_another_answer_was_decided_by_that_answer(
    facts: Facts, definition: str, criterion: str, status: Status, deciding_one: tuple[str, ...]
) -> None:
    assert deciding(facts, definition, criterion) == (status, deciding_one)


def test_a_failure_that_is_stated_by_what_it_is_not_cannot_be_grounded() -> None:
    odd = CriterionFinding(Criterion("odd", failure=~ECOG.above(2)), Status.MET)
    with pytest.raises(TypeError, match="a failure is stated by"):
        deciding_facts(odd, read_case({"ecog": 1}))


@pytest.mark.parametrize(
    ("facts", "parting"),
    [
        pytest.param(
            {**FAIR_TRIAL, "target_response": "SD", "treatment_intent": "palliative"},
            ("treatment_intent", "target_response"),
            id="stable disease counts for one and, with this intent, not for another",
        ),
        pytest.param(
            {
                **FAIR_TRIAL,
                "target_response": "PD",
                "progressed_from_baseline": False,
            },
            ("target_response", "progressed_from_baseline"),
            id="progression counts for one, and for another only from the baseline",
        ),
        pytest.param(
            {**FAIR_TRIAL, "target_response": "PR", "vascular_invasion": "new"},
            ("vascular_invasion",),
            id="new invasion counts for one, and is not read by the others",
        ),
        pytest.param(
            {
                **FAIR_TRIAL,
                "target_response": "CR",
                "vascular_invasion": "new",
                "tumor_marker_trend": "rising",
            },
            ("vascular_invasion", "tumor_marker_trend"),
            id="two findings that count for one alone",
        ),
    ],
)
def test_definitions_part_on_what_counts_for_some_of_them_only(
    facts: Facts, parting: tuple[str, ...]
) -> None:
    assert split_facts(appraise(read_case(facts))) == parting


@THOROUGH
@given(case=cases())
def test_definitions_part_on_answers_of_the_case_exactly_where_they_disagree(case: Case) -> None:
    appraisal = appraise(case)
    verdicts = {finding.verdict for finding in appraisal.definitions.values()}
    disagreeing = "definitions_disagree" in {caveat.id for caveat in appraisal.caveats}
    assert disagreeing == ({"refractory", "not_refractory"} <= verdicts)
    assert bool(split_facts(appraisal)) == disagreeing
    assert set(split_facts(appraisal)) <= case.known.keys()
