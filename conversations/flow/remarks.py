"""What a screen must say about the step that led to it."""

from dataclasses import dataclass
from enum import StrEnum


class RemarkKind(StrEnum):
    """The things worth saying."""

    DROPPED = "dropped"
    """Answers that no longer apply were dropped: the facts name them."""
    CONTRADICTS = "contradicts"
    """The answer was not recorded, since it contradicts these facts."""
    NOT_UNDERSTOOD = "not_understood"
    """The typed text answers nothing on this screen; the facts say what it asks for."""
    NAME_THE_FACT = "name_the_fact"
    """The screen asks for several facts, and the typed text names none of them."""
    ALREADY_ANSWERED = "already_answered"
    """There was nothing open left for the one-tap answer."""


@dataclass(frozen=True)
class Remark:
    """One thing to say, about these facts."""

    kind: RemarkKind
    facts: tuple[str, ...] = ()
