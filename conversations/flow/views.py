"""What a screen can show of a consult."""

from dataclasses import dataclass
from enum import StrEnum


class Page(StrEnum):
    """The kinds of screen."""

    NEXT = "next"
    """The first open question, or the report where none is left."""
    QUESTION = "question"
    """The question named by the subject."""
    MORE = "more"
    """The same, with the long form of what is meant."""
    MEASURE = "measure"
    """Was the viability that the subject names, in percent, taken from area or diameter?"""
    REPORT = "report"
    DEFINITION = "definition"
    """One definition in detail, named by the subject."""
    CAVEATS = "caveats"
    FLIPS = "flips"
    SKIPPED = "skipped"
    STAGING = "staging"
    CHANGE = "change"
    """Every answer, each a tap from being changed."""


@dataclass(frozen=True)
class View:
    """A page, and what it is about where there are several of its kind."""

    page: Page
    subject: str = ""


NEXT = View(Page.NEXT)
REPORT = View(Page.REPORT)
