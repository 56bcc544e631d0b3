import pytest
from hypothesis import given

from conversations.consult.state import Consult
from conversations.questions.relevance import open_questions, worth_asking
from domain.appraisal.appraise import Appraisal, appraise
from domain.facts.admissibility import ContradictoryCaseError
from domain.facts.catalogue import FACTS
from domain.facts.fact import Number
from tests.conversations.showing import consult
from tests.conversations.strategies import consults
from tests.strategies import THOROUGH

REASON_FACTS = {
    "child_pugh_class",
    "ecog",
    "hepatic_artery_occluded",
    "severe_jaundice",
    "hepatic_encephalopathy",
    "refractory_ascites",
    "hepatorenal_syndrome",
    "diffuse_arteriovenous_fistula",
}


def worth(of: Consult) -> frozenset[str]:
    return worth_asking(of, appraise(of.case))


def asked(of: Consult) -> list[str]:
    return [question.id for question in open_questions(of, worth(of))]


def outcomes(appraisal: Appraisal) -> tuple[object, ...]:
    return tuple(
        each.status for finding in appraisal.definitions.values() for each in finding.criteria
    )


def answers_worth_trying(fact: str) -> list[object]:
    declared = FACTS[fact]
    if not isinstance(declared, Number):
        return list(declared.values)
    near = {declared.ticks(value) for value in (0, 0.1, 1, 2, 3, 4, 50, 50.1, 100)}
    low, high = declared.ticks(declared.low), declared.ticks(declared.high)
    return [*map(declared.value, sorted(near & set(range(low, high + 1)))), *declared.ranges]


@THOROUGH
@given(consults())
def test_a_skipped_fact_could_change_no_criterion_whatever_its_answer(of: Consult) -> None:
    before = appraise(of.case)
    for fact in FACTS:
        if not of.is_open(fact) or fact in worth(of):
            continue
        for answer in answers_worth_trying(fact):
            try:
                changed = of.case.model_validate({**of.case.answers, fact: answer})
            except ContradictoryCaseError:
                continue
            assert outcomes(appraise(changed)) == outcomes(before), (fact, answer)


@THOROUGH
@given(consults())
def test_a_reason_against_tace_is_asked_for_until_it_was_checked(of: Consult) -> None:
    for fact in REASON_FACTS:
        assert (fact in worth(of)) == of.is_open(fact)


@THOROUGH
@given(consults())
def test_nothing_is_asked_that_was_answered_or_implied_or_set_aside(of: Consult) -> None:
    for fact in worth(of):
        assert of.is_open(fact)


def test_a_new_consult_asks_everything_but_what_waits_for_another_answer() -> None:
    assert asked(Consult()) == [
        "tace_sessions",
        "target_response",
        "residual_viability_percent",
        "appeared",
        "tumor_marker_trend",
        "sessions_within_6_months",
        "imaging_timing",
        "technique_reassessed",
        "standardized_technique",
        "child_pugh_class",
        "ecog",
        "against",
    ]


@pytest.mark.parametrize(("response", "is_asked"), [("PD", True), ("SD", False), ("CR", False)])
def test_progression_from_baseline_is_asked_only_after_pd(response: str, is_asked: bool) -> None:  # noqa: FBT001 - the expectation is the parameter
    assert ("progressed_from_baseline" in asked(consult(target_response=response))) == is_asked


@pytest.mark.parametrize(("response", "is_asked"), [("SD", True), ("PD", False), ("PR", False)])
def test_the_intent_is_asked_only_where_it_decides(response: str, is_asked: bool) -> None:  # noqa: FBT001 - the expectation is the parameter
    assert ("treatment_intent" in asked(consult(target_response=response))) == is_asked


def test_without_a_session_only_the_reasons_against_tace_are_left() -> None:
    assert asked(consult(tace_sessions=0)) == ["child_pugh_class", "ecog", "against"]


def test_one_session_rules_out_everything_that_needs_two() -> None:
    left = asked(consult(tace_sessions=1, target_response="PR", residual_viability_percent=40))
    assert left == ["appeared", "tumor_marker_trend", "child_pugh_class", "ecog", "against"]


def test_the_fair_trial_is_not_asked_about_where_nothing_failed() -> None:
    left = asked(
        consult(
            tace_sessions=4,
            target_response="PR",
            residual_viability_percent="up_to_50",
            new_intrahepatic_lesions="none",
        )
    )
    fair_trial = {"imaging_timing", "technique_reassessed", "standardized_technique"}
    assert fair_trial.isdisjoint(left)


def test_staging_is_never_asked_in_the_consult() -> None:
    assert {"tumor_count", "largest_tumor_cm"}.isdisjoint(worth(Consult()))
