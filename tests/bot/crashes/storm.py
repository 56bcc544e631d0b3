"""Many consults at once while processes are killed and started again."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING

from tests.bot.crashes.clinician import PATIENCE_SECONDS, Clinician
from tests.bot.crashes.plans import Plan, Step, plan

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Sequence

    from tests.bot.crashes.replica import Replica
    from tests.telegram_stub import TelegramStub

_LONGEST_DELAY_SECONDS = 0.05
"""So much later than the step that it follows may a kill come: in the midst of anything."""


@dataclass(frozen=True)
class Size:
    """How many clinicians hold how many consults each, and how many kills they live through."""

    clinicians: int
    consults: int
    kills: int


@dataclass(frozen=True)
class Weathered:
    """What a storm came to."""

    consults: int
    steps: int
    quick_taps: int
    kills: int


class Storm:
    """Draws everything that is done from one seed; when it is done is up to the machine."""

    def __init__(self, telegram: TelegramStub, size: Size, seed: int) -> None:
        self._telegram = telegram
        self._size = size
        self._chance = Random(seed)  # noqa: S311 - chance that is the same every time
        self._plans = [
            [plan(self._chance) for _ in range(size.consults)] for _ in range(size.clinicians)
        ]
        self._taken = 0

    async def rage(self, replicas: Sequence[Replica]) -> Weathered:
        """Hold every consult, kill replicas meanwhile; raises for anything that is lost."""
        clinicians = [
            Clinician(self._telegram, self._telegram.user(id=1000 + number), self._note)
            for number in range(self._size.clinicians)
        ]
        async with asyncio.TaskGroup() as group:
            for each in clinicians:
                group.create_task(each.arrive())
        async with asyncio.TaskGroup() as group:
            for each, plans in zip(clinicians, self._plans, strict=True):
                group.create_task(_all_of(each, plans))
            group.create_task(self._kill(replicas))
        await self._telegram.quiet(within=PATIENCE_SECONDS)
        return Weathered(
            consults=self._size.clinicians * self._size.consults,
            steps=self._taken,
            quick_taps=sum(len(each.deeds) > 1 for each in self._every_step()),
            kills=sum(each.starts for each in replicas) - len(replicas),
        )

    def _every_step(self) -> list[Step]:
        return [step for plans in self._plans for each in plans for step in each.steps]

    def _note(self) -> None:
        self._taken += 1

    async def _kill(self, replicas: Sequence[Replica]) -> None:
        """Kill one replica after another, each at some step and a moment after it."""
        steps = len(self._every_step())
        for at in sorted(self._chance.sample(range(steps * 9 // 10), self._size.kills)):
            await self._come_to(at)
            await asyncio.sleep(self._chance.uniform(0, _LONGEST_DELAY_SECONDS))
            victim = self._chance.choice(replicas)
            await victim.crash()
            await victim.start()

    async def _come_to(self, step: int) -> None:
        await self._telegram.until(
            lambda: True if self._taken >= step else None,
            lambda: f"step {step}, at {self._taken}",
            within=PATIENCE_SECONDS,
        )


async def _all_of(clinician: Clinician, plans: Sequence[Plan]) -> None:
    for each in plans:
        await clinician.hold(each)


@asynccontextmanager
async def up(replicas: Sequence[Replica]) -> AsyncIterator[None]:
    """Run the replicas; at the end each has to stop when asked, and to have logged no mistake."""
    try:
        for each in replicas:
            await each.start()
        yield
        for each in replicas:
            logged = await each.stop()
            assert "level=error" not in logged, logged
            assert "Traceback" not in logged, logged
    finally:
        for each in replicas:
            await each.crash()
