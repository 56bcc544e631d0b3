"""Reading a percentage as a share of what was viable before the first TACE."""

from conversations.shorthand.clauses.clause import Clause
from conversations.shorthand.kinds import Mark
from conversations.shorthand.lexing import Token, term, words
from conversations.shorthand.understood import Reason, first_reason
from domain.facts.catalogue import RESIDUAL_VIABILITY
from domain.facts.fact import Answer
from domain.facts.vocabulary import ViabilityRange

_NUMBER = r"[0-9]{1,3}(?:\.[0-9]{1,2})?"

TERMS = (
    term(
        Mark.PERCENT,
        r"(?:(?P<under><|≤|less\s+than|up\s+to|under|below|at\s+most|不足|小于|不超过|少于|低于)|"
        r"(?P<over>>|more\s+than|over|above|超过|大于|多于|高于)|(?P<least>≥|at\s+least|至少|"
        r"不少于))?\s*"
        r"(?P<approx>~|about|approx(?:imately)?\.?|around|约|大约|近)?\s*(?P<sign>(?<![0-9])[+-])?"
        r"\s*"
        rf"(?P<number>(?<![0-9.]){_NUMBER})\s*%?(?:\s*(?:-|~|to|至|到)\s*(?P<until>{_NUMBER}))?\s*"
        r"(?:%|percent(?![a-z])|per\s?cent(?![a-z]))",
        r"(?P<over>(?<![a-z])(?:more\s+than|over)\s+half(?![a-z])|超过一半|一半以上)",
        r"(?P<under>(?<![a-z])less\s+than\s+half(?![a-z])|不到一半|不足一半)",
    ),
    words(Mark.AREA, "area|by area|areas|面积|面积比|按面积"),
    words(
        Mark.DIAMETER,
        """
        diameter | diameters | by diameter | longest diameter | sum | sum of diameters | sld
        径线 | 直径 | 长径 | 最长径 | 径线之和
        """,
    ),
    words(Mark.VOLUME, "volume|by volume|volumetric|体积"),
)

_HALF = 50
_HALF_AS_DIAMETER = 71
"""Half of an area has about this share of its diameter."""
_NEAR_HALF = 5
"""What "about" may be off: so near half it is on neither side."""


def share_of_baseline(said: Token, clause: Clause) -> tuple[Answer | None, Reason | None]:
    """Return the viability that a percentage stands for, or why it stands for none."""
    low = float(said.get("number") or _HALF)
    high = float(said.get("until") or low)
    if low == high == 0:
        return 0, None
    about_half = low - _NEAR_HALF < _HALF < high + _NEAR_HALF
    why = first_reason(
        (Reason.PERCENT_OF_WHAT, "sign" in said.values or not clause.has(Mark.OF_BASELINE)),
        (Reason.AREA_OR_DIAMETER, clause.has(Mark.VOLUME)),
        (Reason.NEAR_LIMIT, "approx" in said.values and about_half),
    )
    if why:
        return None, why
    if said.values.keys() & {"under", "over", "least"}:
        return _beyond(said, _half_of(clause), low)
    if clause.has(Mark.DIAMETER) or high > low:
        return _in_range(clause, low, high)
    return _figure(clause, low)


def _figure(clause: Clause, percent: float) -> tuple[Answer | None, Reason | None]:
    if _HALF < percent <= _HALF_AS_DIAMETER and not clause.has(Mark.AREA):
        return None, Reason.AREA_OR_DIAMETER
    ticks = RESIDUAL_VIABILITY.ticks(percent)
    exact = ticks == percent * RESIDUAL_VIABILITY.ticks_per_unit
    if percent > RESIDUAL_VIABILITY.high or not exact:
        return None, Reason.OUT_OF_RANGE
    return RESIDUAL_VIABILITY.value(ticks), None


def _half_of(clause: Clause) -> int:
    """Return what half of the area is in the measure that was used."""
    return _HALF_AS_DIAMETER if clause.has(Mark.DIAMETER) else _HALF


def _beyond(said: Token, half: int, limit: float) -> tuple[Answer | None, Reason | None]:
    if "under" in said.values and limit <= half:
        return ViabilityRange.UP_TO_50, None
    if ("over" in said.values and limit >= half) or ("least" in said.values and limit > half):
        return ViabilityRange.OVER_50, None
    return None, Reason.NEAR_LIMIT


def _in_range(clause: Clause, low: float, high: float) -> tuple[Answer | None, Reason | None]:
    half = _half_of(clause)
    if high <= half:
        return ViabilityRange.UP_TO_50, None
    if low <= half:
        return None, Reason.NEAR_LIMIT
    if low <= _HALF_AS_DIAMETER and not clause.has(Mark.AREA, Mark.DIAMETER):
        return None, Reason.AREA_OR_DIAMETER
    return ViabilityRange.OVER_50, None
