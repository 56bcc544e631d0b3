"""The commands."""

from collections.abc import Awaitable, Callable

from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, Message
from telegram.constants import ChatType

from bot.access.gate import Gate, is_invitation
from bot.settings_values import Access
from bot.storage.interface import StorageUnavailable
from bot.storage.opening import Storage
from bot.telegram.administration import Administration
from bot.telegram.cards import PLAIN_START
from bot.telegram.desk import Desk, screen_named
from bot.telegram.notice import Notice
from bot.telegram.pages import about_pages, privacy_page
from bot.telegram.taken import Origin
from bot.telegram.texts import Texts
from bot.telegram.visitors import Visitor
from bot.verifying import verification_text
from conversations.consult.state import Consult
from conversations.flow.advance import Turn
from conversations.wording import Language

LANGUAGE_PREFIX = "language."
_LANGUAGE_NAMES = {Language.EN: "English", Language.ZH: "中文"}


class Commands:
    """Does what a command says. The names are those of Telegram's menu."""

    def __init__(  # noqa: PLR0913, PLR0917 - one for each thing that commands are about
        self, bot: Bot, desk: Desk, storage: Storage, gate: Gate, notice: Notice, texts: Texts
    ) -> None:
        self._bot = bot
        self._desk = desk
        self._storage = storage
        self._gate = gate
        self._administration = Administration(bot, gate, storage)
        self._notice = notice
        self._texts = texts
        self._named: dict[str, Callable[[Message, str, Visitor], Awaitable[None]]] = {
            "start": self._start,
            "new": self._new,
            "help": self._help,
            "about": self._about,
            "language": self._language,
            "privacy": self._privacy,
            "delete": self._delete,
            "verify": self._verify,
        }

    async def take(self, message: Message, visitor: Visitor) -> None:
        """Do what the command in a message says, or say that there is no such command."""
        first, _, rest = (message.text or "").partition(" ")
        name = first.removeprefix("/").partition("@")[0].lower()
        command = self._named.get(name)
        if self._administration.takes(name, visitor):
            await self._administration.take(name, message, rest.strip(), visitor)
            return
        if command is None:
            await self._texts.say(message, visitor.wording("text.no_such_command"))
            return
        await command(message, rest.strip(), visitor)

    async def _start(self, message: Message, parameter: str, visitor: Visitor) -> None:
        if not visitor.accepted:
            await self._notice.show_to(message, parameter, visitor)
        elif parameter and parameter != PLAIN_START and not is_invitation(parameter):
            await self._texts.open_code(parameter, message, visitor)
        else:
            reader = self._texts.reader(message, visitor)
            turn = await self._going_on(message)
            await self._desk.open_once(message.chat.id, turn, reader, Origin(message.message_id))

    async def _going_on(self, message: Message) -> Turn:
        """Return the private chat's running consult where it was, or a new one."""
        if message.chat.type != ChatType.PRIVATE:
            return Turn(Consult())
        try:
            row = await self._storage.consults.latest(message.chat.id)
        except StorageUnavailable:
            row = None
        found = screen_named(row.screen) if row else None
        return Turn(*found.spot) if found else Turn(Consult())

    async def _new(self, message: Message, _: str, visitor: Visitor) -> None:
        if visitor.accepted:
            reader = self._texts.reader(message, visitor)
            turn = Turn(Consult())
            await self._desk.open_once(message.chat.id, turn, reader, Origin(message.message_id))
        else:
            await self._notice.show_to(message, "", visitor)

    async def _help(self, message: Message, _: str, visitor: Visitor) -> None:
        await self._texts.say(message, visitor.wording("help.text"))

    async def _about(self, message: Message, _: str, visitor: Visitor) -> None:
        for page in about_pages(visitor.wording):
            await self._texts.say(message, page)

    async def _language(self, message: Message, _: str, visitor: Visitor) -> None:
        buttons = [
            InlineKeyboardButton(name, callback_data=LANGUAGE_PREFIX + language)
            for language, name in _LANGUAGE_NAMES.items()
        ]
        await self._bot.send_message(
            message.chat.id,
            visitor.wording("language.choose"),
            reply_markup=InlineKeyboardMarkup([buttons]),
        )

    async def _privacy(self, message: Message, _: str, visitor: Visitor) -> None:
        page = privacy_page(visitor.wording, self._storage.retention)
        await self._texts.say(message, page)

    async def _delete(self, message: Message, _: str, visitor: Visitor) -> None:
        try:
            await self._storage.forget(visitor.user_id)
        except StorageUnavailable:
            await self._texts.say(message, visitor.wording("text.records_away"))
            return
        self._gate.forget(visitor.user_id)
        self._desk.forget(visitor.user_id)
        await self._texts.say(message, visitor.wording("delete.done"))
        if self._gate.access is Access.INVITE and not self._gate.is_named(visitor.user_id):
            await self._texts.say(message, visitor.wording("access.given_up"))

    async def _verify(self, message: Message, _: str, visitor: Visitor) -> None:
        await self._texts.say(message, await verification_text(visitor.wording))
