"""What each person has chosen and accepted, kept until they ask for it to be forgotten."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, delete, select

from bot.storage.tables import PEOPLE

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Connection

    from bot.storage.commits import Place
    from bot.storage.database import Database
    from bot.storage.interface import Clock

_SAME_PERSON = PEOPLE.c.user_id == bindparam("person")
_READ = select(PEOPLE).where(_SAME_PERSON)
_FORGET = delete(PEOPLE).where(_SAME_PERSON)


@dataclass(frozen=True, slots=True)
class Person:
    """One person by Telegram's user id; None is what they have not chosen or accepted yet."""

    user_id: int
    language: str | None = None
    notice_version: int | None = None
    notice_accepted_at: datetime | None = None


class People:
    """The people the bot knows. Every method may raise `StorageUnavailable`."""

    def __init__(self, database: Database, now: Clock) -> None:
        self._database = database
        self._now = now

    async def read(self, user_id: int) -> Person:
        """Return what is known; somebody unknown has chosen and accepted nothing."""
        rows = await self._database.read(_READ, {"person": user_id})
        return Person(*rows[0]) if rows else Person(user_id)

    async def choose_language(self, user_id: int, language: str | None) -> None:
        """Keep the language chosen, or with None go back to that of Telegram."""
        await self._set(user_id, {"language": language})

    async def accept_notice(self, user_id: int, version: int) -> None:
        """Keep that this version of the first-use notice was accepted, now."""
        await self._set(user_id, {"notice_version": version, "notice_accepted_at": self._now()})

    async def forget(self, user_id: int) -> None:
        """Delete everything known about the person."""

        def work(connection: Connection) -> None:
            connection.execute(_FORGET, {"person": user_id})

        await self._database.write(_place(user_id), work)

    async def _set(self, user_id: int, values: dict[str, Any]) -> None:
        statement = (
            self._database.insert(PEOPLE)
            .values(user_id=user_id, **values)
            .on_conflict_do_update(index_elements=[PEOPLE.c.user_id], set_=values)
        )

        def work(connection: Connection) -> None:
            connection.execute(statement)

        await self._database.write(_place(user_id), work)


def _place(user_id: int) -> Place:
    return (PEOPLE.name, user_id, 0)
