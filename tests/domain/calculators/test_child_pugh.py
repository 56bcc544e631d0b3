from collections.abc import Iterator
from itertools import product

import pytest

from domain.calculators.child_pugh import (
    SCALES,
    SOURCE,
    Ascites,
    ChildPughScore,
    Encephalopathy,
    ImplausibleValueError,
    Item,
    MeasuredTwiceError,
    Measurement,
    Unit,
    child_pugh,
    class_of,
)
from domain.rules.source import Source

# One value of each item for one, two and three points.
GRADED: dict[Item, tuple[Measurement | Ascites | Encephalopathy, ...]] = {
    Item.BILIRUBIN: tuple(Measurement(value, Unit.MG_DL) for value in (1, 2.5, 8)),
    Item.ALBUMIN: tuple(Measurement(value, Unit.G_L) for value in (40, 30, 20)),
    Item.COAGULATION: tuple(Measurement(value, Unit.INR) for value in (1, 2, 3)),
    Item.ASCITES: tuple(Ascites),
    Item.ENCEPHALOPATHY: tuple(Encephalopathy),
}


def scored(points: dict[Item, int]) -> ChildPughScore:
    given = [GRADED[item][each - 1] for item, each in points.items()]
    return child_pugh(
        tuple(each for each in given if isinstance(each, Measurement)),
        next((each for each in given if isinstance(each, Ascites)), None),
        next((each for each in given if isinstance(each, Encephalopathy)), None),
    )


def every_way_of_scoring(*options: int | None) -> Iterator[dict[Item, int]]:
    for chosen in product(options, repeat=len(Item)):
        yield {item: each for item, each in zip(Item, chosen, strict=True) if each is not None}


def class_for(total: int) -> str:
    if total <= 6:
        return "A"
    return "B" if total <= 9 else "C"


@pytest.mark.parametrize(
    ("unit", "item", "below", "low", "high", "above", "points"),
    [
        (Unit.MG_DL, Item.BILIRUBIN, 1.99, 2, 3, 3.01, (1, 2, 2, 3)),
        (Unit.UMOL_L, Item.BILIRUBIN, 33.9, 34, 51, 51.1, (1, 2, 2, 3)),
        (Unit.G_DL, Item.ALBUMIN, 2.79, 2.8, 3.5, 3.51, (3, 2, 2, 1)),
        (Unit.G_L, Item.ALBUMIN, 27.9, 28, 35, 35.1, (3, 2, 2, 1)),
        (Unit.INR, Item.COAGULATION, 1.69, 1.7, 2.3, 2.31, (1, 2, 2, 3)),
        (Unit.SECONDS, Item.COAGULATION, 3.9, 4, 6, 6.1, (1, 2, 2, 3)),
    ],
)
def test_points_change_just_beyond_the_bounds_which_score_two(  # noqa: PLR0913, PLR0917 - a row of the table
    unit: Unit,
    item: Item,
    below: float,
    low: float,
    high: float,
    above: float,
    points: tuple[int, ...],
) -> None:
    scores = [child_pugh((Measurement(each, unit),)) for each in (below, low, high, above)]
    assert [score.points for score in scores] == [{item: each} for each in points]


@pytest.mark.parametrize(
    ("finding", "points"),
    [(Ascites.NONE, 1), (Ascites.MILD, 2), (Ascites.MODERATE, 3)],
)
def test_ascites_scores_by_degree(finding: Ascites, points: int) -> None:
    assert child_pugh(ascites=finding).points == {Item.ASCITES: points}


@pytest.mark.parametrize(
    ("grade", "points"),
    [(Encephalopathy.NONE, 1), (Encephalopathy.GRADE_1_2, 2), (Encephalopathy.GRADE_3_4, 3)],
)
def test_encephalopathy_scores_by_grade(grade: Encephalopathy, points: int) -> None:
    assert child_pugh(encephalopathy=grade).points == {Item.ENCEPHALOPATHY: points}


def test_five_items_give_one_total_and_one_class() -> None:
    for points in every_way_of_scoring(1, 2, 3):
        score, total = scored(points), sum(points.values())
        assert score.points == points
        assert (score.least, score.most, score.missing) == (total, total, ())
        assert score.classes == (class_for(total),) == (class_of(total),)


def test_missing_items_leave_every_class_that_some_value_of_theirs_gives() -> None:
    for points in every_way_of_scoring(None, 1, 3):
        missing = [item for item in Item if item not in points]
        totals = [
            sum(points.values()) + sum(rest) for rest in product((1, 2, 3), repeat=len(missing))
        ]
        score = scored(points)
        assert (score.least, score.most) == (min(totals), max(totals))
        assert score.missing == tuple(missing)
        assert score.classes == tuple(sorted({class_for(total) for total in totals}))


def test_with_nothing_given_every_class_is_possible() -> None:
    assert child_pugh().classes == ("A", "B", "C")
    assert child_pugh().missing == tuple(Item)


@pytest.mark.parametrize(
    ("value", "unit"),
    [
        pytest.param(40, Unit.MG_DL, id="a bilirubin in µmol/L"),
        pytest.param(35, Unit.G_DL, id="an albumin in g/L"),
        pytest.param(3.5, Unit.G_L, id="an albumin in g/dL"),
        pytest.param(1.2, Unit.UMOL_L, id="a bilirubin in mg/dL"),
        pytest.param(13, Unit.INR, id="a prothrombin time as an INR"),
        pytest.param(-1, Unit.SECONDS, id="a prothrombin time shorter than the control"),
    ],
)
def test_a_value_that_fits_another_unit_better_asks_back(value: float, unit: Unit) -> None:
    with pytest.raises(ImplausibleValueError) as caught:
        child_pugh((Measurement(value, unit),))
    assert caught.value.measurement == Measurement(value, unit)


@pytest.mark.parametrize("unit", Unit)
def test_the_plausible_range_ends_with_its_bounds(unit: Unit) -> None:
    least, most = (float(each) for each in SCALES[unit].plausible)
    for inside in (least, most):
        assert child_pugh((Measurement(inside, unit),)).points
    for outside in (least - 0.01, most + 0.01):
        with pytest.raises(ImplausibleValueError, match=f"{outside} {unit}"):
            child_pugh((Measurement(outside, unit),))


@pytest.mark.parametrize(
    ("first", "second", "item"),
    [
        (Measurement(1.2, Unit.INR), Measurement(3, Unit.SECONDS), Item.COAGULATION),
        (Measurement(1, Unit.MG_DL), Measurement(17, Unit.UMOL_L), Item.BILIRUBIN),
        (Measurement(40, Unit.G_L), Measurement(40, Unit.G_L), Item.ALBUMIN),
    ],
)
def test_one_item_is_never_measured_twice(
    first: Measurement, second: Measurement, item: Item
) -> None:
    with pytest.raises(MeasuredTwiceError, match=item) as caught:
        child_pugh((first, second))
    assert caught.value.item is item


@pytest.mark.parametrize("total", [4, 16])
def test_a_total_beyond_five_to_fifteen_has_no_class(total: int) -> None:
    with pytest.raises(ValueError, match=f"not {total}"):
        class_of(total)


def test_both_units_of_an_item_score_the_same_value_alike() -> None:
    assert child_pugh((Measurement(3.5, Unit.G_DL),)) == child_pugh((Measurement(35, Unit.G_L),))
    assert child_pugh((Measurement(2, Unit.MG_DL),)) == child_pugh((Measurement(34, Unit.UMOL_L),))


def test_the_table_is_of_the_msd_manual() -> None:
    assert SOURCE is Source.MSD_CHILD_PUGH
