import pytest

from domain.facts.catalogue import RESIDUAL_VIABILITY, TACE_SESSIONS, TARGET_RESPONSE
from domain.facts.fact import Answer
from domain.facts.vocabulary import TargetResponse, ViabilityRange
from domain.worlds.cells import Cells, ChoiceCells, NumberCells, cells_of


def viability_cells() -> NumberCells:
    cells = cells_of(RESIDUAL_VIABILITY, [RESIDUAL_VIABILITY.above(each) for each in (0, 50)])
    assert isinstance(cells, NumberCells)
    return cells


def response_cells() -> ChoiceCells:
    failing = TARGET_RESPONSE.is_(TargetResponse.SD, TargetResponse.PD)
    cells = cells_of(TARGET_RESPONSE, [failing, TARGET_RESPONSE.is_(TargetResponse.CR)])
    assert isinstance(cells, ChoiceCells)
    return cells


def lying(cells: Cells, answer: Answer) -> list[int]:
    return cells.at(cells.position(answer))


def test_values_that_no_condition_tells_apart_share_a_cell() -> None:
    assert response_cells().groups == (
        frozenset({TargetResponse.CR}),
        frozenset({TargetResponse.PR}),
        frozenset({TargetResponse.SD, TargetResponse.PD}),
    )
    assert len(response_cells()) == 3


def test_a_fact_that_no_condition_reads_is_one_cell() -> None:
    assert len(cells_of(TARGET_RESPONSE, [])) == len(cells_of(TACE_SESSIONS, [])) == 1


def test_a_number_is_cut_at_its_bounds() -> None:
    assert viability_cells().starts == (0, 1, 501)
    assert len(viability_cells()) == 3


def test_a_bound_beyond_the_numbers_values_cuts_nothing() -> None:
    beyond = [TACE_SESSIONS.at_least(each) for each in (-1, 0, 51)]
    assert len(cells_of(TACE_SESSIONS, beyond)) == 1


@pytest.mark.parametrize(
    ("answer", "cells"),
    [
        (0, [0]),
        (0.1, [1]),
        (50, [1]),
        (50.1, [2]),
        (500, [2]),
        (ViabilityRange.UP_TO_50, [1]),
        (ViabilityRange.OVER_50, [2]),
    ],
)
def test_an_answer_lies_in_the_cell_of_its_figure(answer: Answer, cells: list[int]) -> None:
    assert lying(viability_cells(), answer) == cells


def test_a_range_may_lie_in_several_cells() -> None:
    cells = cells_of(RESIDUAL_VIABILITY, [RESIDUAL_VIABILITY.above(75)])
    assert lying(cells, ViabilityRange.OVER_50) == [0, 1]
    assert lying(cells, ViabilityRange.UP_TO_50) == [0]


def test_a_named_value_lies_in_one_cell() -> None:
    assert lying(response_cells(), TargetResponse.SD) == [2]
    assert lying(response_cells(), TargetResponse.PD) == [2]
    assert lying(response_cells(), TargetResponse.PR) == [1]


def test_a_statement_holds_in_whole_cells() -> None:
    assert viability_cells().satisfying(RESIDUAL_VIABILITY.above(50)) == [2]
    assert viability_cells().satisfying(RESIDUAL_VIABILITY.above(0)) == [1, 2]
    assert response_cells().satisfying(TARGET_RESPONSE.is_(TargetResponse.CR)) == [0]


@pytest.mark.parametrize(
    ("given", "below", "above"),
    [
        (0, [], [0.1, 50.1]),
        (30, [0], [50.1]),
        (50, [0], [50.1]),
        (50.1, [50, 0], []),
        (60, [50, 0], []),
        (ViabilityRange.UP_TO_50, [], [ViabilityRange.OVER_50]),
        (ViabilityRange.OVER_50, [ViabilityRange.UP_TO_50], []),
    ],
)
def test_the_nearest_other_answers_are_one_a_cell_nearest_first(
    given: Answer, below: list[Answer], above: list[Answer]
) -> None:
    cells = viability_cells()
    assert cells.alternatives(cells.position(given)) == [below, above]


def test_the_other_answers_to_a_named_value_are_those_of_other_cells_one_by_one() -> None:
    cells = response_cells()
    assert cells.alternatives(cells.position(TargetResponse.PD)) == [
        [TargetResponse.CR],
        [TargetResponse.PR],
    ]


@pytest.mark.parametrize("cells", [viability_cells(), response_cells()])
def test_every_place_of_an_answer_is_listed(cells: Cells) -> None:
    answers = (0, 30, 60, *ViabilityRange) if isinstance(cells, NumberCells) else TargetResponse
    assert set(cells.positions()) == {cells.position(answer) for answer in answers}
