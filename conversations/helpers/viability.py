"""Viability measured by diameter, as the range in which its area lies.

Half of the area is about 71% of the diameter, so a diameter settles only on which side of half
its area lies: a range is recorded, not a figure that nobody measured.
"""

from domain.facts.catalogue import RESIDUAL_VIABILITY
from domain.facts.vocabulary import ViabilityRange

_HALF = RESIDUAL_VIABILITY.ticks(100) ** 2 // 2


def range_of_diameter(ticks: int) -> ViabilityRange:
    """Return the range of the area for a share of the diameter, in tenths of a percent."""
    return ViabilityRange.OVER_50 if ticks**2 > _HALF else ViabilityRange.UP_TO_50
