"""Putting a screen into a chat, whatever Telegram says."""

import asyncio
from collections.abc import Awaitable, Callable
from enum import StrEnum
from typing import TypeVar

import structlog
from telegram.constants import ParseMode
from telegram.error import BadRequest, ChatMigrated, Forbidden, RetryAfter, TelegramError

from bot.metrics import Metrics
from bot.telegram.drawing import html, keyboard
from bot.telegram.errors import NotDone, is_gone, is_unchanged, nobody_is_there, retry_seconds
from bot.telegram.patience import Patience
from bot.telegram.wire import Wire
from conversations.conversation import Shown

log = structlog.get_logger(__name__)

Result = TypeVar("Result")

_PAUSES_SECONDS = (0.2, 1.0, 3.0)
"""Between attempts after an answer that never came."""


class Outcome(StrEnum):
    """How showing a screen ended."""

    SHOWN = "shown"
    GONE = "gone"
    """The message was deleted, or cannot be edited any more."""
    MOVED = "moved"
    """The group has become a supergroup, with another id and no such message."""
    HELD = "held"
    """Telegram holds the chat back, or cannot be reached: the screen is still to be shown."""
    REFUSED = "refused"
    """The person has blocked the bot, or left: there is nobody to show it to."""


class Delivery:
    """Sends and edits screens. A chat that Telegram holds back is left alone until it is over."""

    def __init__(self, wire: Wire, metrics: Metrics, patience: Patience) -> None:
        self._wire = wire
        self._metrics = metrics
        self._patience = patience
        self._held: dict[int, float] = {}
        self._moved: dict[int, int] = {}
        metrics.held_chats.set_function(self._count_held)

    async def edit(self, chat_id: int, message_id: int, shown: Shown, seal: str = "") -> Outcome:
        """Show a screen in place of the one in a message of the bot.

        Raises `telegram.error.BadRequest` for a screen that Telegram does not take from anybody.
        """
        if self.held_for(chat_id):
            return Outcome.HELD
        drawn = _drawn(shown, seal)
        try:
            await self._persist(
                lambda: self._wire.tell(
                    "editMessageText",
                    self._patience.answer,
                    chat_id=chat_id,
                    message_id=message_id,
                    **drawn,
                )
            )
        except TelegramError as error:
            return self._outcome(chat_id, error)
        return Outcome.SHOWN

    async def send(self, chat_id: int, shown: Shown, seal: str = "") -> int | None:
        """Show a screen in a new message and return its id; `None` where nobody is there.

        An answer that never came may hide a message that did: it is sent again all the same, for
        two of a message do less harm than none, and each carries its consult. Raises `NotDone`,
        and `telegram.error.ChatMigrated` for a group that has another id now.
        """
        if seconds := self.held_for(chat_id):
            raise NotDone("the chat is held back", seconds)
        drawn = _drawn(shown, seal)
        try:
            message = await self._persist(
                lambda: self._wire.call(
                    "sendMessage", self._patience.answer, chat_id=chat_id, **drawn
                )
            )
        except ChatMigrated:
            raise
        except RetryAfter as error:
            raise NotDone("the chat is held back", self._hold_back(chat_id, error)) from None
        except TelegramError as error:
            if nobody_is_there(error):
                return None
            if isinstance(error, BadRequest):
                raise
            raise NotDone("telegram did not answer") from None
        return int(message["message_id"])

    def held_for(self, chat_id: int) -> float:
        """Return for how many more seconds Telegram wants the chat left alone, mostly 0."""
        left = self._held.get(chat_id, 0.0) - asyncio.get_running_loop().time()
        if left > 0:
            return left
        self._held.pop(chat_id, None)
        return 0.0

    def home_of(self, chat_id: int) -> int:
        """Return the id that a group has by now: another one once it is a supergroup."""
        return self._moved.get(chat_id, chat_id)

    def note_move(self, chat_id: int, error: ChatMigrated) -> None:
        """Keep where a group has gone."""
        self._moved[chat_id] = error.new_chat_id

    def _outcome(self, chat_id: int, error: TelegramError) -> Outcome:
        if isinstance(error, RetryAfter):
            self._hold_back(chat_id, error)
            return Outcome.HELD
        if isinstance(error, ChatMigrated):
            self.note_move(chat_id, error)
            return Outcome.MOVED
        if nobody_is_there(error):
            return Outcome.REFUSED
        if not isinstance(error, BadRequest):
            return Outcome.HELD
        if is_unchanged(error):
            return Outcome.SHOWN
        if is_gone(error):
            return Outcome.GONE
        raise error

    def _hold_back(self, chat_id: int, error: RetryAfter) -> float:
        seconds = retry_seconds(error)
        self._held[chat_id] = asyncio.get_running_loop().time() + seconds
        self._metrics.retries.labels("held back").inc()
        log.info("chat held back", seconds=seconds)
        return seconds

    def _count_held(self) -> float:
        return sum(1 for chat_id in list(self._held) if self.held_for(chat_id))

    async def _persist(self, attempt: Callable[[], Awaitable[Result]]) -> Result:
        """Try again after an answer that never came, for as long as somebody may be waiting."""
        clock = asyncio.get_running_loop().time
        until = clock() + self._patience.showing
        for pause in _PAUSES_SECONDS:
            try:
                return await attempt()
            except (BadRequest, Forbidden, RetryAfter, ChatMigrated):
                raise
            except TelegramError as error:
                if clock() + pause >= until:
                    raise
                self._metrics.retries.labels("no answer").inc()
                log.warning("telegram did not answer", error=type(error).__name__)
                await asyncio.sleep(pause)
        return await attempt()


def _drawn(shown: Shown, seal: str) -> dict[str, object]:
    """Return what a call says of a screen."""
    return {
        "text": html(shown.screen),
        "parse_mode": ParseMode.HTML.value,
        "reply_markup": keyboard(shown.screen, shown.consult, seal),
    }
