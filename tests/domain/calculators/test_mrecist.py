import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.calculators.mrecist import LARGEST_SUM_MM, ImpossibleSumsError, assess_targets
from tests.strategies import THOROUGH

Applicable = bool | None

# Millimetres with one decimal, written as such, as a radiologist types them.
TENTHS = st.integers(0, LARGEST_SUM_MM * 10)


@pytest.mark.parametrize(
    ("before", "smallest", "now", "response", "progressed"),
    [
        pytest.param(60, 20, 30, "PD", False, id="larger than at best, smaller than at first"),
        pytest.param(60, 60, 0, "CR", None, id="no enhancement left"),
        pytest.param(60, 0, 0, "CR", None, id="still no enhancement"),
        pytest.param(60, 0, 0.1, "PD", False, id="enhancement is back"),
        pytest.param(60, 60, 42, "PR", None, id="30% below the first"),
        pytest.param(60, 60, 42.1, "SD", None, id="less than 30% below the first"),
        pytest.param(60, 42, 50.3, "SD", None, id="less than 20% above the smallest"),
        pytest.param(60, 42, 50.4, "PD", False, id="20% above the smallest"),
        pytest.param(60, 30, 35.9, "PR", None, id="below the first, hardly above the smallest"),
        pytest.param(60, 30, 36, "PD", False, id="progression outweighs partial response"),
        pytest.param(60, 60, 71.9, "SD", None, id="less than 20% above the first"),
        pytest.param(60, 60, 72, "PD", True, id="20% above the first"),
        pytest.param(60, 20, 71.9, "PD", False, id="far above the smallest only"),
        pytest.param(60, 20, 72, "PD", True, id="far above the smallest, 20% above the first"),
        pytest.param(0.1, 0.1, 0.1, "SD", None, id="unchanged"),
        pytest.param(2000, 2000, 2000, "SD", None, id="the largest sums"),
    ],
)
def test_three_sums_give_a_response(
    before: float, smallest: float, now: float, response: str, progressed: Applicable
) -> None:
    found = assess_targets(before, smallest, now)
    assert (found.response, found.progressed_from_baseline) == (response, progressed)


@THOROUGH
@given(before=TENTHS.filter(bool), smallest=TENTHS, now=TENTHS)
def test_any_sums_give_the_response_that_whole_tenths_give(
    before: int, smallest: int, now: int
) -> None:
    smallest = min(before, smallest)
    found = assess_targets(before / 10, smallest / 10, now / 10)
    if now == 0:
        expected = "CR"
    elif 10 * now >= 12 * smallest:
        expected = "PD"
    else:
        expected = "PR" if 10 * now <= 7 * before else "SD"
    assert found.response == expected
    progressed = 10 * now >= 12 * before if expected == "PD" else None
    assert found.progressed_from_baseline is progressed


@pytest.mark.parametrize(
    ("sums", "reason"),
    [
        ((-0.1, 0, 0), "out_of_range"),
        ((60, -1, 30), "out_of_range"),
        ((60, 20, 2000.1), "out_of_range"),
        ((math.nan, 20, 30), "out_of_range"),
        ((60, 20, math.inf), "out_of_range"),
        ((0, 0, 30), "no_baseline"),
        ((60, 60.1, 70), "smallest_above_baseline"),
    ],
)
def test_sums_that_cannot_be_what_they_are_called_are_refused(
    sums: tuple[float, float, float], reason: str
) -> None:
    with pytest.raises(ImpossibleSumsError, match=reason) as caught:
        assess_targets(*sums)
    assert caught.value.reason == reason
