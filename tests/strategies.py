# Hypothesis strategies for cases, in the plain values of the data contract. Numbers are drawn
# near the bounds that the rules name as often as anywhere else.

from functools import cache

from hypothesis import settings
from hypothesis import strategies as st

from domain.facts.admissibility import ContradictoryCaseError
from domain.facts.case import Case
from domain.facts.catalogue import FACTS
from domain.facts.fact import Number
from domain.facts.reading import read_case

Facts = dict[str, object]

# The same examples in every run, and no limit on how long one of them may take.
THOROUGH = settings(max_examples=80, deadline=None, derandomize=True)

_NEAR_BOUNDS: dict[str, tuple[float, ...]] = {
    "tace_sessions": (0, 1, 2, 3, 4, 50),
    "sessions_within_6_months": (0, 1, 2, 3, 4, 50),
    "residual_viability_percent": (0, 0.1, 49.9, 50, 50.1, 70, 70.1, 100, 100.1, 500),
    "ecog": (0, 1, 2, 3, 4),
    "tumor_count": (1, 2, 3, 4, 99),
    "largest_tumor_cm": (0.1, 2.9, 3, 3.1, 4.9, 5, 5.1, 50),
}


@cache
def answers_to(fact: str) -> st.SearchStrategy[object]:
    declared = FACTS[fact]
    if not isinstance(declared, Number):
        return st.sampled_from([_plain(value) for value in declared.values])
    ticks = st.integers(declared.ticks(declared.low), declared.ticks(declared.high))
    named = (*_NEAR_BOUNDS[fact], *(_plain(each) for each in declared.ranges))
    return st.sampled_from(named) | ticks.map(declared.value)


# Of all facts, or of those named, any of them unanswered; they may contradict each other. Built
# once for each set of names: building it costs as much as drawing from it several times.
@cache
def partial_facts(*names: str) -> st.SearchStrategy[Facts]:
    return st.fixed_dictionaries({}, optional={name: answers_to(name) for name in names or FACTS})


# The same, without contradictions: facts that can all be true of one case.
@st.composite
def admissible_facts(draw: st.DrawFn, *names: str) -> Facts:
    facts = draw(partial_facts(*names))
    while True:
        try:
            read_case(facts)
        except ContradictoryCaseError as contradictory:
            del facts[draw(st.sampled_from(contradictory.facts))]
        else:
            return facts


def cases(*names: str) -> st.SearchStrategy[Case]:
    return admissible_facts(*names).map(read_case)


def _plain(value: object) -> object:
    return str(value) if isinstance(value, str) else value
