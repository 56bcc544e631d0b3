"""What a screen must say about the step that led to it."""

from dataclasses import dataclass
from enum import StrEnum


class RemarkKind(StrEnum):
    """The things worth saying."""

    DROPPED = "dropped"
    """Answers that no longer apply were dropped: the facts name them."""
    NO_SCAN_YET = "no_scan_yet"
    """There is no scan to judge, so these facts stay unknown."""
    CONTRADICTS = "contradicts"
    """The answer was not recorded, since it contradicts these facts."""
    NOT_UNDERSTOOD = "not_understood"
    """The typed text answers nothing on this screen; the facts say what it asks for."""
    NAME_THE_FACT = "name_the_fact"
    """The screen asks for several facts, and the typed text names none of them."""
    IMPLAUSIBLE = "implausible"
    """A laboratory value, named, that was more likely meant in another unit."""
    NO_UNIT = "no_unit"
    """A laboratory value, named, without the unit that it needs."""
    GIVEN_TWICE = "given_twice"
    """Two values, named, for one item."""
    NO_LABS = "no_labs"
    """The typed text holds no value that the helper knows."""
    NO_SUMS = "no_sums"
    """The typed text holds no three sums."""
    SUMS_OUT_OF_RANGE = "sums_out_of_range"
    SUMS_WITHOUT_BASELINE = "sums_no_baseline"
    SUMS_ABOVE_BASELINE = "sums_smallest_above_baseline"
    ALREADY_ANSWERED = "already_answered"
    """There was nothing open left for the one-tap answer."""


@dataclass(frozen=True)
class Remark:
    """One thing to say, about these facts, or `about` something that was typed."""

    kind: RemarkKind
    facts: tuple[str, ...] = ()
    about: str = ""
