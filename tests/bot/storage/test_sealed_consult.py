"""A row tells nothing by its length, and one of the former length is still read."""

from __future__ import annotations

import struct
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest

from bot.storage.interface import RunningConsult
from bot.storage.sealed_consult import COLUMN, SCREEN_LENGTH, marks, seal, unseal

if TYPE_CHECKING:
    from bot.storage.database import Database
    from tests.bot.storage.conftest import Clock


def consult(clock: Clock, screen: str) -> RunningConsult:
    return RunningConsult(-1, 10, screen, 1, shown=True, updated_at=clock.now)


async def test_every_screen_makes_a_row_of_the_same_length(
    database: Database, clock: Clock
) -> None:
    vault = await database.vault()
    screens = ("", "s", "s" * SCREEN_LENGTH)

    assert len({len(seal(vault, consult(clock, screen))["sealed"]) for screen in screens}) == 1


async def test_a_screen_that_is_too_long_for_a_row_is_refused(
    database: Database, clock: Clock
) -> None:
    with pytest.raises(ValueError, match="at most 96 bytes"):
        seal(await database.vault(), consult(clock, "s" * (SCREEN_LENGTH + 1)))


@pytest.mark.parametrize("length", [80, SCREEN_LENGTH])
async def test_a_row_of_either_length_is_read(
    database: Database, clock: Clock, length: int
) -> None:
    vault = await database.vault()
    chat, message = marks(vault, -1, 10)
    clear = struct.pack(f">qq{length}s", -1, 10, b"a screen")
    row: Any = SimpleNamespace(
        chat=chat,
        message=message,
        sealed=vault.seal(clear, COLUMN, chat, message),
        revision=1,
        shown=True,
        updated_at=clock.now,
    )

    assert unseal(vault, row) == consult(clock, "a screen")
