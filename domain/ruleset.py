"""The version of the rules, and a fingerprint of exactly what they declare."""

from collections.abc import Iterator
from hashlib import sha256

from domain.caveats.report import REPORT_CAVEATS, STAGING_CAVEATS
from domain.definitions import DEFINITIONS
from domain.facts.admissibility import RULES
from domain.facts.catalogue import FACTS
from domain.facts.fact import Choice, Fact
from domain.facts.plausibility import UNLIKELY
from domain.logic.conditions import (
    AllOf,
    AnyOf,
    AtLeast,
    Condition,
    Not,
    NotKnownTrue,
    NotMore,
    OneOf,
)
from domain.staging import INDICATIONS, STAGES
from domain.unsuitability import REASONS

RULESET = "2026.1"
"""Changes whenever any case could come to another result, and only then."""


def ruleset_hash() -> str:
    """Return 16 hexadecimal digits that differ whenever a declared rule does."""
    return sha256("\n".join(_declarations()).encode()).hexdigest()[:16]


def _declarations() -> Iterator[str]:
    yield RULESET
    for fact in FACTS.values():
        yield f"fact {_admitted(fact)}"
    for rule in RULES:
        yield f"admissible {rule.id} {canonical(rule.statement)}"
    for definition in DEFINITIONS:
        for criterion in definition.criteria:
            yield f"{definition.id} {criterion.id} trial {canonical(criterion.trial)}"
            yield f"{definition.id} {criterion.id} failure {canonical(criterion.failure)}"
        for caveat in definition.caveats:
            yield f"{definition.id} caveat {caveat.id} {canonical(caveat.when)}"
    for reason, condition in REASONS.items():
        yield f"unsuitable {reason} {canonical(condition)}"
    for condition, stage in STAGES:
        yield f"stage {stage} {INDICATIONS[stage]} {canonical(condition)}"
    for caveat in REPORT_CAVEATS + STAGING_CAVEATS:
        yield f"caveat {caveat.id} {canonical(caveat.when)}"
    for code, condition in UNLIKELY:
        yield f"doubt {code} {canonical(condition)}"


def _admitted(fact: Fact) -> str:
    """Return a fact's name, whether it follows TACE, and every answer it admits."""
    when = "after TACE" if fact.follows_tace else "at any time"
    if isinstance(fact, Choice):
        return f"{fact.name}, {when}: {', '.join(str(value) for value in fact.values)}"
    ranges = ", ".join(f"{name} {low}-{high}" for name, (low, high) in fact.ranges.items())
    span = f"{fact.ticks(fact.low)}-{fact.ticks(fact.high)} of 1/{fact.ticks_per_unit}"
    return f"{fact.name}, {when}: {span}; {ranges}"


def canonical(condition: Condition) -> str:  # noqa: PLR0911 - one for each form of condition
    """Return the condition as text that is the same in every process and on every machine."""
    match condition:
        case OneOf(fact, values):
            return f"{fact} in ({', '.join(sorted(str(value) for value in values))})"
        case AtLeast(fact, ticks):
            return f"{fact} >= {ticks} ticks"
        case NotMore(lesser, greater):
            return f"{lesser} <= {greater}"
        case AllOf(parts):
            return f"all({'; '.join(canonical(part) for part in parts)})"
        case AnyOf(parts):
            return f"any({'; '.join(canonical(part) for part in parts)})"
        case Not(part):
            return f"not({canonical(part)})"
        case NotKnownTrue(part):
            return f"not known true({canonical(part)})"
    raise TypeError(f"no canonical text for {condition!r}")
