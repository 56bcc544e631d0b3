import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from domain import ruleset
from domain.caveats.report import REPORT_CAVEATS
from domain.definitions import DEFINITIONS
from domain.facts.admissibility import RULES
from domain.facts.catalogue import FACTS, TACE_SESSIONS
from domain.facts.plausibility import UNLIKELY
from domain.facts.vocabulary import TargetResponse
from domain.logic.conditions import ALWAYS, Condition, NotKnownTrue, NotMore, OneOf
from domain.ruleset import canonical, ruleset_hash
from domain.staging import INDICATIONS, STAGES, Indication, Stage
from domain.unsuitability import REASONS

EPOIHCC, *OTHERS = DEFINITIONS
(NO_RESPONSE,) = EPOIHCC.criteria

CHANGES: dict[str, tuple[str, object]] = {
    "a definition left out": ("DEFINITIONS", DEFINITIONS[1:]),
    "a threshold": (
        "DEFINITIONS",
        (
            replace(
                EPOIHCC,
                criteria=(replace(NO_RESPONSE, fair_trial=(TACE_SESSIONS.at_least(3),)),),
            ),
            *OTHERS,
        ),
    ),
    "a failure": (
        "DEFINITIONS",
        (replace(EPOIHCC, criteria=(replace(NO_RESPONSE, failure=ALWAYS),)), *OTHERS),
    ),
    "a caveat of a definition": ("DEFINITIONS", (replace(EPOIHCC, caveats=()), *OTHERS)),
    "a caveat of the report": ("REPORT_CAVEATS", REPORT_CAVEATS[1:]),
    "a fact": ("FACTS", {name: fact for name, fact in FACTS.items() if name != "ecog"}),
    "a value of a fact": (
        "FACTS",
        {**FACTS, "tace_sessions": replace(TACE_SESSIONS, high=60)},
    ),
    "an admissibility rule": ("RULES", RULES[:-1]),
    "a reason against TACE": ("REASONS", dict(list(REASONS.items())[1:])),
    "the order of two stages": ("STAGES", (STAGES[1], STAGES[0], *STAGES[2:])),
    "an indication": ("INDICATIONS", {**INDICATIONS, Stage.IA: Indication.RECOMMENDED}),
    "a warning": ("UNLIKELY", UNLIKELY[1:]),
    "the version": ("RULESET", "2031.1"),
}


@pytest.mark.parametrize(("name", "changed"), CHANGES.values(), ids=CHANGES)
def test_the_hash_changes_with_every_kind_of_declaration(
    monkeypatch: pytest.MonkeyPatch, name: str, changed: object
) -> None:
    before = ruleset_hash()
    monkeypatch.setattr(ruleset, name, changed)
    assert ruleset_hash() != before


def test_the_hash_is_sixteen_hexadecimal_digits_and_the_same_each_time() -> None:
    assert len(ruleset_hash()) == 16
    assert set(ruleset_hash()) <= set("0123456789abcdef")
    assert ruleset_hash() == ruleset_hash()


@pytest.mark.parametrize("seed", ["0", "1", "4242"])
def test_the_hash_is_the_same_in_another_process_whatever_its_hash_seed(seed: str) -> None:
    printed = subprocess.run(
        [sys.executable, "-c", "from domain.ruleset import ruleset_hash; print(ruleset_hash())"],
        cwd=Path(__file__).parents[2],
        env={**os.environ, "PYTHONHASHSEED": seed},
        capture_output=True,
        text=True,
        check=True,
    )
    assert printed.stdout.strip() == ruleset_hash()


@pytest.mark.parametrize(
    ("condition", "text"),
    [
        (TACE_SESSIONS.at_least(3), "tace_sessions >= 3 ticks"),
        (NotMore("a", "b"), "a <= b"),
        (
            OneOf("response", frozenset({TargetResponse.SD, TargetResponse.PD})),
            "response in (PD, SD)",
        ),
        (
            TACE_SESSIONS.at_least(1) & ~TACE_SESSIONS.at_least(3),
            "all(tace_sessions >= 1 ticks; not(tace_sessions >= 3 ticks))",
        ),
        (
            TACE_SESSIONS.at_least(1) | NotKnownTrue(NotMore("a", "b")),
            "any(tace_sessions >= 1 ticks; not known true(a <= b))",
        ),
    ],
)
def test_a_condition_has_one_text(condition: Condition, text: str) -> None:
    assert canonical(condition) == text


def test_a_condition_of_another_form_has_no_text() -> None:
    with pytest.raises(TypeError, match="no canonical text"):
        canonical(Condition())
