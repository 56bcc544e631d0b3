"""Records in this process's memory: those of the tests of storage are a hundred times as dear."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, cast

from bot.storage.members import Members
from bot.storage.memory import MemoryConsults
from bot.storage.opening import Storage, utc_now
from bot.storage.people import People, Person

if TYPE_CHECKING:
    from bot.storage.database import Database


class _PeopleInMemory(People):
    def __init__(self) -> None:
        self._people: dict[int, Person] = {}

    async def read(self, user_id: int) -> Person:
        return self._people.get(user_id, Person(user_id))

    async def choose_language(self, user_id: int, language: str | None) -> None:
        known = await self.read(user_id)
        self._people[user_id] = Person(
            user_id, language, known.notice_version, known.notice_accepted_at
        )

    async def accept_notice(self, user_id: int, version: int) -> None:
        known = await self.read(user_id)
        self._people[user_id] = Person(user_id, known.language, version, utc_now())

    async def forget(self, user_id: int) -> None:
        self._people.pop(user_id, None)


class RecordsInMemory(Storage):
    """What the bot asks of its storage where everybody may enter."""

    def __init__(self) -> None:
        self.retention = timedelta(days=1)
        self.people = _PeopleInMemory()
        self.consults = MemoryConsults(utc_now)
        self.members = Members(cast("Database", None), utc_now)  # nobody asks for members

    async def forget(self, user_id: int) -> None:
        await self.consults.forget_chat(user_id)
        await self.people.forget(user_id)

    async def check(self) -> None:
        return
