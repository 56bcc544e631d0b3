from itertools import product

import pytest

from conversations.helpers.labs import EMPTY, ITEMS, labs_named, subject_of
from domain.calculators.child_pugh import Item, Unit
from domain.facts.vocabulary import ChildPughClass


def test_every_state_of_the_helper_comes_back_from_its_name() -> None:
    for units, measure, *points in product("iu", "np", *["0123"] * len(ITEMS)):
        subject = "".join([units, measure, *points])
        assert subject_of(labs_named(subject)) == subject


@pytest.mark.parametrize(
    "subject",
    [
        "",
        "in",
        "in0000",
        "in000000",
        "xn00000",
        "ix00000",
        "in00004",
        "in0000a",
        "IN00000",
        "iu00000",
    ],
)
def test_what_names_no_state_is_refused(subject: str) -> None:
    with pytest.raises(ValueError, match=f"^{subject}$"):
        labs_named(subject)


def test_at_first_nothing_is_given_and_every_class_is_possible() -> None:
    labs = labs_named(EMPTY)
    assert labs.points == {}
    assert labs.score.classes == tuple(ChildPughClass)
    assert labs.units == {
        Item.BILIRUBIN: Unit.UMOL_L,
        Item.ALBUMIN: Unit.G_L,
        Item.COAGULATION: Unit.INR,
    }


def test_the_other_units_are_those_of_american_laboratories_and_of_the_prothrombin_time() -> None:
    assert labs_named("up00000").units == {
        Item.BILIRUBIN: Unit.MG_DL,
        Item.ALBUMIN: Unit.G_DL,
        Item.COAGULATION: Unit.SECONDS,
    }


def test_points_given_again_are_taken_back_and_others_replace_them() -> None:
    given = labs_named(EMPTY).with_points(Item.ALBUMIN, 2)
    assert given.points == {Item.ALBUMIN: 2}
    assert given.with_points(Item.ALBUMIN, 3).points == {Item.ALBUMIN: 3}
    assert given.with_points(Item.ALBUMIN, 2).points == {}
    assert given.with_points(Item.ASCITES, 1).points == {Item.ALBUMIN: 2, Item.ASCITES: 1}


def test_a_class_is_certain_only_once_the_missing_items_cannot_change_it() -> None:
    assert labs_named("in33300").score.classes == (ChildPughClass.C,)
    assert labs_named("in33100").score.classes == (ChildPughClass.B, ChildPughClass.C)
    assert labs_named("in11111").score.classes == (ChildPughClass.A,)
