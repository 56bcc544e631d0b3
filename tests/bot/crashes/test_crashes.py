"""Kill -9 in the midst of many consults: each comes to the report that it would have come to."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

import pytest

from tests.bot.crashes.plans import Text, plan
from tests.bot.crashes.storm import Size
from tests.bot.crashes.ways import WAYS, Way, weather

if TYPE_CHECKING:
    from pathlib import Path

SIZE = Size(clinicians=3, consults=1, kills=1)
SEED = 2026


@pytest.mark.parametrize("way", WAYS, ids=str)
async def test_a_bot_that_is_killed_loses_no_answer_that_was_seen_accepted(
    request: pytest.FixtureRequest, tmp_path: Path, way: Way
) -> None:
    url: str = request.getfixturevalue(f"{way.database}_url")

    weathered = await weather(way, tmp_path, url, SIZE, SEED)

    assert (weathered.consults, weathered.kills) == (SIZE.clinicians, SIZE.kills)
    assert weathered.quick_taps > 0


def test_what_is_drawn_has_quick_taps_and_typed_answers_in_it_and_is_the_same_every_time() -> None:
    drawn = [plan(Random(seed)) for seed in range(12)]  # noqa: S311 - the same every time
    deeds = [deed for each in drawn for step in each.steps for deed in step.deeds]

    assert drawn == [plan(Random(seed)) for seed in range(12)]  # noqa: S311 - as above
    assert any(len(step.deeds) > 1 for each in drawn for step in each.steps)
    assert any(isinstance(deed, Text) for deed in deeds)
