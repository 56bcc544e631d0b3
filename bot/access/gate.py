"""Who may use the bot: everybody, those the settings name, or also those who were invited."""

from __future__ import annotations

from enum import StrEnum
from time import monotonic
from typing import TYPE_CHECKING

from cachetools import LRUCache

from bot.settings_values import Access
from bot.storage.interface import StorageUnavailable

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.settings import Settings
    from bot.storage.members import Member, Members

TRUSTED_SECONDS = 60.0
"""How long a member is known without asking again: another replica may have removed them."""

MOST_MEMBERS = 4_000
"""Bounds the memory. Of a member pushed out the records are asked again."""

_INVITATION = "i"


class Entry(StrEnum):
    """What the gate says of a person."""

    ALLOWED = "allowed"
    STRANGER = "stranger"
    UNKNOWN = "unknown"
    """The records, which would tell, cannot be reached."""


class Gate:
    """Tells who may use the bot. Members seen before may go on while the records are away.

    `seconds` tells how much time has passed, from whenever.
    """

    def __init__(
        self, settings: Settings, members: Members, seconds: Callable[[], float] = monotonic
    ) -> None:
        self.access = settings.access
        self.admins = settings.admins
        self._named = settings.admins | settings.allowed_users
        self._members = members
        self._seconds = seconds
        self._seen: LRUCache[int, float] = LRUCache(MOST_MEMBERS)

    @property
    def invites_by(self) -> frozenset[int]:
        """Those who may invite: administrators, where people come by invitation."""
        return self.admins if self.access is Access.INVITE else frozenset()

    def is_named(self, user_id: int) -> bool:
        """Tell whether the settings themselves let the person in."""
        return user_id in self._named

    async def entry(self, user_id: int) -> Entry:
        """Say whether the person may use the bot."""
        if self.access is Access.OPEN or user_id in self._named:
            return Entry.ALLOWED
        if self.access is Access.ALLOWLIST:
            return Entry.STRANGER
        seen = self._seen.get(user_id)
        if seen is not None and self._seconds() - seen < TRUSTED_SECONDS:
            return Entry.ALLOWED
        try:
            is_member = await self._members.is_member(user_id)
        except StorageUnavailable:
            return Entry.UNKNOWN if seen is None else Entry.ALLOWED
        if is_member:
            self._seen[user_id] = self._seconds()
            return Entry.ALLOWED
        self.forget(user_id)
        return Entry.STRANGER

    async def invite(self, label: str) -> str:
        """Make an invitation, and return what its link starts the bot with."""
        return _INVITATION + await self._members.invite(label)

    async def redeem(self, parameter: str, user_id: int) -> bool:
        """Let the person in by an invitation; False if it was used before or has expired."""
        return await self._members.redeem(parameter.removeprefix(_INVITATION), user_id) is not None

    async def members(self) -> list[Member]:
        """Return everybody who came by an invitation."""
        return await self._members.everybody()

    async def remove(self, user_id: int) -> bool:
        """End a membership; False if there was none."""
        self.forget(user_id)
        return await self._members.remove(user_id)

    def forget(self, user_id: int) -> None:
        """Ask the records again about the person, since they have changed."""
        self._seen.pop(user_id, None)


def is_invitation(parameter: str) -> bool:
    """Tell an invitation from a case code: no code of any version begins with its letter."""
    return parameter.startswith(_INVITATION)
