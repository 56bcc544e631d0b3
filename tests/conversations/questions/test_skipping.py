from hypothesis import given

from conversations.consult.state import Consult
from conversations.questions.relevance import open_questions, worth_asking
from conversations.questions.skipping import Skipped, SkipReason, skipped
from domain.appraisal.appraise import appraise
from domain.facts.catalogue import FACTS
from tests.conversations.showing import consult
from tests.conversations.strategies import consults
from tests.strategies import THOROUGH

STAGING_ONLY = {"tumor_count", "largest_tumor_cm"}


def passed_over(of: Consult) -> tuple[Skipped, ...]:
    appraisal = appraise(of.case)
    return skipped(of, appraisal, worth_asking(of, appraisal))


@THOROUGH
@given(consults())
def test_every_fact_was_answered_set_aside_skipped_or_is_still_to_be_asked(of: Consult) -> None:
    dealt_with = of.case.answers.keys() | of.not_known
    over = {each.fact for each in passed_over(of)}
    worth = worth_asking(of, appraise(of.case))
    to_ask = {
        fact for question in open_questions(of, worth) for fact in question.facts if fact in worth
    }
    assert dealt_with | over | to_ask | STAGING_ONLY == FACTS.keys()
    assert len(over) == len(passed_over(of))
    assert over.isdisjoint(dealt_with | to_ask)


@THOROUGH
@given(consults())
def test_what_made_a_question_pointless_is_known_and_what_it_waits_for_is_not(of: Consult) -> None:
    for each in passed_over(of):
        if each.reason is SkipReason.WAITS:
            assert each.because_of
            assert of.case.answers.keys().isdisjoint(each.because_of)
        else:
            assert each.because_of
            assert set(each.because_of) <= of.case.answers.keys() | of.case.implied.keys()


def test_an_implied_fact_names_the_answer_that_it_follows_from() -> None:
    found = {each.fact: each for each in passed_over(consult(target_response="CR"))}
    assert found["residual_viability_percent"] == Skipped(
        "residual_viability_percent", SkipReason.IMPLIED, ("target_response",)
    )


def test_progression_from_baseline_makes_the_response_follow() -> None:
    assert passed_over(consult(progressed_from_baseline=True))[0] == Skipped(
        "target_response", SkipReason.IMPLIED, ("progressed_from_baseline",)
    )


def test_a_settled_fact_names_what_settled_every_criterion_that_reads_it() -> None:
    found = {each.fact: each for each in passed_over(consult(target_response="PD"))}
    assert found["treatment_intent"] == Skipped(
        "treatment_intent", SkipReason.SETTLED, ("target_response",)
    )


def test_too_few_sessions_settle_what_needs_more() -> None:
    found = {each.fact: each for each in passed_over(consult(tace_sessions=1))}
    assert found["new_intrahepatic_lesions"] == Skipped(
        "new_intrahepatic_lesions", SkipReason.SETTLED, ("tace_sessions",)
    )


def test_a_question_that_waits_names_the_answer_it_waits_for() -> None:
    found = {each.fact: each for each in passed_over(consult("target_response"))}
    assert found["progressed_from_baseline"] == Skipped(
        "progressed_from_baseline", SkipReason.WAITS, ("target_response",)
    )


def test_once_everything_is_settled_the_sessions_wait_for_nothing() -> None:
    of = consult(
        target_response="CR",
        new_intrahepatic_lesions="none",
        vascular_invasion="absent",
        extrahepatic_spread="absent",
        tumor_marker_trend="not_rising",
    )
    found = {each.fact: each for each in passed_over(of)}
    assert found["tace_sessions"].reason is SkipReason.SETTLED
    assert "target_response" in found["tace_sessions"].because_of


def test_a_fact_left_without_weight_names_the_answers_that_left_it_so() -> None:
    of = consult("residual_viability_percent", tace_sessions=2, technique_reassessed=False)
    found = {each.fact: each for each in passed_over(of)}
    assert found["imaging_timing"].reason is SkipReason.SETTLED
    assert "technique_reassessed" in found["imaging_timing"].because_of


def test_with_every_criterion_settled_the_sessions_wait_for_nothing() -> None:
    of = consult(
        sessions_within_6_months=3,
        treatment_intent="palliative",
        target_response="SD",
        residual_viability_percent="up_to_50",
        new_intrahepatic_lesions="none",
        vascular_invasion="absent",
        extrahepatic_spread="absent",
        tumor_marker_trend="not_rising",
    )
    found = {each.fact: each for each in passed_over(of)}
    assert found["tace_sessions"].reason is SkipReason.SETTLED
    assert found["tace_sessions"].because_of
