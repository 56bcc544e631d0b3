"""Child-Pugh from its five items: what was entered so far, as the subject of a view.

Seven characters: the units of the laboratory (`i` international, `u` as used in the US), the
measure of coagulation (`n` INR, `p` prothrombin time), and the points of each item in their
order, 0 where it is not given yet.
"""

from dataclasses import dataclass, replace

from domain.calculators.child_pugh import ChildPughScore, Item, Unit, score_of

_INTERNATIONAL, _AMERICAN = "iu"
_INR, _SECONDS = "np"
_POINTS = "0123"
ITEMS = tuple(Item)

EMPTY = _INTERNATIONAL + _INR + "0" * len(ITEMS)


@dataclass(frozen=True)
class Labs:
    """Points given so far, by item, and the units in which values are shown."""

    international: bool
    by_inr: bool
    points: dict[Item, int]

    @property
    def units(self) -> dict[Item, Unit]:
        """The unit in which each laboratory item is shown."""
        return {
            Item.BILIRUBIN: Unit.UMOL_L if self.international else Unit.MG_DL,
            Item.ALBUMIN: Unit.G_L if self.international else Unit.G_DL,
            Item.COAGULATION: Unit.INR if self.by_inr else Unit.SECONDS,
        }

    @property
    def score(self) -> ChildPughScore:
        """What the points come to, with every class that the missing items leave possible."""
        return score_of(self.points)

    def with_points(self, item: Item, points: int) -> "Labs":
        """Return the labs with one item's points, taken back where they are given again."""
        given = {each: value for each, value in self.points.items() if each is not item}
        if self.points.get(item) != points:
            given[item] = points
        return replace(self, points=given)


def labs_named(subject: str) -> Labs:
    """Return the labs that a view's subject stands for; raises `ValueError` for no such subject."""
    units, coagulation, points = subject[:1], subject[1:2], subject[2:]
    if (
        len(points) != len(ITEMS)
        or units not in _INTERNATIONAL + _AMERICAN
        or coagulation not in _INR + _SECONDS
        or any(each not in _POINTS for each in points)
    ):
        raise ValueError(subject)
    given = {item: int(each) for item, each in zip(ITEMS, points, strict=True) if each != "0"}
    return Labs(units == _INTERNATIONAL, coagulation == _INR, given)


def subject_of(labs: Labs) -> str:
    """Return the subject of the view that shows these labs."""
    return (
        (_INTERNATIONAL if labs.international else _AMERICAN)
        + (_INR if labs.by_inr else _SECONDS)
        + "".join(str(labs.points.get(item, 0)) for item in ITEMS)
    )
