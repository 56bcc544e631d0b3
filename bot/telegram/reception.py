"""What each update is, and who deals with it."""

import structlog
from telegram import Bot, CallbackQuery, Message, Update
from telegram.constants import ChatType

from bot.storage.interface import StorageUnavailable
from bot.storage.opening import Storage
from bot.telegram.cards import Cards
from bot.telegram.commands import LANGUAGE_PREFIX, Commands
from bot.telegram.desk import Desk, Place, Reader, screen_named
from bot.telegram.lanes import Lanes
from bot.telegram.notice import PREFIX as NOTICE_PREFIX
from bot.telegram.notice import Notice
from bot.telegram.starter import Starters
from bot.telegram.taps import Taps
from bot.telegram.texts import Texts
from bot.telegram.visitors import Visitor, visitor
from bot.wording import wording
from conversations.flow.advance import Turn
from conversations.wording import Language

log = structlog.get_logger(__name__)


class Reception:
    """Takes updates, those of one chat in their order, and returns when each is dealt with."""

    def __init__(self, bot: Bot, storage: Storage, desk: Desk) -> None:
        self._bot = bot
        self._storage = storage
        self._desk = desk
        self._lanes = Lanes()
        starters = Starters(bot.token)
        self._taps = Taps(bot, desk, starters)
        self._texts = Texts(bot, desk, storage, starters)
        self._cards = Cards(bot, desk)
        self._notice = Notice(bot, desk, storage)
        self._commands = Commands(bot, desk, storage, self._notice, self._texts)

    async def take(self, update: Update) -> None:
        """Deal with one update. Whatever goes wrong, it ends here and the next one is taken."""
        chat = update.effective_chat
        user = update.effective_user
        try:
            await self._lanes.run(
                chat.id if chat else user.id if user else None, lambda: self._deal_with(update)
            )
        except Exception:
            # A mistake of ours: one update is lost to it, not the bot, and not what it said.
            log.exception("an update failed", update_id=update.update_id)

    async def _deal_with(self, update: Update) -> None:
        if update.callback_query is not None:
            query = update.callback_query
            await self._tapped(query, await visitor(query.from_user, self._storage))
        elif (message := update.message) is not None and (sender := message.from_user) is not None:
            await self._sent(message, await visitor(sender, self._storage))
        elif (inline := update.inline_query) is not None:
            await self._cards.offer(inline, await visitor(inline.from_user, self._storage))

    async def _tapped(self, query: CallbackQuery, who: Visitor) -> None:
        data = query.data or ""
        if data.startswith(NOTICE_PREFIX):
            await self._taps.answer(query)
            await self._notice.accept(query, who)
        elif data.startswith(LANGUAGE_PREFIX):
            await self._choose_language(query, who)
        else:
            await self._taps.take(query, who)

    async def _sent(self, message: Message, who: Visitor) -> None:
        private = message.chat.type == ChatType.PRIVATE
        if message.text is not None and message.text.startswith("/"):
            await self._commands.take(message, who)
        elif not private:
            await self._texts.take_in_group(message, who)
        elif not who.accepted:
            await self._notice.show(message.chat.id, "", who)
        elif message.text is not None:
            await self._texts.take(message, who)
        elif not _is_service_message(message):
            await self._texts.say(message, who.wording("text.findings_only"))

    async def _choose_language(self, query: CallbackQuery, who: Visitor) -> None:
        """Keep the language, and show the running consult in it."""
        chosen = (query.data or "").removeprefix(LANGUAGE_PREFIX)
        if chosen not in set(Language):
            await self._taps.answer(query, who.wording("tap.other_version"))
            return
        language = Language(chosen)
        try:
            await self._storage.people.choose_language(who.user_id, language)
        except StorageUnavailable:
            await self._taps.answer(query, wording(language)("text.records_away"))
            return
        await self._taps.answer(query, wording(language)("language.chosen"))
        if query.message is not None:
            await self._show_again(query.message.chat.id, language)

    async def _show_again(self, chat_id: int, language: Language) -> None:
        try:
            row = await self._storage.consults.latest(chat_id)
        except StorageUnavailable:
            return
        found = screen_named(row.screen) if row else None
        if row and found:
            place = Place(chat_id, row.message_id)
            await self._desk.take(place, Turn, found.spot, Reader(wording(language), found.seal))


def _is_service_message(message: Message) -> bool:
    """Return whether Telegram reports something, rather than somebody sending something."""
    return not (message.effective_attachment or message.poll)
