"""Which facts decided a verdict, and on which facts two definitions part."""

from collections.abc import Iterator

from domain.appraisal.appraise import Appraisal
from domain.appraisal.findings import CriterionFinding, DefinitionFinding
from domain.facts.admissibility import RULES
from domain.facts.case import Case
from domain.facts.catalogue import TACE_SESSIONS, in_catalogue_order
from domain.logic.conditions import AllOf, AnyOf, Atom, Condition
from domain.logic.knowledge import Knowledge
from domain.rules.definition import Status, Verdict


def deciding_facts(finding: CriterionFinding, case: Case) -> tuple[str, ...]:
    """Return the facts that decided a criterion's status, in catalogue order.

    Of a met criterion those that failed; of one not met those that did not; of one not
    assessable what its trial lacked; of an unknown one what is missing. Where the status
    follows from answers to other facts, those that bind it.
    """
    if finding.status is Status.UNKNOWN:
        return finding.missing
    if finding.status is Status.NOT_ASSESSABLE:
        # No answer is unmet where fewer sessions in all than were needed in time rule it out.
        return finding.unmet_conditions or (TACE_SESSIONS.name,)
    truth = finding.status is Status.MET
    stated = _witnesses(finding.criterion.failure, case.known, truth)
    return in_catalogue_order(stated) or _binding(finding, case)


def _binding(finding: CriterionFinding, case: Case) -> tuple[str, ...]:
    """Return the answers that bind the facts of a failure that was not answered itself."""
    failure = finding.criterion.failure.facts
    binding = {
        fact
        for rule in RULES
        if not failure.isdisjoint(rule.statement.facts)
        for fact in rule.statement.facts
    }
    return tuple(fact for fact in case.answers if fact in binding)


def split_facts(appraisal: Appraisal) -> tuple[str, ...]:
    """Return the facts on which definitions that call the case refractory and not part.

    They are what made it refractory for the ones, and for the others what kept a finding
    they share from counting: stable disease counts for one aim of treatment only. None
    where no two definitions disagree.
    """
    findings = appraisal.definitions.values()
    refractory = [each for each in findings if each.verdict is Verdict.REFRACTORY]
    spared = [each for each in findings if each.verdict is Verdict.NOT_REFRACTORY]
    if not (refractory and spared):
        return ()
    known = appraisal.case.known
    counting = {fact for each in refractory for fact in _counting(each, appraisal.case)}
    sparing = {
        fact
        for each in spared
        for found in each.criteria
        if found.criterion.failure.facts & counting
        for fact in _near_misses(found.criterion.failure, known)
    }
    return in_catalogue_order(counting | sparing)


def _counting(finding: DefinitionFinding, case: Case) -> Iterator[str]:
    for each in finding.criteria:
        if each.status is Status.MET:
            yield from deciding_facts(each, case)


def _witnesses(statement: Condition, known: Knowledge, truth: bool) -> set[str]:  # noqa: FBT001 - a truth value is the subject
    """Return the facts of those single statements that make the whole `truth`."""
    match statement:
        case Atom():
            return {statement.fact} if statement.truth(known) is truth else set()
        case AllOf(parts) | AnyOf(parts):
            agreeing = [part for part in parts if part.truth(known) is truth]
            return set().union(*(_witnesses(part, known, truth) for part in agreeing))
    raise TypeError(f"a failure is stated by facts, 'and' and 'or', not {statement!r}")


def _near_misses(statement: Condition, known: Knowledge) -> set[str]:
    """Return the facts that alone kept a partly true conjunction from being true."""
    match statement:
        case AnyOf(parts):
            return set().union(*(_near_misses(part, known) for part in parts))
        case AllOf(parts) if any(part.truth(known) for part in parts):
            return _witnesses(statement, known, truth=False)
    return set()
