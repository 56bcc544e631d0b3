"""What a screen can show of a consult."""

from dataclasses import dataclass
from enum import StrEnum


class Page(StrEnum):
    """The kinds of screen. Buttons carry the letters, so a letter never changes its meaning."""

    NEXT = "n"
    """The first open question, or the report where none is left."""
    QUESTION = "q"
    """The question named by the subject."""
    MORE = "m"
    """The same, with the long form of what is meant."""
    MEASURE = "v"
    """Was the viability that the subject names, in tenths of a percent, of the area or diameter?"""
    REPORT = "r"
    DEFINITION = "d"
    """One definition in detail, named by the subject."""
    AGAINST = "a"
    """The reasons why TACE is unsuitable, one by one."""
    CAVEATS = "w"
    FLIPS = "f"
    SKIPPED = "s"
    STAGING = "t"
    LABS = "l"
    """Child-Pugh from its items; the subject holds what was entered so far."""
    SUMS = "u"
    """mRECIST from three sums of diameters; the subject holds them once they are given."""
    CHANGE = "c"
    """Every answer, each a tap from being changed."""


@dataclass(frozen=True)
class View:
    """A page, and what it is about where there are several of its kind."""

    page: Page
    subject: str = ""


NEXT = View(Page.NEXT)
REPORT = View(Page.REPORT)
