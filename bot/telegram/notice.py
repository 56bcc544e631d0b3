"""The first-use notice, accepted once in each of its versions."""

import structlog
from telegram import (
    Bot,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    Message,
)
from telegram.constants import ChatType
from telegram.helpers import create_deep_linked_url

from bot.storage.interface import StorageUnavailable
from bot.storage.opening import Storage
from bot.telegram.desk import Desk, Reader
from bot.telegram.tap import Tap
from bot.telegram.visitors import NOTICE_VERSION, Visitor
from conversations.consult.case_code import CaseCodeError, decode
from conversations.consult.state import Consult
from conversations.flow.advance import Turn
from conversations.flow.views import NEXT

log = structlog.get_logger(__name__)

PREFIX = "notice."


class Notice:
    """Shows the notice, and the consult in its place once it is accepted."""

    def __init__(self, bot: Bot, desk: Desk, storage: Storage) -> None:
        self._bot = bot
        self._desk = desk
        self._storage = storage

    async def show_to(self, message: Message, code: str, visitor: Visitor) -> None:
        """Show the notice; in a group, the way to it, since each accepts it for themselves."""
        if message.chat.type == ChatType.PRIVATE:
            await self.show(message.chat.id, code, visitor)
            return
        link = create_deep_linked_url(self._bot.username, code if _readable(code) else None)
        button = InlineKeyboardButton(visitor.wording("notice.open"), url=link)
        await self._bot.send_message(
            message.chat.id,
            visitor.wording("notice.first"),
            reply_markup=InlineKeyboardMarkup([[button]]),
        )

    async def show(self, chat_id: int, code: str, visitor: Visitor) -> None:
        """Show the notice; `code`, if it is one, is opened once the notice is accepted."""
        data = f"{PREFIX}{NOTICE_VERSION}.{code if _readable(code) else ''}"
        accept = InlineKeyboardButton(visitor.wording("notice.accept"), callback_data=data)
        await self._bot.send_message(
            chat_id,
            visitor.wording("notice.text"),
            reply_markup=InlineKeyboardMarkup([[accept]]),
        )

    async def accept(self, tap: Tap, visitor: Visitor) -> None:
        """Keep that the notice was accepted, and put the consult in its place."""
        version, _, code = tap.data.removeprefix(PREFIX).partition(".")
        if tap.place is None:
            return
        if version != str(NOTICE_VERSION):
            await self.show(tap.place.chat_id, code, visitor)
            return
        try:
            await self._storage.people.accept_notice(visitor.user_id, NOTICE_VERSION)
        except StorageUnavailable as error:
            # It will be shown again; the consult need not wait for that.
            log.warning("an accepted notice was not kept", reason=str(error))
        consult = decode(code) if _readable(code) else Consult()
        await self._desk.take(tap.place, Turn, (consult, NEXT), Reader(visitor.wording))


def _readable(code: str) -> bool:
    try:
        decode(code)
    except CaseCodeError:
        return False
    return True
