"""A text typed in a private chat."""

from telegram import Bot, Message
from telegram.error import TelegramError

from bot.storage.interface import StorageUnavailable
from bot.storage.opening import Storage
from bot.telegram.desk import Desk, Place, Spot, screen_named
from bot.telegram.visitors import Visitor
from conversations.consult.case_code import CaseCodeError, decode, looks_like_a_code
from conversations.consult.state import Consult
from conversations.conversation import typed
from conversations.flow.advance import Turn
from conversations.flow.button import OtherVersionError, read_button
from conversations.flow.views import NEXT, View


class Texts:
    """Takes a typed text for an answer, or for a case code."""

    def __init__(self, bot: Bot, desk: Desk, storage: Storage) -> None:
        self._bot = bot
        self._desk = desk
        self._storage = storage

    async def take(self, message: Message, visitor: Visitor) -> None:
        """Answer the running consult's question with the text, or open the case it codes."""
        text = (message.text or "").strip()
        if looks_like_a_code(text):
            await self.open_code(text, message, visitor)
            return
        found = self._replied_to(message) or await self._running(message.chat.id)
        if found is None:
            await self.say(message, visitor.wording("text.no_consult"))
            return
        place, fallback = found

        def step(consult: Consult, view: View) -> Turn:
            return typed(self._desk.shown(Turn(consult, view), visitor.wording), text)

        await self._desk.take(place, step, fallback, visitor.wording)
        await self._clear(message)

    async def open_code(self, code: str, message: Message, visitor: Visitor) -> None:
        """Show the case behind a code in a new message, or say what is wrong with the code."""
        try:
            consult = decode(code)
        except CaseCodeError as error:
            await self.say(message, visitor.wording(f"code.{error.fault}"))
            return
        await self._desk.open(message.chat.id, Turn(consult), visitor.wording)

    async def say(self, message: Message, text: str) -> None:
        """Say one thing in a message of its own."""
        await self._bot.send_message(message.chat.id, text)

    def _replied_to(self, message: Message) -> tuple[Place, Spot] | None:
        """Return the consult whose message this one replies to: its keyboard carries it."""
        replied = message.reply_to_message
        if replied is None or replied.reply_markup is None:
            return None
        for row in replied.reply_markup.inline_keyboard:
            for button in row:
                try:
                    consult, _ = read_button(str(button.callback_data))
                except (CaseCodeError, OtherVersionError):
                    continue
                return Place(message.chat.id, replied.message_id), (consult, NEXT)
        return None

    async def _running(self, chat_id: int) -> tuple[Place, Spot] | None:
        try:
            row = await self._storage.consults.latest(chat_id)
        except StorageUnavailable:
            return None
        found = screen_named(row.screen) if row else None
        return (Place(chat_id, row.message_id), found.spot) if row and found else None

    async def _clear(self, message: Message) -> None:
        """Delete a used answer, so that the consult stays at the bottom of the chat."""
        try:
            await self._bot.delete_message(message.chat.id, message.message_id)
        except TelegramError:
            # It stays where it is; the answer counts all the same.
            return
