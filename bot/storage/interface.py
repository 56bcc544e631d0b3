"""What the bot may ask about running consults, whichever way they are kept."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime, timedelta

Clock: TypeAlias = "Callable[[], datetime]"
"""Tells the time in UTC; handed in so that tests decide how late it is."""


class StorageUnavailable(Exception):  # noqa: N818 - a state the bot goes on in, not a mistake
    """The storage cannot be read or written now; the button's own case code has to serve.

    Its text is one line for an operator and never holds a case, an id or a password.
    """


@dataclass(frozen=True, slots=True)
class RunningConsult:
    """The newest state of the consult in one message.

    `screen` names its newest screen, at most 96 characters: the case code, where in the consult it
    is, in a group the seal of whoever started it, the language, which nobody is there to tell when
    it is shown after a crash, and what was done last. The storage does not look into it. `revision`
    counts the screens this message has had, from 1. `shown` is false until the newest one stands in
    the chat. `updated_at` (UTC) is when `screen` was written; showing it later leaves that alone.
    """

    chat_id: int
    message_id: int
    screen: str
    revision: int
    shown: bool
    updated_at: datetime


@dataclass(frozen=True, slots=True)
class Advance:
    """How an attempt to advance a consult ended.

    `stands` is the row as it is now: the caller's own when `won`, else what another writer left,
    to which the caller applies its action again; None when the row has been deleted meanwhile.
    """

    won: bool
    stands: RunningConsult | None


class Consults(Protocol):
    """Which screen each consult message has come to.

    The key is chat and message, not the chat alone: a group may run several consults at once, and
    an old message in a private chat keeps its own newest screen. In a private chat Telegram's chat
    id is the person's id; in a group the screen's name holds that of whoever started the consult.
    Every method may raise `StorageUnavailable`.
    """

    async def read(self, chat_id: int, message_id: int) -> RunningConsult | None:
        """Return the consult in this message, or None if nothing is kept about it."""

    async def latest(self, chat_id: int) -> RunningConsult | None:
        """Return the chat's consult advanced last: the one a typed answer in it belongs to."""

    async def advance(
        self, chat_id: int, message_id: int, *, screen: str, revision: int
    ) -> Advance:
        """Write the next screen, provided `revision` is still the one the caller started from.

        `revision` 0 stands for "there was no row". The new row is not yet shown.
        """

    async def mark_shown(self, chat_id: int, message_id: int, *, revision: int) -> bool:
        """Note that this revision stands in the chat; False if a newer one has taken its place."""

    async def unshown(self, *, waiting: timedelta, limit: int) -> list[RunningConsult]:
        """Return at most `limit` consults unshown for at least `waiting`, oldest first.

        `waiting` leaves those alone that another task is showing at this moment.
        """

    async def forget_chat(self, chat_id: int) -> None:
        """Delete every consult of this chat."""

    async def purge(self, kept: timedelta) -> int:
        """Delete what was last advanced longer ago than `kept`; return how many consults."""
