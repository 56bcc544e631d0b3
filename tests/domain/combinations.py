# Every case that some answers make up; `None` among the answers leaves the fact unanswered.

from collections.abc import Iterator, Mapping
from itertools import product
from typing import Any

from tests.domain.reference import Facts, broken_rules

Space = Mapping[str, tuple[Any, ...]]


def combinations(space: Space) -> Iterator[Facts]:
    for values in product(*space.values()):
        chosen = zip(space, values, strict=True)
        yield {fact: value for fact, value in chosen if value is not None}


def admissible_combinations(space: Space) -> Iterator[Facts]:
    return (facts for facts in combinations(space) if not broken_rules(facts))
