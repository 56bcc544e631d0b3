"""What can still come out of an unfinished case."""

from collections.abc import Collection, Iterable, Mapping
from typing import TypeVar

from domain.rules.definition import Status, Verdict
from domain.worlds.worlds import Worlds

Outcome = TypeVar("Outcome", Status, Verdict)


def outlook(
    worlds: Worlds, outcomes: Mapping[Outcome, int], admitted: int, unanswered: Iterable[str]
) -> tuple[list[Outcome], tuple[str, ...]]:
    """Return the outcomes that some admitted world comes to, and the facts that can narrow them.

    Those are the unanswered ones of which some admissible answer rules an outcome out.
    """
    left = {outcome: shared for outcome, each in outcomes.items() if (shared := each & admitted)}
    if len(left) == 1:
        return list(left), ()
    possible = left.values()
    narrowing = tuple(
        fact
        for fact in unanswered
        if any(_narrows(cell, possible) for cell in worlds.cells_to_try(fact))
    )
    return list(left), narrowing


def _narrows(cell: int, possible: Collection[int]) -> bool:
    """Return whether an answer in the cell is admissible, and rules out some outcome."""
    still_possible = [True for worlds in possible if worlds & cell]
    return 0 < len(still_possible) < len(possible)
