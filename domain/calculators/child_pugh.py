"""Child-Pugh class from its five items (table of the MSD Manual).

Each item scores one to three points: class A is 5 to 6, B 7 to 9, C 10 to 15. Nothing is
assumed: with an item missing the classes that remain possible are given.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from math import isfinite

from domain.facts.vocabulary import ChildPughClass
from domain.rules.source import Source

SOURCE = Source.MSD_CHILD_PUGH


class Item(StrEnum):
    """The five scored items; coagulation is either INR or prolonged prothrombin time."""

    BILIRUBIN = "bilirubin"
    ALBUMIN = "albumin"
    COAGULATION = "coagulation"
    ASCITES = "ascites"
    ENCEPHALOPATHY = "encephalopathy"


class Unit(StrEnum):
    """Units in which a laboratory value may be given."""

    MG_DL = "mg_dl"
    UMOL_L = "umol_l"
    G_DL = "g_dl"
    G_L = "g_l"
    INR = "inr"
    SECONDS = "seconds"
    """Seconds by which the prothrombin time is prolonged over control."""


class Ascites(StrEnum):
    """Ascites, from none to moderate or more."""

    NONE = "none"
    MILD = "mild"
    MODERATE = "moderate"


class Encephalopathy(StrEnum):
    """Hepatic encephalopathy by grade."""

    NONE = "none"
    GRADE_1_2 = "grade_1_2"
    GRADE_3_4 = "grade_3_4"


@dataclass(frozen=True)
class Scale:
    """How a laboratory value scores: points change at the two bounds.

    The bounds themselves score two points. Values outside `plausible` are more likely
    given in another unit than measured.
    """

    item: Item
    bounds: tuple[Fraction, Fraction]
    plausible: tuple[Fraction, Fraction]
    high_is_better: bool = False

    def points(self, value: Fraction) -> int:
        """Return the points of a value in this scale's unit."""
        low, high = self.bounds
        if low <= value <= high:
            return 2
        return 1 if (value > high) == self.high_is_better else 3


def _scale(
    item: Item,
    bounds: tuple[str, str],
    plausible: tuple[str, str],
    *,
    high_is_better: bool = False,
) -> Scale:
    low, high = (Fraction(each) for each in bounds)
    least, most = (Fraction(each) for each in plausible)
    return Scale(item, (low, high), (least, most), high_is_better)


SCALES: dict[Unit, Scale] = {
    Unit.MG_DL: _scale(Item.BILIRUBIN, ("2", "3"), ("0.1", "35")),
    Unit.UMOL_L: _scale(Item.BILIRUBIN, ("34", "51"), ("2", "600")),
    Unit.G_DL: _scale(Item.ALBUMIN, ("2.8", "3.5"), ("1", "6"), high_is_better=True),
    Unit.G_L: _scale(Item.ALBUMIN, ("28", "35"), ("10", "60"), high_is_better=True),
    Unit.INR: _scale(Item.COAGULATION, ("1.7", "2.3"), ("0.7", "10")),
    Unit.SECONDS: _scale(Item.COAGULATION, ("4", "6"), ("0", "60")),
}
"""Each unit belongs to one item, so a value with its unit needs no other name."""

_FINDING_POINTS: dict[Ascites | Encephalopathy, int] = {
    Ascites.NONE: 1,
    Ascites.MILD: 2,
    Ascites.MODERATE: 3,
    Encephalopathy.NONE: 1,
    Encephalopathy.GRADE_1_2: 2,
    Encephalopathy.GRADE_3_4: 3,
}

_CLASSES: tuple[tuple[ChildPughClass, range], ...] = (
    (ChildPughClass.A, range(5, 7)),
    (ChildPughClass.B, range(7, 10)),
    (ChildPughClass.C, range(10, 16)),
)


@dataclass(frozen=True)
class Measurement:
    """A laboratory value in its unit, which also says what was measured."""

    value: float
    unit: Unit


class ImplausibleValueError(ValueError):
    """A value that was more likely given in another unit, or mistyped, than measured."""

    def __init__(self, measurement: Measurement) -> None:
        super().__init__(f"{measurement.value} {measurement.unit}")
        self.measurement = measurement


class MeasuredTwiceError(ValueError):
    """Two values for one item, such as an INR and a prothrombin time."""

    def __init__(self, item: Item) -> None:
        super().__init__(item)
        self.item = item


@dataclass(frozen=True)
class ChildPughScore:
    """The points of the items given, and what the missing ones leave possible.

    `least` and `most` are the totals if every missing item scored one or three points.
    """

    points: dict[Item, int]
    missing: tuple[Item, ...]
    least: int
    most: int
    classes: tuple[ChildPughClass, ...]


def child_pugh(
    measurements: tuple[Measurement, ...] = (),
    ascites: Ascites | None = None,
    encephalopathy: Encephalopathy | None = None,
) -> ChildPughScore:
    """Return the score of what is given, and every class that it leaves possible.

    Raises `ImplausibleValueError` and `MeasuredTwiceError`.
    """
    points: dict[Item, int] = {}
    for item, score in _scored(measurements, ascites, encephalopathy):
        if item in points:
            raise MeasuredTwiceError(item)
        points[item] = score
    return score_of(points)


def score_of(points: dict[Item, int]) -> ChildPughScore:
    """Return what the points of some items come to."""
    missing = tuple(item for item in Item if item not in points)
    least = sum(points.values()) + len(missing)
    most = sum(points.values()) + 3 * len(missing)
    classes = tuple(
        each for each, totals in _CLASSES if any(least <= total <= most for total in totals)
    )
    return ChildPughScore(points, missing, least, most, classes)


def class_of(points: int) -> ChildPughClass:
    """Return the class of a total of 5 to 15 points; raises `ValueError` beyond."""
    for each, totals in _CLASSES:
        if points in totals:
            return each
    raise ValueError(f"a Child-Pugh total is 5 to 15, not {points}")


def _scored(
    measurements: tuple[Measurement, ...],
    ascites: Ascites | None,
    encephalopathy: Encephalopathy | None,
) -> Iterator[tuple[Item, int]]:
    for measurement in measurements:
        scale = SCALES[measurement.unit]
        if not isfinite(measurement.value):
            raise ImplausibleValueError(measurement)
        # Decimal text, not binary floats: 3.5 g/dL is exactly the bound.
        value = Fraction(str(measurement.value))
        least, most = scale.plausible
        if not least <= value <= most:
            raise ImplausibleValueError(measurement)
        yield scale.item, scale.points(value)
    if ascites is not None:
        yield Item.ASCITES, _FINDING_POINTS[ascites]
    if encephalopathy is not None:
        yield Item.ENCEPHALOPATHY, _FINDING_POINTS[encephalopathy]
