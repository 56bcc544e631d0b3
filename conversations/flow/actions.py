"""What a button does."""

from dataclasses import dataclass

from conversations.consult.format_a import Plain
from conversations.flow.views import View


@dataclass(frozen=True)
class Give:
    """Answer one fact."""

    fact: str
    answer: Plain


@dataclass(frozen=True)
class GiveUsual:
    """Give the one-tap answer of a question with several facts to those that are still open."""

    question: str


@dataclass(frozen=True)
class SetAside:
    """Say that a fact, or what is still open of a question with several, is not known."""

    subject: str


@dataclass(frozen=True)
class NoScanYet:
    """Say that there has been no contrast scan since TACE."""


@dataclass(frozen=True)
class Open:
    """Show something else of the same consult."""

    view: View


@dataclass(frozen=True)
class Back:
    """Show the question before this one."""

    subject: str


@dataclass(frozen=True)
class GiveSums:
    """Answer with what three sums of viable diameters, in tenths of a millimetre, come to."""

    before: int
    smallest: int
    now: int


@dataclass(frozen=True)
class Restart:
    """Begin a new consult."""


Action = Give | GiveUsual | SetAside | NoScanYet | Open | Back | GiveSums | Restart
