"""`handbook`: it tells all the rules, and the one in `docs/` is what they are today."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot.handbook.contents import handbook_pages
from bot.handbook.phrases import Phrasing
from bot.wording import wording
from conversations.wording import Language
from domain.caveats.report import REPORT_CAVEATS, STAGING_CAVEATS
from domain.definitions import DEFINITIONS
from domain.facts.catalogue import (
    CHILD_PUGH_CLASS,
    ECOG,
    FACTS,
    LARGEST_TUMOR_CM,
    RESIDUAL_VIABILITY,
    TACE_SESSIONS,
    TARGET_RESPONSE,
)
from domain.facts.fact import Choice
from domain.facts.vocabulary import ChildPughClass, TargetResponse
from domain.logic.conditions import ALWAYS, Condition, NotKnownTrue, NotMore
from domain.ruleset import ruleset_hash
from domain.staging import STAGES
from domain.unsuitability import REASONS

if TYPE_CHECKING:
    from tests.bot.commands.conftest import CommandLine

HANDBOOK = Path(__file__).parents[3] / "docs" / "handbook"

languages = pytest.mark.parametrize("language", list(Language))


def written(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in folder.rglob("*.md")
    }


def test_the_handbook_in_docs_is_current(tace_consult: CommandLine, tmp_path: Path) -> None:
    finished = tace_consult("handbook", "--out", tmp_path / "new")

    assert finished.code == 0
    assert finished.out == f"{len(written(HANDBOOK))} pages written to {tmp_path}/new\n"
    assert written(tmp_path / "new") == written(HANDBOOK), (
        "run: tace-consult handbook --out docs/handbook"
    )


def test_without_a_folder_all_pages_go_to_standard_output(tace_consult: CommandLine) -> None:
    out = tace_consult("handbook").out

    for language in Language:
        for text in handbook_pages(wording(language)).values():
            assert text in out


def test_a_folder_that_cannot_be_written_is_named(
    tace_consult: CommandLine, tmp_path: Path
) -> None:
    (tmp_path / "file").touch()

    finished = tace_consult("handbook", "--out", tmp_path / "file")

    assert finished.code == 2
    assert finished.err == (
        f"tace-consult: {tmp_path}/file/en cannot be written: Not a directory; "
        "name another folder\n"
    )


@languages
def test_every_rule_has_its_place_in_every_language(language: Language) -> None:
    pages = handbook_pages(wording(language))

    assert ruleset_hash() in pages["README.md"]
    for definition in DEFINITIONS:
        page = pages[f"{definition.id}.md"]
        for criterion in definition.criteria:
            assert f"\n`{criterion.id}`\n" in page
        for caveat in definition.caveats:
            assert f"\n### `{caveat.id}`\n" in page
    for caveat in REPORT_CAVEATS + STAGING_CAVEATS:
        assert f"\n### `{caveat.id}`\n" in pages["caveats.md"]
    for fact in FACTS.values():
        assert f"\n`{fact.name}`\n" in pages["questions.md"]
        for value in fact.values if isinstance(fact, Choice) else fact.ranges:
            assert (
                f"| `{str(value).lower() if isinstance(value, bool) else value}` |"
                in (pages["questions.md"])
            )
    for reason in REASONS:
        assert f"\n`{reason}`\n" in pages["unsuitability.md"]
    for _, stage in STAGES:
        assert f"\n## CNLC {stage}" in pages["staging.md"]


@languages
def test_every_link_leads_to_a_page(language: Language) -> None:
    pages = handbook_pages(wording(language))

    for name in pages.keys() - {"README.md"}:
        assert f"]({name})" in pages["README.md"]


@pytest.mark.parametrize(
    ("condition", "english", "chinese"),
    [
        (TARGET_RESPONSE.is_(TargetResponse.SD), "- Response: SD", "- 靶病灶疗效：SD"),
        (
            ~TARGET_RESPONSE.is_(TargetResponse.CR),
            "- Response: PR or SD or PD",
            "- 靶病灶疗效：PR或SD或PD",
        ),
        (TACE_SESSIONS.at_least(3), "- Sessions: at least 3", "- TACE次数：至少3"),
        (~TACE_SESSIONS.at_least(3), "- Sessions: less than 3", "- TACE次数：少于3"),
        (
            RESIDUAL_VIABILITY.above(50),
            "- Viability: more than 50%",
            "- 残存活性：超过50%",
        ),
        (
            ~RESIDUAL_VIABILITY.above(50),
            "- Viability: not more than 50%",
            "- 残存活性：不超过50%",
        ),
        (LARGEST_TUMOR_CM.at_least(3), "- Largest tumor: at least 3 cm", "- 最大肿瘤：至少3 cm"),
        (
            NotMore("sessions_within_6_months", "tace_sessions"),
            "- Within 6 months: not more than Sessions",
            "- 6个月内次数：不多于TACE次数",
        ),
        (ALWAYS, "- always", "- 任何情况"),
        (
            ECOG.above(2) | CHILD_PUGH_CLASS.is_(ChildPughClass.C) | TACE_SESSIONS.at_least(1),
            (
                "- any of these:\n  - ECOG: at least 3\n  - Child-Pugh: Child-Pugh C\n"
                "  - Sessions: at least 1"
            ),
            (
                "- 符合以下任一：\n  - ECOG：至少3\n  - Child-Pugh：Child-Pugh C级\n"
                "  - TACE次数：至少1"
            ),
        ),
        (
            ~(ECOG.above(2) & NotKnownTrue(TACE_SESSIONS.at_least(1))),
            "- any of these:\n  - ECOG: less than 3\n  - Sessions: at least 1",
            "- 符合以下任一：\n  - ECOG：少于3\n  - TACE次数：至少1",
        ),
        (
            ~(ECOG.above(2) | TACE_SESSIONS.at_least(1)),
            "- all of these:\n  - ECOG: less than 3\n  - Sessions: less than 1",
            "- 以下全部符合：\n  - ECOG：少于3\n  - TACE次数：少于1",
        ),
        (
            NotKnownTrue(TACE_SESSIONS.at_least(1)),
            "- not confirmed (no, or not known):\n  - Sessions: at least 1",
            "- 未确认（否或不详）：\n  - TACE次数：至少1",
        ),
    ],
)
def test_a_condition_reads_as_it_is_evaluated(
    condition: Condition, english: str, chinese: str
) -> None:
    assert Phrasing(wording(Language.EN)).phrase(condition).markdown() == english
    assert Phrasing(wording(Language.ZH)).phrase(condition).markdown() == chinese


def test_what_has_no_words_is_refused() -> None:
    words = Phrasing(wording(Language.EN))

    with pytest.raises(TypeError, match="no words"):
        words.phrase(Condition())
    with pytest.raises(TypeError, match="no opposite"):
        words.phrase(~NotMore("sessions_within_6_months", "tace_sessions"))
