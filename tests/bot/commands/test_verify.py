"""`verify`, and that its checks notice a rule that goes wrong."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bot import checking
from bot.checking import case_codes, every_check
from bot.commands import verify
from conversations.consult.case_code import encode
from conversations.consult.state import Consult
from domain.appraisal.compiled import compiled
from domain.definitions import DEFINITIONS
from domain.facts.catalogue import TACE_SESSIONS
from domain.rules.definition import Definition, Verdict
from domain.ruleset import RULESET, ruleset_hash
from domain.staging import STAGES
from domain.verification import checks
from domain.verification.check import Check
from domain.verification.checks import (
    complete_verdicts,
    settled_verdicts,
    stages,
    worked_examples,
)
from domain.verification.enumeration import complete_cases, telling_answers
from domain.verification.examples import EXAMPLES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from domain.facts.case import Case
    from tests.bot.commands.conftest import CommandLine


def test_the_rules_pass_every_check_and_are_named_by_version_and_hash(
    tace_consult: CommandLine,
) -> None:
    finished = tace_consult("verify")

    version, fingerprint, *lines = finished.out.splitlines()
    assert finished.code == 0
    assert version == f"ruleset: {RULESET}"
    assert fingerprint == f"hash: {ruleset_hash()}"
    assert all(line.endswith(": all agree") for line in lines)
    assert {line.partition(":")[0] for line in lines} == {
        *(definition.id for definition in DEFINITIONS),
        "all rules",
    }


def test_a_check_that_fails_is_shouted_and_ends_in_1(
    tace_consult: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    def a_failure() -> Iterator[Check]:
        yield Check("stages", 9, ("ecog 3", "ecog 4"))

    monkeypatch.setattr(checking, "every_check", a_failure)

    finished = tace_consult("verify")

    assert finished.code == 1
    assert finished.out.splitlines()[-1] == (
        "all rules: 9 complete cases staged in two independent ways: 2 DISAGREE, first: ecog 3"
    )


def test_every_check_looks_at_cases_and_can_be_told() -> None:
    for check in every_check():
        assert check.cases > 0
        assert check.name in verify.TAKEN


@pytest.fixture
def corrupted() -> Definition:
    """Return a definition of which the engine takes refractory for not refractory."""
    # As a new object it has an engine of its own, which nobody else will use.
    definition = replace(DEFINITIONS[0])
    verdicts = compiled(definition).verdicts
    verdicts[Verdict.REFRACTORY], verdicts[Verdict.NOT_REFRACTORY] = (
        verdicts[Verdict.NOT_REFRACTORY],
        verdicts[Verdict.REFRACTORY],
    )
    return definition


def complete(definition: Definition) -> tuple[Case, ...]:
    return tuple(complete_cases(definition.facts | {TACE_SESSIONS.name}))


def test_an_engine_that_judges_otherwise_than_the_rule_reads_is_noticed(
    corrupted: Definition,
) -> None:
    assert not complete_verdicts(corrupted, complete(corrupted)).passed


def test_a_verdict_that_settles_too_early_is_noticed(corrupted: Definition) -> None:
    assert not settled_verdicts(corrupted, complete(corrupted)).passed


def test_a_stage_out_of_its_order_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("domain.verification.plainly.STAGES", STAGES[1:])

    assert not stages().passed


def test_a_worked_example_that_comes_out_otherwise_is_named(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    swapped = replace(EXAMPLES[0], verdicts=EXAMPLES[1].verdicts)
    monkeypatch.setattr(checks, "EXAMPLES", (swapped, *EXAMPLES[1:]))

    assert worked_examples().disagreements == (EXAMPLES[0].name,)


@pytest.mark.parametrize("readback", ["another consult", "no consult"])
def test_a_case_code_that_is_not_read_back_is_noticed(
    monkeypatch: pytest.MonkeyPatch, readback: str
) -> None:
    wrong = encode(Consult()) if readback == "another consult" else "a"
    monkeypatch.setattr(checking, "encode", lambda _: wrong)

    assert not case_codes().passed


def test_complete_cases_leave_out_what_contradicts_itself_and_what_does_not_apply() -> None:
    told = [dict(case.answers) for case in complete_cases({"tace_sessions", "target_response"})]

    assert {"tace_sessions": 0} in told
    assert not any(case["tace_sessions"] == 0 and len(case) > 1 for case in told)
    assert len({tuple(case.items()) for case in told}) == len(told)


@pytest.mark.parametrize(
    ("fact", "answers"),
    [
        ("tumor_marker_trend", ("not_rising", "rising")),
        ("ecog", (0, 2, 3, 4)),
        ("residual_viability_percent", (0, 0.1, 50, 50.1, 500, "up_to_50", "over_50")),
    ],
)
def test_the_answers_tried_lie_on_either_side_of_every_bound(
    fact: str, answers: tuple[object, ...]
) -> None:
    assert telling_answers(fact) == answers
