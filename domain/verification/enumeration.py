"""Every complete case that some rules can tell apart, listed without the help of `domain.worlds`.

For a fact with named values that is each of them; for a number its ends, and on either side of
every bound that a rule sets the nearest value, and each named range.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import product

from domain.definitions import DEFINITIONS
from domain.facts.admissibility import RULES, ContradictoryCaseError
from domain.facts.case import Case
from domain.facts.catalogue import FACTS, TACE_SESSIONS
from domain.facts.fact import Answer, Number
from domain.logic.conditions import AtLeast, Condition
from domain.staging import STAGES


def complete_cases(facts: Iterable[str]) -> Iterator[Case]:
    """Yield the admissible cases in which each of `facts` is answered, as far as it applies.

    With no session the facts that follow TACE do not apply.
    """
    names = sorted(facts)
    later = [name for name in names if FACTS[name].follows_tace]
    treated = {name: telling_answers(name) for name in names}
    yield from _admissible(treated)
    if later:
        untreated = {name: treated[name] for name in names if name not in later}
        yield from _admissible({**untreated, TACE_SESSIONS.name: (0,)})


def telling_answers(name: str) -> tuple[Answer, ...]:
    """Return the answers to a fact among which every rule's distinctions show."""
    fact = FACTS[name]
    if not isinstance(fact, Number):
        return fact.values
    ticks = {fact.ticks(fact.low), fact.ticks(fact.high)}
    for statement in _statements():
        for atom in statement.atoms():
            if atom.fact == name and isinstance(atom, AtLeast):
                ticks |= {atom.ticks - 1, atom.ticks}
    return (*map(fact.value, sorted(ticks)), *fact.ranges)


def _admissible(answers: Mapping[str, tuple[Answer, ...]]) -> Iterator[Case]:
    for chosen in product(*answers.values()):
        try:
            yield Case.model_validate(dict(zip(answers, chosen, strict=True)))
        except ContradictoryCaseError:
            continue


def _statements() -> Iterator[Condition]:
    for definition in DEFINITIONS:
        for criterion in definition.criteria:
            yield criterion.failure
            yield criterion.trial
    for rule in RULES:
        yield rule.statement
    for condition, _ in STAGES:
        yield condition
