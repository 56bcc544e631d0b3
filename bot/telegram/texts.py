"""A typed text: an answer, a case code, or something that must not be typed."""

from contextlib import suppress

import structlog
from telegram import Bot, Message
from telegram.constants import ChatType
from telegram.error import TelegramError

from bot.storage.interface import StorageUnavailable
from bot.storage.opening import Storage
from bot.telegram.desk import Desk, Reader, Spot, screen_named
from bot.telegram.place import Place
from bot.telegram.starter import Starters, split_seal
from bot.telegram.taken import Origin
from bot.telegram.visitors import Visitor
from conversations.consult.case_code import CaseCodeError, decode, looks_like_a_code
from conversations.consult.state import Consult
from conversations.conversation import typed
from conversations.flow.advance import Turn
from conversations.flow.button import OtherVersionError, read_button
from conversations.flow.views import NEXT, View
from conversations.privacy.identifiers import find_identifier

log = structlog.get_logger(__name__)


class Texts:
    """Takes what is typed. In a group that is only what replies to the bot's own message."""

    def __init__(self, bot: Bot, desk: Desk, storage: Storage, starters: Starters) -> None:
        self._bot = bot
        self._desk = desk
        self._storage = storage
        self._starters = starters

    async def take(self, message: Message, visitor: Visitor) -> None:
        """Answer the running consult's question with the text, or open the case it codes."""
        text = (message.text or "").strip()
        if looks_like_a_code(text):
            await self.open_code(text, message, visitor)
            return
        if await self.refused(message, visitor):
            return
        running = self._replied_to(message) or await self._running(message.chat.id)
        if running is None:
            first = self._desk.shown(Turn(Consult()), visitor.wording)
            await self._desk.open(message.chat.id, typed(first, text), Reader(visitor.wording))
        else:
            place, spot = running
            await self._answer(message, text, place, spot, Reader(visitor.wording))

    async def take_in_group(self, message: Message, visitor: Visitor) -> None:
        """Answer the consult that the text replies to, if its sender started that one."""
        running = self._replied_to(message)
        if running is None or message.reply_to_message is None:
            return
        if await self.refused(message, visitor):
            return
        place, spot = running
        seal = _seal_under(message.reply_to_message)
        if self._starters.starter(message.chat.id, seal) != visitor.user_id:
            await self.say(message, visitor.wording("tap.not_yours"))
        elif message.text is None:
            await self.say(message, visitor.wording("text.findings_only"))
        else:
            text = message.text.strip()
            await self._answer(message, text, place, spot, Reader(visitor.wording, seal))

    async def open_code(self, code: str, message: Message, visitor: Visitor) -> None:
        """Show the case behind a code in a new message, or say what is wrong with the code."""
        try:
            consult = decode(code)
        except CaseCodeError as error:
            await self.say(message, visitor.wording(f"code.{error.fault}"))
            return
        reader = self.reader(message, visitor)
        asked_in = Origin(message.message_id)
        await self._desk.open_once(message.chat.id, Turn(consult), reader, asked_in)

    def reader(self, message: Message, visitor: Visitor) -> Reader:
        """Return whom a new consult in the message's chat is for: in a group, its sender."""
        if message.chat.type == ChatType.PRIVATE:
            return Reader(visitor.wording)
        return Reader(visitor.wording, self._starters.seal(message.chat.id, visitor.user_id))

    async def say(self, message: Message, text: str) -> None:
        """Say one thing in a message of its own."""
        await self._bot.send_message(message.chat.id, text)

    async def refused(self, message: Message, visitor: Visitor) -> bool:
        """Refuse a text that looks like an identifier, and delete it; return whether it did."""
        found = find_identifier(message.text or "")
        if found is None:
            return False
        log.info("an identifier was refused", kind=found)
        deleted = "deleted" if await self._clear(message) else "not_deleted"
        refusal = visitor.wording(f"identifier.{found}")
        await self.say(message, f"{refusal}\n{visitor.wording(f'identifier.{deleted}')}")
        return True

    async def _answer(
        self, message: Message, text: str, place: Place, spot: Spot, reader: Reader
    ) -> None:
        def step(consult: Consult, view: View) -> Turn:
            return typed(self._desk.shown(Turn(consult, view), reader.wording), text)

        await self._desk.take(place, step, spot, reader, Origin(message.message_id))
        await self._clear(message)

    def _replied_to(self, message: Message) -> tuple[Place, Spot] | None:
        """Return the consult whose message this one replies to: its keyboard carries it."""
        replied = message.reply_to_message
        if replied is None:
            return None
        for data in _data_under(replied):
            with suppress(CaseCodeError, OtherVersionError):
                consult, _ = read_button(split_seal(data)[0])
                return Place(message.chat.id, replied.message_id), (consult, NEXT)
        return None

    async def _running(self, chat_id: int) -> tuple[Place, Spot] | None:
        try:
            row = await self._storage.consults.latest(chat_id)
        except StorageUnavailable:
            return None
        found = screen_named(row.screen) if row else None
        return (Place(chat_id, row.message_id), found.spot) if row and found else None

    async def _clear(self, message: Message) -> bool:
        """Delete a text, so that the consult stays at the bottom, or an identifier is gone.

        False where it stays where it is, as in most groups; the rest goes on all the same.
        """
        try:
            return await self._bot.delete_message(message.chat.id, message.message_id)
        except TelegramError:
            return False


def _data_under(message: Message) -> list[str]:
    """Return what the buttons under a message carry."""
    rows = message.reply_markup.inline_keyboard if message.reply_markup else ()
    return [str(button.callback_data) for row in rows for button in row if button.callback_data]


def _seal_under(message: Message) -> str:
    return next((split_seal(data)[1] for data in _data_under(message)), "")
