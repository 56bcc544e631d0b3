"""The checks themselves."""

from collections.abc import Iterator

from domain.appraisal.appraise import appraise
from domain.appraisal.judgement import judge
from domain.definitions import DEFINITIONS
from domain.facts.case import Case
from domain.facts.catalogue import TACE_SESSIONS
from domain.facts.reading import read_case
from domain.rules.definition import Definition
from domain.staging import STAGES, stage
from domain.verification.check import Check
from domain.verification.enumeration import complete_cases
from domain.verification.examples import EXAMPLES, Example
from domain.verification.plainly import plain_stage, plain_status, plain_verdict

SAMPLE = 40
"""How many complete cases of a definition lose their answers one by one."""


def rule_checks() -> Iterator[Check]:
    """Run every check of the rules, one after another."""
    for definition in DEFINITIONS:
        cases = tuple(complete_cases(definition.facts | {TACE_SESSIONS.name}))
        yield complete_verdicts(definition, cases)
        yield settled_verdicts(definition, cases[:: max(1, len(cases) // SAMPLE)])
    yield stages()
    yield worked_examples()


def complete_verdicts(definition: Definition, cases: tuple[Case, ...]) -> Check:
    """Judge complete cases by the engine and word for word: verdict and every status agree."""
    return Check(
        "complete_verdicts",
        len(cases),
        tuple(_told(case) for case in cases if not _agrees(definition, case)),
        definition.id,
    )


def _agrees(definition: Definition, case: Case) -> bool:
    finding = judge(definition, case)
    return finding.verdict is plain_verdict(definition, case) and all(
        each.status is plain_status(each.criterion, case) for each in finding.criteria
    )


def settled_verdicts(definition: Definition, sample: tuple[Case, ...]) -> Check:
    """Take back the answers of complete cases one by one, starting from each answer in turn.

    A verdict given before the end is the one that the complete case comes to; one that is still
    open counts that among the possible ones.
    """
    pairs = [(case, unfinished) for case in sample for unfinished in _taken_back(case)]
    disagreements = tuple(
        _told(unfinished)
        for case, unfinished in pairs
        if plain_verdict(definition, case) not in judge(definition, unfinished).possible
    )
    return Check("settled_verdicts", len(pairs), disagreements, definition.id)


def stages() -> Check:
    """Stage complete cases by the engine and by the list of stages read from the top."""
    cases = tuple(complete_cases(frozenset().union(*(each.facts for each, _ in STAGES))))
    disagreements = []
    for case in cases:
        found = stage(case.answers)
        if found is None or found.stage is not plain_stage(case):
            disagreements.append(_told(case))
    return Check("stages", len(cases), tuple(disagreements))


def worked_examples() -> Check:
    """Appraise the worked examples: each comes to what is written beside it."""
    disagreements = tuple(each.name for each in EXAMPLES if not _comes_out(each))
    return Check("worked_examples", len(EXAMPLES), disagreements)


def _comes_out(example: Example) -> bool:
    appraisal = appraise(read_case(example.facts))
    staging = appraisal.staging
    return (
        {name: finding.verdict for name, finding in appraisal.definitions.items()}
        == example.verdicts
        and appraisal.unsuitability.verdict is example.unsuitability
        and (staging and staging.stage) is example.stage
    )


def _taken_back(case: Case) -> Iterator[Case]:
    answers = tuple(case.answers.items())
    for start in range(len(answers)):
        turned = answers[start:] + answers[:start]
        for kept in range(len(turned)):
            yield Case.model_validate(dict(turned[:kept]))


def _told(case: Case) -> str:
    return ", ".join(f"{fact} {answer}" for fact, answer in case.answers.items())
