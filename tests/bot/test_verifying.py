"""`/verify` may be asked for by anybody at any time, and costs its seconds once."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from bot import verifying
from bot.wording import wording
from conversations.wording import Language
from domain.verification.check import Check

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.mark.usefixtures("checked_afresh")
async def test_however_many_ask_the_checks_run_once(monkeypatch: pytest.MonkeyPatch) -> None:
    runs = []

    def every_check() -> Iterator[Check]:
        runs.append("run")
        yield Check("stages", 9, ())

    monkeypatch.setattr(verifying, "every_check", every_check)
    words = wording(Language.EN)

    said = await asyncio.gather(*(verifying.verification_text(words) for _ in range(20)))

    assert runs == ["run"]
    assert len(set(said)) == 1
    assert words("verify.passed") in said[0]
