"""What each person has chosen and accepted, kept until they ask for it to be forgotten."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from time import monotonic
from typing import TYPE_CHECKING

from cachetools import TTLCache
from sqlalchemy import bindparam, delete, select

from bot.storage.tables import PEOPLE

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Connection

    from bot.storage.commits import LockKey
    from bot.storage.database import Database
    from bot.storage.interface import Clock
    from bot.storage.vault import Vault

TRUSTED_SECONDS = 60.0
"""How long what is known of a person counts: another replica may have changed it meanwhile."""

MOST_PEOPLE = 1_000
"""Bounds the memory to a megabyte; whoever was read first makes room."""

# Written out once: naming a column costs more than decrypting what it holds.
_LANGUAGE = str(PEOPLE.c.language)
_NOTICE = str(PEOPLE.c.notice)

_SAME_PERSON = PEOPLE.c.person == bindparam("mark")
_READ = select(PEOPLE.c.language, PEOPLE.c.notice).where(_SAME_PERSON)
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

    def __init__(
        self, database: Database, now: Clock, seconds: Callable[[], float] = monotonic
    ) -> None:
        self._database = database
        self._now = now
        self._known: TTLCache[int, Person] = TTLCache(MOST_PEOPLE, TRUSTED_SECONDS, seconds)

    async def read(self, user_id: int) -> Person:
        """Return what is known; somebody unknown has chosen and accepted nothing.

        What was known less than a minute ago is not asked for again, but for the notice: whoever
        has accepted it in another process must not be shown it here.
        """
        known = self._known.get(user_id)
        if known is None:
            known = await self._read(user_id)
            if known.notice_version is not None:
                self._known[user_id] = known
        return known

    async def _read(self, user_id: int) -> Person:
        vault = await self._database.vault()
        mark = person_mark(vault, user_id)
        rows = await self._database.read(_READ, {"mark": mark})
        if not rows:
            return Person(user_id)
        [(language, notice)] = rows
        version, accepted_at = _opened_notice(vault, mark, notice) if notice else (None, None)
        chosen = vault.unseal(language, _LANGUAGE, mark).decode() if language else None
        return Person(user_id, chosen, version, accepted_at)

    async def choose_language(self, user_id: int, language: str | None) -> None:
        """Keep the language chosen, or with None go back to that of Telegram."""
        vault = await self._database.vault()
        await self._set(user_id, "language", sealed_language(vault, user_id, language))

    async def accept_notice(self, user_id: int, version: int) -> None:
        """Keep that this version of the first-use notice was accepted, now."""
        vault = await self._database.vault()
        await self._set(user_id, "notice", sealed_notice(vault, user_id, version, self._now()))

    async def forget(self, user_id: int) -> None:
        """Delete everything known about the person."""
        mark = person_mark(await self._database.vault(), user_id)

        def work(connection: Connection) -> None:
            connection.execute(_FORGET, {"mark": mark})

        await self._database.write(_lock_key(user_id), work)
        self._known.pop(user_id, None)

    async def _set(self, user_id: int, column: str, sealed: bytes | None) -> None:
        mark = person_mark(await self._database.vault(), user_id)
        statement = (
            self._database.insert(PEOPLE)
            .values({"person": mark, column: sealed})
            .on_conflict_do_update(index_elements=[PEOPLE.c.person], set_={column: sealed})
        )

        def work(connection: Connection) -> None:
            connection.execute(statement)

        await self._database.write(_lock_key(user_id), work)
        self._known.pop(user_id, None)


def person_mark(vault: Vault, user_id: int) -> bytes:
    """Return what a person is looked up by."""
    return vault.mark("person", user_id)


def sealed_language(vault: Vault, user_id: int, language: str | None) -> bytes | None:
    """Return the column that holds a chosen language."""
    if language is None:
        return None
    return vault.seal(language.encode(), _LANGUAGE, person_mark(vault, user_id))


def sealed_notice(vault: Vault, user_id: int, version: int, accepted_at: datetime) -> bytes:
    """Return the column that holds which notice was accepted, and when."""
    clear = json.dumps([version, accepted_at.isoformat()]).encode()
    return vault.seal(clear, _NOTICE, person_mark(vault, user_id))


def _opened_notice(vault: Vault, mark: bytes, sealed: bytes) -> tuple[int, datetime]:
    version, accepted_at = json.loads(vault.unseal(sealed, _NOTICE, mark))
    return version, datetime.fromisoformat(accepted_at)


def _lock_key(user_id: int) -> LockKey:
    return (PEOPLE.name, user_id, 0)
