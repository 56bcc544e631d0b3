"""Who came by invitation, and the invitations still open."""

from __future__ import annotations

import json
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, delete, insert, select

from bot.storage.people import person_mark
from bot.storage.tables import INVITATIONS, MEMBERS

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from bot.storage.commits import LockKey
    from bot.storage.database import Database
    from bot.storage.interface import Clock
    from bot.storage.vault import Vault

INVITATION_LASTS = timedelta(hours=24)

_TOKEN_BYTES = 16
_WHO = "members.sealed"
_WHOM = "invitations.sealed"

_SAME_PERSON = MEMBERS.c.person == bindparam("mark")
_READ = select(MEMBERS.c.person).where(_SAME_PERSON)
_READ_ALL = select(MEMBERS)
_REMOVE = delete(MEMBERS).where(_SAME_PERSON)
_INVITE = insert(INVITATIONS)
_USE_UP = (
    delete(INVITATIONS)
    .where(INVITATIONS.c.token == bindparam("mark"), INVITATIONS.c.expires_at > bindparam("now"))
    .returning(INVITATIONS.c.sealed)
)
_PURGE = delete(INVITATIONS).where(INVITATIONS.c.expires_at <= bindparam("now"))


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody who came by an invitation: `label` is what the administrator called them."""

    user_id: int
    label: str
    since: datetime


class Members:
    """Invitations and members. Every method may raise `StorageUnavailable`."""

    def __init__(self, database: Database, now: Clock) -> None:
        self._database = database
        self._now = now

    async def invite(self, label: str) -> str:
        """Keep a new invitation and return its token, which is kept only as a keyed hash."""
        vault = await self._database.vault()
        token = secrets.token_urlsafe(_TOKEN_BYTES)
        mark = _token_mark(vault, token)
        row = {
            "token": mark,
            "sealed": vault.seal(label.encode(), _WHOM, mark),
            "expires_at": self._now() + INVITATION_LASTS,
        }

        def work(connection: Connection) -> None:
            connection.execute(_INVITE, row)

        await self._database.write((INVITATIONS.name, 0, 0), work)
        return token

    async def redeem(self, token: str, user_id: int) -> Member | None:
        """Use an invitation up and make the person a member; None if it is used or expired.

        Of several people who do so at once, in whichever processes, one gets in.
        """
        vault = await self._database.vault()
        mark, now = _token_mark(vault, token), self._now()
        add = self._database.insert(MEMBERS).on_conflict_do_nothing()

        def work(connection: Connection) -> Member | None:
            sealed = connection.execute(_USE_UP, {"mark": mark, "now": now}).scalar()
            if sealed is None:
                return None
            member = Member(user_id, vault.unseal(sealed, _WHOM, mark).decode(), now)
            connection.execute(add, _row(vault, member))
            return member

        return await self._database.write((INVITATIONS.name, 0, 0), work)

    async def is_member(self, user_id: int) -> bool:
        """Tell whether the person came by an invitation and was not removed."""
        mark = person_mark(await self._database.vault(), user_id)
        return bool(await self._database.read(_READ, {"mark": mark}))

    async def everybody(self) -> list[Member]:
        """Return all members, who came first before who came last."""
        vault = await self._database.vault()
        rows = await self._database.read(_READ_ALL, {})
        members = [_member(vault.unseal(row.sealed, _WHO, row.person)) for row in rows]
        return sorted(members, key=lambda member: (member.since, member.user_id))

    async def remove(self, user_id: int) -> bool:
        """End a membership; False if there was none."""
        mark = person_mark(await self._database.vault(), user_id)

        def work(connection: Connection) -> bool:
            return connection.execute(_REMOVE, {"mark": mark}).rowcount == 1

        return await self._database.write(_lock_key(user_id), work)

    async def purge(self) -> None:
        """Delete the invitations that have expired."""
        now = self._now()

        def work(connection: Connection) -> None:
            connection.execute(_PURGE, {"now": now})

        await self._database.write((INVITATIONS.name, 0, 0), work)


def _token_mark(vault: Vault, token: str) -> bytes:
    return vault.mark("invitation", token)


def _row(vault: Vault, member: Member) -> dict[str, bytes]:
    mark = person_mark(vault, member.user_id)
    clear = json.dumps([member.user_id, member.label, member.since.isoformat()]).encode()
    return {"person": mark, "sealed": vault.seal(clear, _WHO, mark)}


def _member(clear: bytes) -> Member:
    user_id, label, since = json.loads(clear)
    return Member(user_id, label, datetime.fromisoformat(since))


def _lock_key(user_id: int) -> LockKey:
    return (MEMBERS.name, user_id, 0)
