import pytest

from domain.calculators.ecog import GRADES, SOURCE
from domain.facts.reading import InvalidFactsError, read_case
from domain.rules.source import Source


def test_the_grades_are_those_that_a_case_takes() -> None:
    assert list(GRADES) == [0, 1, 2, 3, 4]
    assert [read_case({"ecog": grade}).ecog for grade in GRADES] == list(GRADES)
    with pytest.raises(InvalidFactsError):
        read_case({"ecog": GRADES.stop})


def test_the_scale_is_of_oken_and_others() -> None:
    assert SOURCE is Source.OKEN_1982
