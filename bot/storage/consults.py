"""Running consults in the database: a row moves on only from the revision its writer has seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import bindparam, delete, false, select, true, update

from bot.storage.interface import Advance, RunningConsult
from bot.storage.tables import RUNNING_CONSULTS

if TYPE_CHECKING:
    from datetime import timedelta

    from sqlalchemy import Connection

    from bot.storage.commits import Place
    from bot.storage.database import Database
    from bot.storage.interface import Clock

_ROW = RUNNING_CONSULTS.c
_IN_CHAT = _ROW.chat_id == bindparam("chat")
_SAME_MESSAGE = _IN_CHAT & (_ROW.message_id == bindparam("message"))
_SEEN = _SAME_MESSAGE & (_ROW.revision == bindparam("seen"))

# Built once: putting a statement together costs more than SQLite takes to run it.
_READ = select(RUNNING_CONSULTS).where(_SAME_MESSAGE)
_LATEST = (
    select(RUNNING_CONSULTS)
    .where(_IN_CHAT)
    .order_by(_ROW.updated_at.desc(), _ROW.message_id.desc())
    .limit(1)
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
        rows = await self._database.read(_READ, {"chat": chat_id, "message": message_id})
        return RunningConsult(*rows[0]) if rows else None

    async def latest(self, chat_id: int) -> RunningConsult | None:
        """Return the chat's consult advanced last."""
        rows = await self._database.read(_LATEST, {"chat": chat_id})
        return RunningConsult(*rows[0]) if rows else None

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

        def work(connection: Connection) -> Advance:
            if self._write(connection, new, revision):
                return Advance(won=True, stands=new)
            row = connection.execute(_READ, {"chat": chat_id, "message": message_id}).first()
            return Advance(won=False, stands=None if row is None else RunningConsult(*row))

        return await self._database.write(_place(chat_id, message_id), work)

    def _write(self, connection: Connection, new: RunningConsult, seen: int) -> bool:
        values = {
            "screen": new.screen,
            "revision": new.revision,
            "shown": new.shown,
            "updated_at": new.updated_at,
        }
        if seen == 0:
            key = {"chat_id": new.chat_id, "message_id": new.message_id}
            return connection.execute(self._start, key | values).first() is not None
        found = {"chat": new.chat_id, "message": new.message_id, "seen": seen}
        return connection.execute(_MOVE_ON, found | values).rowcount == 1

    async def mark_shown(self, chat_id: int, message_id: int, *, revision: int) -> bool:
        """Note that this revision stands in the chat; False if a newer one has taken its place."""
        found = {"chat": chat_id, "message": message_id, "seen": revision}

        def work(connection: Connection) -> bool:
            return connection.execute(_MARK_SHOWN, found).rowcount == 1

        return await self._database.write(_place(chat_id, message_id), work)

    async def unshown(self, *, waiting: timedelta, limit: int) -> list[RunningConsult]:
        """Return at most `limit` consults unshown for at least `waiting`, oldest first."""
        rows = await self._database.read(_UNSHOWN, {"before": self._now() - waiting, "most": limit})
        return [RunningConsult(*row) for row in rows]

    async def forget_chat(self, chat_id: int) -> None:
        """Delete every consult of this chat."""

        def work(connection: Connection) -> None:
            connection.execute(_FORGET_CHAT, {"chat": chat_id})

        await self._database.write(_place(chat_id, 0), work)

    async def purge(self, kept: timedelta) -> int:
        """Delete what was last advanced longer ago than `kept`; return how many consults."""
        before = self._now() - kept

        def work(connection: Connection) -> int:
            return connection.execute(_PURGE, {"before": before}).rowcount

        return await self._database.write(_place(0, 0), work)


def _place(chat_id: int, message_id: int) -> Place:
    return (RUNNING_CONSULTS.name, chat_id, message_id)
