"""Twenty thousand hostile updates: no mistake of ours, nothing said that must not be said."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from random import Random
from typing import TYPE_CHECKING

import pytest
from telegram import Update

from bot.storage.opening import open_storage
from tests.bot.fuzz.aftermath import Survivor
from tests.bot.fuzz.assault import assault
from tests.bot.fuzz.bodies import BODIES
from tests.bot.fuzz.records import RecordsInMemory
from tests.bot.fuzz.target import Target, target
from tests.bot.fuzz.texts import characters
from tests.bot.keys import CIPHER

if TYPE_CHECKING:
    from bot.storage.opening import Storage

IN_MEMORY, ON_DISK = 19_500, 500
SEED = 2026
TAKEN, NO_UPDATE, NO_SECRET, TOO_LARGE = 200, 400, 401, 413


async def survives(storage: Storage, updates: int) -> tuple[Counter[int], Target]:
    chance = Random(SEED)  # noqa: S311 - chance that is the same every time
    async with target(storage, chance) as it:
        statuses = await assault(it, chance, updates)
        wanted, report = await Survivor(it).hold_a_consult(chance)

    assert it.mistakes == []
    assert it.telegram.wrong == []
    assert report.endswith(wanted)
    return statuses, it


async def test_hostile_updates_bring_out_no_mistake_and_the_bot_serves_a_consult_afterwards() -> (
    None
):
    statuses, it = await survives(RecordsInMemory(), IN_MEMORY)

    assert statuses.keys() == {TAKEN, NO_UPDATE, NO_SECRET, TOO_LARGE}
    assert statuses[TAKEN] > IN_MEMORY * 3 // 4
    assert it.telegram.calls > IN_MEMORY // 4  # so they were no mere noise


async def test_hostile_updates_leave_real_records_in_order(sqlite_url: str) -> None:
    async with open_storage(sqlite_url, cipher=CIPHER, retention=timedelta(days=1)) as storage:
        statuses, _ = await survives(storage, ON_DISK)

    assert statuses[TAKEN] > ON_DISK * 3 // 4


def test_every_kind_of_update_is_among_them() -> None:
    assert set(Update.ALL_TYPES) < set(BODIES)


@pytest.mark.parametrize("kind", Update.ALL_TYPES)
def test_an_update_that_was_not_spoilt_is_one_that_the_library_reads(kind: str) -> None:
    body = BODIES[kind](Random(SEED))  # noqa: S311 - chance that is the same every time
    update = Update.de_json({"update_id": 1, kind: body}, None)

    assert getattr(update, kind) is not None


def test_every_class_of_unicode_is_among_the_characters() -> None:
    classes = "Cc Cf Cn Co Cs Ll Lm Lo Lt Lu Mc Me Mn Nd Nl No Pc Pd Pe Pf Pi Po Ps Sc Sk Sm So"

    assert set(characters()) == {*classes.split(), "Zl", "Zp", "Zs"}
