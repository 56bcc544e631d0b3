from collections.abc import Iterable, Iterator, Sequence

import pytest
from hypothesis import given

from domain.appraisal.appraise import appraise
from domain.appraisal.findings import DefinitionFinding, Flip
from domain.appraisal.flips import flips
from domain.appraisal.judgement import judge
from domain.facts.admissibility import ContradictoryCaseError
from domain.facts.case import Case
from domain.facts.catalogue import FACTS, RESIDUAL_VIABILITY
from domain.facts.fact import Answer, Choice
from domain.facts.reading import read_case
from domain.facts.vocabulary import ViabilityRange
from tests.strategies import THOROUGH, cases

EVERY_FIGURE = [RESIDUAL_VIABILITY.value(ticks) for ticks in range(5001)]


def turning(
    finding: DefinitionFinding, case: Case, fact: str, answers: Iterable[Answer]
) -> Iterator[Flip]:
    for answer in answers:
        try:
            changed = judge(finding.definition, case.with_answer(fact, answer))
        except ContradictoryCaseError:
            continue
        if changed.settled and changed.verdict is not finding.verdict:
            yield Flip(fact, case.answers[fact], answer, changed.verdict)


def nearest_turning(
    finding: DefinitionFinding, case: Case, fact: str, ascending: Sequence[Answer]
) -> list[Flip]:
    place = ascending.index(case.answers[fact])
    sides = (ascending[:place][::-1], ascending[place + 1 :])
    first = (next(turning(finding, case, fact, side), None) for side in sides)
    return [flip for flip in first if flip]


def every_flip(finding: DefinitionFinding, case: Case) -> Iterator[Flip]:
    for fact, answer in case.answers.items():
        declared = FACTS[fact]
        if isinstance(declared, Choice):
            others = [each for each in declared.values if each != answer]
            yield from turning(finding, case, fact, others)
        elif isinstance(answer, ViabilityRange):
            others = [each for each in ViabilityRange if each != answer]
            yield from turning(finding, case, fact, others)
        elif declared.ticks_per_unit == 1:
            counts = range(declared.ticks(declared.low), declared.ticks(declared.high) + 1)
            yield from nearest_turning(finding, case, fact, counts)


@THOROUGH
@given(cases())
def test_the_flips_of_a_verdict_are_all_the_single_answers_that_turn_it(case: Case) -> None:
    for finding in appraise(case).definitions.values():
        expected = list(every_flip(finding, case)) if finding.settled else []
        measured = isinstance(case.answers.get(RESIDUAL_VIABILITY.name), int | float)
        skipped = RESIDUAL_VIABILITY.name if measured else None
        assert [flip for flip in flips(finding, case) if flip.fact != skipped] == expected


@pytest.mark.parametrize(
    ("viability", "flipped"),
    [(0, [50.1]), (0.1, [50.1]), (50, [50.1]), (50.1, [50]), (60, [50]), (500, [50])],
)
def test_a_viability_flips_at_the_nearest_of_all_its_figures(
    viability: float, flipped: list[float]
) -> None:
    case = read_case(
        {
            "tace_sessions": 2,
            "residual_viability_percent": viability,
            "imaging_timing": "within_1_to_3_months",
            "new_intrahepatic_lesions": "none",
            "vascular_invasion": "absent",
            "extrahepatic_spread": "absent",
            "tumor_marker_trend": "not_rising",
            "technique_reassessed": True,
        }
    )
    finding = appraise(case).definitions["jsh_lcsgj_2014"]
    found = [flip for flip in flips(finding, case) if flip.fact == RESIDUAL_VIABILITY.name]
    assert found == nearest_turning(finding, case, RESIDUAL_VIABILITY.name, EVERY_FIGURE)
    assert [flip.changed for flip in found] == flipped


def test_an_answer_that_contradicts_others_is_not_a_flip() -> None:
    case = read_case({"tace_sessions": 3, "sessions_within_6_months": 3, "target_response": "SD"})
    found = flips(appraise(case).definitions["epoihcc_2013"], case)
    assert {flip.fact for flip in found} == {"sessions_within_6_months", "target_response"}


def test_an_open_verdict_has_no_flips() -> None:
    case = read_case({"tace_sessions": 3, "target_response": "SD"})
    assert flips(appraise(case).definitions["epoihcc_2013"], case) == ()
