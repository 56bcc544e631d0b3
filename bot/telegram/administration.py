"""The commands of administrators, where people come by invitation."""

from collections.abc import Awaitable, Callable, Iterator

from telegram import Bot, Message
from telegram.constants import ChatType
from telegram.helpers import create_deep_linked_url

from bot.access.gate import Gate
from bot.settings_values import Access
from bot.storage.interface import StorageUnavailable
from bot.storage.members import Member
from bot.storage.opening import Storage
from bot.telegram.visitors import Visitor
from conversations.wording import Wording

ADMIN_COMMANDS = ("invite", "members", "remove")

_LONGEST_LABEL = 40
_LONGEST_ID = 16
_AT_ONCE = 40
"""Members in one message, which holds 4,096 characters."""


class Administration:
    """Invites, lists and removes people. Only an administrator is ever led here."""

    def __init__(self, bot: Bot, gate: Gate, storage: Storage) -> None:
        self._bot = bot
        self._gate = gate
        self._storage = storage
        self._named: dict[str, Callable[[str, Wording], Awaitable[list[str]]]] = {
            "invite": self._invite,
            "members": self._members,
            "remove": self._remove,
        }

    def takes(self, name: str, visitor: Visitor) -> bool:
        """Return whether a command is one of these, given by somebody who may."""
        return name in self._named and visitor.user_id in self._gate.admins

    async def take(self, name: str, message: Message, rest: str, visitor: Visitor) -> None:
        """Do what an administrator's command says, and answer it."""
        for text in await self._answer(name, message, rest, visitor.wording):
            await self._bot.send_message(message.chat.id, text)

    async def _answer(self, name: str, message: Message, rest: str, wording: Wording) -> list[str]:
        if message.chat.type != ChatType.PRIVATE:
            return [wording("access.in_private")]
        if self._gate.access is not Access.INVITE:
            return [wording("access.no_invitations", access=self._gate.access)]
        try:
            return await self._named[name](rest, wording)
        except StorageUnavailable:
            return [wording("text.records_away")]

    async def _invite(self, label: str, wording: Wording) -> list[str]:
        parameter = await self._gate.invite(" ".join(label.split())[:_LONGEST_LABEL])
        link = create_deep_linked_url(self._bot.username, parameter)
        return [wording("access.invitation", link=link)]

    async def _members(self, _: str, wording: Wording) -> list[str]:
        members = await self._gate.members()
        return list(_lists(members, wording)) or [wording("access.no_members")]

    async def _remove(self, number: str, wording: Wording) -> list[str]:
        if not (number.isascii() and number.isdigit() and len(number) <= _LONGEST_ID):
            return [wording("access.remove_how")]
        user_id = int(number)
        if self._gate.is_named(user_id):
            return [wording("access.named_in_settings")]
        was_member = await self._gate.remove(user_id)
        await self._storage.forget(user_id)
        return [wording("access.removed" if was_member else "access.not_a_member")]


def _lists(members: list[Member], wording: Wording) -> Iterator[str]:
    for first in range(0, len(members), _AT_ONCE):
        yield "\n".join(
            wording(
                "access.member",
                label=member.label or "·",
                id=member.user_id,
                since=f"{member.since:%Y-%m-%d}",
            )
            for member in members[first : first + _AT_ONCE]
        )
