"""Running consults in the database: a row moves on only from the revision its writer has seen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import structlog
from sqlalchemy import bindparam, delete, false, func, select, true, update

from bot.storage.cipher import EncryptionKeyError
from bot.storage.interface import Advance, RunningConsult
from bot.storage.sealed_consult import chat_mark, marks, seal, unseal
from bot.storage.tables import RUNNING_CONSULTS

if TYPE_CHECKING:
    from datetime import timedelta

    from sqlalchemy import Connection

    from bot.storage.commits import LockKey
    from bot.storage.database import Database
    from bot.storage.interface import Clock
    from bot.storage.vault import Vault

log = structlog.get_logger(__name__)

_ROW = RUNNING_CONSULTS.c
_IN_CHAT = _ROW.chat == bindparam("its_chat")
_SAME_MESSAGE = _IN_CHAT & (_ROW.message == bindparam("its_message"))
_SEEN = _SAME_MESSAGE & (_ROW.revision == bindparam("seen"))

# Built once: putting a statement together costs more than SQLite takes to run it.
_READ = select(RUNNING_CONSULTS).where(_SAME_MESSAGE)
_LATEST = select(RUNNING_CONSULTS).where(
    _IN_CHAT,
    _ROW.updated_at == select(func.max(_ROW.updated_at)).where(_IN_CHAT).scalar_subquery(),
)
_UNSHOWN = (
    select(RUNNING_CONSULTS)
    .where(_ROW.shown == false(), _ROW.updated_at <= bindparam("before"))
    .order_by(_ROW.updated_at)
    .limit(bindparam("most"))
)
_MOVE_ON = update(RUNNING_CONSULTS).where(_SEEN)
_MARK_SHOWN = update(RUNNING_CONSULTS).where(_SEEN).values(shown=true())
_FORGET_CHAT = delete(RUNNING_CONSULTS).where(_IN_CHAT)
_PURGE = delete(RUNNING_CONSULTS).where(_ROW.updated_at < bindparam("before"))


class DatabaseConsults:
    """Implements `Consults` for every process that shares the database."""

    def __init__(self, database: Database, now: Clock) -> None:
        self._database = database
        self._now = now
        self._start = (
            database.insert(RUNNING_CONSULTS).on_conflict_do_nothing().returning(_ROW.revision)
        )

    async def read(self, chat_id: int, message_id: int) -> RunningConsult | None:
        """Return the consult in this message, or None if nothing is kept about it."""
        vault = await self._database.vault()
        rows = await self._database.read(_READ, _found(vault, chat_id, message_id))
        return unseal(vault, rows[0]) if rows else None

    async def latest(self, chat_id: int) -> RunningConsult | None:
        """Return the chat's consult advanced last."""
        vault = await self._database.vault()
        rows = await self._database.read(_LATEST, {"its_chat": chat_mark(vault, chat_id)})
        of_one_moment = [unseal(vault, row) for row in rows]
        return max(of_one_moment, key=lambda consult: consult.message_id, default=None)

    async def advance(
        self, chat_id: int, message_id: int, *, screen: str, revision: int
    ) -> Advance:
        """Write the next screen if `revision` still stands, else tell what does."""
        new = RunningConsult(
            chat_id=chat_id,
            message_id=message_id,
            screen=screen,
            revision=revision + 1,
            shown=False,
            updated_at=self._now(),
        )
        vault = await self._database.vault()
        values, found = seal(vault, new), _found(vault, chat_id, message_id)

        def work(connection: Connection) -> Advance:
            if self._write(connection, values, found, revision):
                return Advance(won=True, stands=new)
            row = connection.execute(_READ, found).first()
            return Advance(won=False, stands=None if row is None else unseal(vault, row))

        return await self._database.write(_lock_key(chat_id, message_id), work)

    def _write(
        self, connection: Connection, values: dict[str, Any], found: dict[str, bytes], seen: int
    ) -> bool:
        if seen == 0:
            key = {"chat": found["its_chat"], "message": found["its_message"]}
            return connection.execute(self._start, key | values).first() is not None
        return connection.execute(_MOVE_ON, {**found, **values, "seen": seen}).rowcount == 1

    async def mark_shown(self, chat_id: int, message_id: int, *, revision: int) -> bool:
        """Note that this revision stands in the chat; False if a newer one has taken its place."""
        vault = await self._database.vault()
        found = {**_found(vault, chat_id, message_id), "seen": revision}

        def work(connection: Connection) -> bool:
            return connection.execute(_MARK_SHOWN, found).rowcount == 1

        return await self._database.write(_lock_key(chat_id, message_id), work)

    async def unshown(self, *, waiting: timedelta, limit: int) -> list[RunningConsult]:
        """Return at most `limit` consults unshown for at least `waiting`, oldest first.

        One that cannot be decrypted is left out, so that it does not keep the others waiting.
        """
        vault = await self._database.vault()
        rows = await self._database.read(_UNSHOWN, {"before": self._now() - waiting, "most": limit})
        readable = []
        for row in rows:
            try:
                readable.append(unseal(vault, row))
            except EncryptionKeyError as error:
                log.warning("a screen that waits cannot be read", reason=str(error))
        return readable

    async def forget_chat(self, chat_id: int) -> None:
        """Delete every consult of this chat."""
        found = {"its_chat": chat_mark(await self._database.vault(), chat_id)}

        def work(connection: Connection) -> None:
            connection.execute(_FORGET_CHAT, found)

        await self._database.write(_lock_key(chat_id, 0), work)

    async def purge(self, kept: timedelta) -> int:
        """Delete what was last advanced longer ago than `kept`; return how many consults."""
        before = self._now() - kept

        def work(connection: Connection) -> int:
            return connection.execute(_PURGE, {"before": before}).rowcount

        return await self._database.write(_lock_key(0, 0), work)


def _found(vault: Vault, chat_id: int, message_id: int) -> dict[str, bytes]:
    chat, message = marks(vault, chat_id, message_id)
    return {"its_chat": chat, "its_message": message}


def _lock_key(chat_id: int, message_id: int) -> LockKey:
    return (RUNNING_CONSULTS.name, chat_id, message_id)
