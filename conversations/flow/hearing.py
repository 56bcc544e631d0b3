"""What a line of shorthand does to a consult.

What it says surely is recorded, as if each question had been answered; what contradicts an
earlier answer is not, and what is unsure is left out. All of that is told.
"""

from dataclasses import dataclass

from conversations.consult.state import Consult
from conversations.shorthand.reader import read_shorthand
from conversations.shorthand.understood import Reason, Understood
from domain.facts.admissibility import ContradictoryCaseError
from domain.facts.catalogue import in_catalogue_order

_SAYS_NOTHING = frozenset((Reason.NOT_UNDERSTOOD, Reason.NOT_NEEDED))


@dataclass(frozen=True)
class Heard:
    """A line as it was heard: the facts recorded, and those that contradict earlier answers."""

    understood: Understood
    recorded: tuple[str, ...]
    contradicting: tuple[str, ...]


def hear(consult: Consult, line: str) -> tuple[Consult, Heard] | None:
    """Return the consult with what the line says, `None` where the line speaks of no case."""
    understood = read_shorthand(line)
    if not understood.facts and all(each.reason in _SAYS_NOTHING for each in understood.ignored):
        return None
    recorded, contradicting = [], []
    for fact in in_catalogue_order(understood.facts):
        try:
            consult = consult.answering(fact, understood.facts[fact]).consult
        except ContradictoryCaseError:
            contradicting.append(fact)
        else:
            recorded.append(fact)
    return consult, Heard(understood, tuple(recorded), tuple(contradicting))
