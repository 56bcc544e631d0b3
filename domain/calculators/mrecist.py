"""mRECIST response of the target lesions, from three sums of viable diameters.

Lencioni and Llovet 2010: complete response is no enhancement left; partial response at
least 30% below the sum before treatment; progression at least 20% above the smallest sum
seen; anything else is stable. CCI 2022 asks for one thing more: whether the sum is also
at least 20% above the one before the first TACE.
"""

from dataclasses import dataclass
from fractions import Fraction

from domain.facts.vocabulary import TargetResponse
from domain.rules.source import Source

SOURCE = Source.LENCIONI_2010
LARGEST_SUM_MM = 2000
"""More than any set of target lesions in a liver can add up to."""


class ImpossibleSumsError(ValueError):
    """Sums that cannot be what they are called; `reason` names why.

    `out_of_range`: negative, not a number, or beyond `LARGEST_SUM_MM`; `no_baseline`:
    nothing enhanced before the first TACE; `smallest_above_baseline`: the smallest sum
    seen, which counts the one before TACE, is larger than that.
    """

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True)
class TargetAssessment:
    """The response, and whether the target tumor has outgrown its size before the first TACE.

    `progressed_from_baseline` is `None` with a response other than PD, where it does not apply.
    """

    response: TargetResponse
    progressed_from_baseline: bool | None


def assess_targets(before_mm: float, smallest_mm: float, now_mm: float) -> TargetAssessment:
    """Return the response for sums of viable diameters in millimetres.

    `before_mm` is the sum before the first TACE, `smallest_mm` the smallest from then up to
    the scan before the judged one, `now_mm` the judged one. Raises `ImpossibleSumsError`.
    """
    sums = [before_mm, smallest_mm, now_mm]
    if not all(0 <= each <= LARGEST_SUM_MM for each in sums):
        raise ImpossibleSumsError("out_of_range")
    # Decimal text, not binary floats: 30% below 60 is exactly 42.
    before, smallest, now = (Fraction(str(each)) for each in sums)
    if before == 0:
        raise ImpossibleSumsError("no_baseline")
    if smallest > before:
        raise ImpossibleSumsError("smallest_above_baseline")
    if now == 0:
        return TargetAssessment(TargetResponse.CR, None)
    # From a smallest sum of nothing, any enhancement has grown without measure.
    if now >= smallest * Fraction(6, 5):
        return TargetAssessment(TargetResponse.PD, now >= before * Fraction(6, 5))
    if now <= before * Fraction(7, 10):
        return TargetAssessment(TargetResponse.PR, None)
    return TargetAssessment(TargetResponse.SD, None)
