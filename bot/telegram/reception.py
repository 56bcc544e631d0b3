"""What each update is, and who deals with it."""

import time
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from contextlib import suppress

import structlog
from telegram import Message
from telegram.constants import ChatType
from telegram.error import BadRequest, RetryAfter, TelegramError

from bot.metrics import Metrics
from bot.storage.interface import StorageUnavailable
from bot.storage.opening import Storage
from bot.telegram.cards import Cards
from bot.telegram.commands import LANGUAGE_PREFIX, Commands
from bot.telegram.desk import Desk, Reader, screen_named
from bot.telegram.doorkeeper import Doorkeeper
from bot.telegram.errors import NotDone, nobody_is_there, retry_seconds
from bot.telegram.lanes import Lanes
from bot.telegram.notice import PREFIX as NOTICE_PREFIX
from bot.telegram.notice import Notice
from bot.telegram.place import Place
from bot.telegram.spinner import Spinner
from bot.telegram.starter import Starters
from bot.telegram.taken import Origin
from bot.telegram.tap import Tap
from bot.telegram.taps import Taps
from bot.telegram.texts import Texts
from bot.telegram.updates import Arrival, chat_of, kind_of, sender_of
from bot.telegram.visitors import Visitor, language_of, visitor
from bot.telegram.wire import Wire
from bot.wording import wording
from conversations.flow.advance import Turn
from conversations.wording import Language

log = structlog.get_logger(__name__)


Again = Callable[[NotDone], Awaitable[bool]]
"""Waits before an update is tried again; false where it is to be given back instead."""

_REMEMBERED = 5_000
"""Updates that are known when they come again: ten seconds of all that one process can do."""


async def _never(_: NotDone) -> bool:
    return False


class Reception:
    """Takes updates, those of one chat in their order, and returns when each is dealt with."""

    def __init__(  # noqa: PLR0913, PLR0917 - everything that an update may be about
        self,
        wire: Wire,
        storage: Storage,
        desk: Desk,
        door: Doorkeeper,
        lanes: Lanes,
        metrics: Metrics,
        *,
        in_order: bool,
    ) -> None:
        """Be handed what deals with updates, and whether they come in their order."""
        self._bot = bot = wire.bot
        self._wire = wire
        self._in_order = in_order
        self._door = door
        self._storage = storage
        self._desk = desk
        self._lanes = lanes
        self._metrics = metrics
        self._done: OrderedDict[int, None] = OrderedDict()
        starters = Starters(bot.token)
        self._taps = Taps(desk, starters)
        self._texts = Texts(bot, desk, storage, starters)
        self._cards = Cards(bot, desk)
        self._notice = Notice(bot, desk, storage)
        self._commands = Commands(bot, desk, storage, door.gate, self._notice, self._texts)

    async def take(
        self, update: Arrival, spinner: Spinner | None = None, again: Again = _never
    ) -> None:
        """Deal with one update, once: one that comes again when it is done is left alone.

        `spinner` stops a tapped button's; by itself at once where none is given. `again` decides
        whether to try again here, before the chat's next update. Raises `NotDone` where the update
        is to be delivered again. A mistake of ours ends here: the next update is taken.
        """
        chat_id, user = chat_of(update), sender_of(update)
        lane = chat_id if chat_id is not None else user.id if user else None
        arrived = time.monotonic()
        self._metrics.updates.labels(kind_of(update)).inc()
        await self._lanes.run(lane, lambda: self._insist(update, spinner, again))
        if isinstance(update, Tap):
            self._metrics.tap_to_edit.observe(time.monotonic() - arrived)

    async def _insist(self, update: Arrival, spinner: Spinner | None, again: Again) -> None:
        while update.update_id not in self._done:
            try:
                await self._attempt(update, spinner or Spinner(self._wire))
            except NotDone as error:
                if not await again(error):
                    raise
            else:
                self._done[update.update_id] = None
        while len(self._done) > _REMEMBERED:
            self._done.popitem(last=False)

    async def _attempt(self, update: Arrival, spinner: Spinner) -> None:
        try:
            await self._deal_with(update, spinner)
        except NotDone:
            raise
        except RetryAfter as error:
            raise NotDone("the chat is held back", retry_seconds(error)) from None
        except TelegramError as error:
            if nobody_is_there(error):
                log.info("nobody is there to answer", update_id=update.update_id)
            elif isinstance(error, BadRequest):
                await self._failed(update, error)
            else:
                raise NotDone("telegram did not answer") from None
        except Exception as error:  # noqa: BLE001 - logged there; one mistake of ours must not end the bot
            await self._failed(update, error)

    async def _failed(self, update: Arrival, error: Exception) -> None:
        """Count and log a mistake of ours, and say one line to whoever met it."""
        self._metrics.errors.labels("update").inc()
        log.error("an update failed", update_id=update.update_id, exc_info=error)
        chat_id, user = chat_of(update), sender_of(update)
        if chat_id is None or user is None:
            return
        with suppress(TelegramError):
            language = language_of(user.language_code)
            await self._bot.send_message(chat_id, wording(language)("text.failed"))

    async def _deal_with(self, update: Arrival, spinner: Spinner) -> None:
        if not await self._door.admits(update, spinner):
            return
        if isinstance(update, Tap):
            await self._tapped(update, await visitor(update.sender, self._storage), spinner)
        elif (message := update.message) is not None and (sender := message.from_user) is not None:
            await self._sent(message, await visitor(sender, self._storage))
        elif (inline := update.inline_query) is not None:
            await self._cards.offer(inline, await visitor(inline.from_user, self._storage))

    async def _tapped(self, tap: Tap, who: Visitor, spinner: Spinner) -> None:
        if tap.data.startswith(NOTICE_PREFIX):
            await spinner.stop(tap.query_id)
            await self._notice.accept(tap, who)
        elif tap.data.startswith(LANGUAGE_PREFIX):
            await self._choose_language(tap, who, spinner)
        else:
            origin = Origin(tapped_in=tap.update_id, in_order=self._in_order)
            await self._taps.take(tap, who, spinner, origin)

    async def _sent(self, message: Message, who: Visitor) -> None:
        private = message.chat.type == ChatType.PRIVATE
        if message.text is not None and message.text.startswith("/"):
            await self._commands.take(message, who)
        elif not private:
            await self._texts.take_in_group(message, who)
        elif not who.accepted:
            await self._texts.refused(message, who)
            await self._notice.show(message.chat.id, "", who)
        elif message.text is not None:
            await self._texts.take(message, who)
        elif not _is_service_message(message):
            await self._texts.say(message, who.wording("text.findings_only"))

    async def _choose_language(self, tap: Tap, who: Visitor, spinner: Spinner) -> None:
        """Keep the language, and show the running consult in it."""
        chosen = tap.data.removeprefix(LANGUAGE_PREFIX)
        if chosen not in set(Language):
            await spinner.stop(tap.query_id, who.wording("tap.other_version"))
            return
        language = Language(chosen)
        try:
            await self._storage.people.choose_language(who.user_id, language)
        except StorageUnavailable:
            await spinner.stop(tap.query_id, wording(language)("text.records_away"))
            return
        await spinner.stop(tap.query_id, wording(language)("language.chosen"))
        if tap.place is not None:
            await self._show_again(tap.place.chat_id, language)

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
