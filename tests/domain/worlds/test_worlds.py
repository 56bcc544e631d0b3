from collections.abc import Mapping
from itertools import product

import pytest

from domain.facts.catalogue import (
    ECOG,
    SESSIONS_WITHIN_6_MONTHS,
    TACE_SESSIONS,
    TARGET_RESPONSE,
    TREATMENT_INTENT,
)
from domain.facts.fact import Answer
from domain.facts.reading import read_case
from domain.facts.vocabulary import TargetResponse, TreatmentIntent, ViabilityRange
from domain.logic.conditions import ALWAYS, AnyOf, Condition, NotKnownTrue, NotMore
from domain.worlds.worlds import Worlds

ENOUGH = TACE_SESSIONS.at_least(3)
RECENT = SESSIONS_WITHIN_6_MONTHS.at_least(2)
CURATIVE = TREATMENT_INTENT.is_(TreatmentIntent.CURATIVE)
FIT = ~ECOG.above(2)
PROGRESSIVE = TARGET_RESPONSE.is_(TargetResponse.PD)
COMPLETE_RESPONSE = TARGET_RESPONSE.is_(TargetResponse.CR)
WORLDS = Worlds([ENOUGH, RECENT, CURATIVE, FIT])

CONDITIONS: tuple[Condition, ...] = (
    ENOUGH,
    ENOUGH & RECENT,
    ENOUGH | CURATIVE,
    ~(RECENT | FIT) & CURATIVE,
    NotMore("sessions_within_6_months", "tace_sessions") & ~FIT,
    ALWAYS,
    AnyOf(()),
)
COMPLETE = [
    read_case(
        {
            "tace_sessions": sessions,
            "sessions_within_6_months": recent,
            "treatment_intent": intent,
            "ecog": ecog,
        }
    )
    for sessions in range(6)
    for recent, intent, ecog in product(range(sessions + 1), TreatmentIntent, range(5))
]


def admitted(worlds: Worlds, answers: Mapping[str, Answer]) -> int:
    return worlds.admitted(worlds.given(answers))


@pytest.mark.parametrize("condition", CONDITIONS, ids=str)
def test_a_condition_holds_in_the_worlds_of_exactly_the_cases_of_which_it_is_true(
    condition: Condition,
) -> None:
    where = WORLDS.where(condition)
    for case in COMPLETE:
        worlds = admitted(WORLDS, case.answers)
        assert worlds
        assert worlds & where == (worlds if condition.truth(case.known) else 0)


def test_a_condition_with_its_opposite_makes_up_every_world() -> None:
    for condition in CONDITIONS:
        holds, fails = WORLDS.where(condition), WORLDS.where(~condition)
        assert holds & fails == 0
        assert holds | fails == WORLDS.where(ALWAYS)


def test_contradictory_answers_leave_no_world() -> None:
    contradictory = {"tace_sessions": 1, "sessions_within_6_months": 2}
    assert admitted(WORLDS, contradictory) == 0
    assert admitted(WORLDS, {"tace_sessions": 0, "technique_reassessed": True}) == 0


def test_an_answer_that_the_worlds_do_not_tell_apart_leaves_them_all() -> None:
    assert admitted(WORLDS, {"severe_jaundice": True}) == WORLDS.admissible


def test_a_result_of_tace_leaves_only_worlds_with_a_session() -> None:
    treated = admitted(WORLDS, {"technique_reassessed": False})
    assert treated == WORLDS.admissible & ~WORLDS.untreated


@pytest.mark.parametrize("fact", ["tace_sessions", "ecog", "target_response"])
def test_the_cells_of_an_unanswered_fact_share_out_every_world(fact: str) -> None:
    worlds = Worlds([ENOUGH, FIT, PROGRESSIVE])
    together = 0
    for share in worlds.cells_to_try(fact):
        assert together & share == 0
        together |= share
    everything = worlds.where(ALWAYS)
    after_tace = fact == "target_response"
    assert together == (everything & ~worlds.untreated if after_tace else everything)


@pytest.mark.parametrize(
    ("answers", "needed"),
    [
        ({"sessions_within_6_months": 3}, ENOUGH),
        ({"new_intrahepatic_lesions": "after_consecutive_sessions"}, TACE_SESSIONS.at_least(2)),
        ({"vascular_invasion": "new"}, TACE_SESSIONS.at_least(1)),
        (
            {"residual_viability_percent": ViabilityRange.OVER_50},
            ~COMPLETE_RESPONSE & TACE_SESSIONS.at_least(1),
        ),
        ({"residual_viability_percent": 0}, COMPLETE_RESPONSE & TACE_SESSIONS.at_least(1)),
        ({"progressed_from_baseline": True}, PROGRESSIVE & TACE_SESSIONS.at_least(1)),
        ({"imaging_timing": "after_3_months"}, TACE_SESSIONS.at_least(1)),
    ],
)
def test_an_answer_to_a_fact_that_is_not_told_apart_leaves_the_worlds_it_can_be_true_in(
    answers: dict[str, Answer], needed: Condition
) -> None:
    worlds = Worlds([ENOUGH, TACE_SESSIONS.at_least(2), PROGRESSIVE, COMPLETE_RESPONSE])
    assert admitted(worlds, answers) == worlds.admissible & worlds.where(needed)


def test_facts_that_are_not_told_apart_bind_one_another() -> None:
    worlds = Worlds([COMPLETE_RESPONSE])
    progressed: dict[str, Answer] = {"progressed_from_baseline": True}
    assert admitted(worlds, {**progressed, "residual_viability_percent": 60})
    assert admitted(worlds, {**progressed, "residual_viability_percent": 40}) == 0


def test_a_fact_that_the_worlds_were_not_made_for_is_an_error() -> None:
    with pytest.raises(KeyError, match="tumor_count"):
        WORLDS.where(NotMore("tumor_count", "tace_sessions"))


def test_a_statement_about_what_is_known_has_no_worlds() -> None:
    with pytest.raises(TypeError, match="no worlds are set apart"):
        WORLDS.where(NotKnownTrue(CURATIVE))


def test_only_numbers_can_be_compared() -> None:
    with pytest.raises(TypeError, match="only numbers can be compared"):
        Worlds([NotMore("ecog", "treatment_intent")])
