"""Every way in which the bot can run, each with its storm."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.storage.migrate import upgrade
from tests.bot.crashes.balancer import balancing
from tests.bot.crashes.replica import Replica
from tests.bot.crashes.storm import Size, Storm, Weathered, up
from tests.telegram_stub import TelegramStub

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True)
class Way:
    """How updates come, where records are, and how many processes there are."""

    updates: str
    database: str
    processes: int = 1

    def __str__(self) -> str:
        return f"{self.updates}, {self.database}, {self.processes} process(es)"


WAYS = (
    Way("polling", "sqlite"),
    Way("polling", "postgresql"),
    Way("webhook", "sqlite"),
    Way("webhook", "postgresql"),
    Way("webhook", "postgresql", processes=2),
)


async def weather(way: Way, folder: Path, database_url: str, size: Size, seed: int) -> Weathered:
    """Weather a storm; raises for anything that is lost, or logged as a mistake."""
    await upgrade(database_url)
    async with TelegramStub() as telegram:
        replicas = [Replica(telegram, folder, database_url) for _ in range(way.processes)]
        async with balancing([each.url for each in replicas]) as balancer:
            if way.updates == "webhook":
                for each in replicas:
                    each.take_updates_by_webhook(balancer)
            async with up(replicas):
                return await Storm(telegram, size, seed).rage(replicas)
