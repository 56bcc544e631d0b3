import pytest

from conversations.questions.catalogue import (
    NEEDS_A_SCAN,
    QUESTION_OF,
    QUESTIONS,
    STAGING_QUESTIONS,
    facts_of,
)
from conversations.questions.relevance import _REASON_FACTS
from domain.facts.case import Case
from domain.facts.catalogue import FACTS
from domain.staging import STAGES

EVERY_QUESTION = QUESTIONS + STAGING_QUESTIONS


def test_the_questions_follow_the_clinical_order() -> None:
    assert [question.id for question in QUESTIONS] == [
        "tace_sessions",
        "target_response",
        "progressed_from_baseline",
        "residual_viability_percent",
        "appeared",
        "tumor_marker_trend",
        "sessions_within_6_months",
        "imaging_timing",
        "technique_reassessed",
        "standardized_technique",
        "treatment_intent",
        "child_pugh_class",
        "ecog",
        "against",
    ]


def test_every_fact_is_asked_for_by_exactly_one_question() -> None:
    asked = [fact for question in EVERY_QUESTION for fact in question.facts]
    assert sorted(asked) == sorted(FACTS)
    assert QUESTION_OF.keys() == FACTS.keys()


def test_only_what_staging_alone_reads_is_left_out_of_the_consult() -> None:
    asked_on_request = {fact for question in STAGING_QUESTIONS for fact in question.facts}
    consult = {fact for question in QUESTIONS for fact in question.facts}
    read_by_staging = {fact for condition, _ in STAGES for fact in condition.facts}
    assert asked_on_request == read_by_staging - consult


def test_response_markers_technique_and_intent_are_never_bundled() -> None:
    bundled = {fact for question in EVERY_QUESTION if question.is_group for fact in question.facts}
    assert bundled.isdisjoint(
        {
            "target_response",
            "residual_viability_percent",
            "tumor_marker_trend",
            "technique_reassessed",
            "standardized_technique",
            "treatment_intent",
        }
    )


@pytest.mark.parametrize("question", EVERY_QUESTION, ids=lambda question: question.id)
def test_the_one_tap_answer_covers_all_of_a_bundle_and_can_be_true(question: object) -> None:
    assert question in EVERY_QUESTION
    usual = EVERY_QUESTION[EVERY_QUESTION.index(question)].usual
    facts = EVERY_QUESTION[EVERY_QUESTION.index(question)].facts
    assert tuple(usual) == (facts if len(facts) > 1 else ())
    assert Case.model_validate(dict(usual)).answers == usual


def test_the_one_tap_answer_against_tace_says_that_none_of_the_six_applies() -> None:
    against = QUESTION_OF["severe_jaundice"]
    assert len(against.facts) == 6
    assert set(against.facts) | {"child_pugh_class", "ecog"} == _REASON_FACTS
    assert set(against.usual.values()) == {False}


def test_a_screen_is_about_a_question_or_about_one_fact_of_it() -> None:
    assert facts_of("appeared") == (
        "new_intrahepatic_lesions",
        "vascular_invasion",
        "extrahepatic_spread",
    )
    assert facts_of("vascular_invasion") == ("vascular_invasion",)
    with pytest.raises(KeyError):
        facts_of("no_such_question")


def test_without_a_scan_nothing_is_known_that_is_read_from_one_of_the_treated_lesions() -> None:
    assert NEEDS_A_SCAN == ("target_response", "residual_viability_percent", "imaging_timing")
