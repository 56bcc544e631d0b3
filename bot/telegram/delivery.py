"""Putting a screen into a chat, whatever Telegram says."""

import asyncio
from collections.abc import Awaitable, Callable
from enum import StrEnum

import structlog
from telegram import Bot, Message
from telegram.constants import ParseMode
from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter

from bot.telegram.drawing import html, keyboard
from conversations.conversation import Shown

log = structlog.get_logger(__name__)

_PAUSES_SECONDS = (0.2, 1.0, 3.0)
"""Between attempts after an answer that never came; then the screen is left to the sweeper."""


class Outcome(StrEnum):
    """How showing a screen ended."""

    SHOWN = "shown"
    GONE = "gone"
    """The message was deleted, or cannot be edited any more."""
    HELD = "held"
    """Telegram holds the chat back, or cannot be reached: the screen is still to be shown."""
    REFUSED = "refused"
    """The person has blocked the bot, or left: there is nobody to show it to."""


class Delivery:
    """Sends and edits screens. `held_until` tells when a chat may be written to again."""

    def __init__(self, bot: Bot) -> None:
        self._bot = bot
        self._held: dict[int, float] = {}

    async def edit(self, chat_id: int, message_id: int, shown: Shown, seal: str = "") -> Outcome:
        """Show a screen in place of the one in a message of the bot."""

        async def attempt() -> None:
            await self._bot.edit_message_text(
                html(shown.screen),
                chat_id=chat_id,
                message_id=message_id,
                parse_mode=ParseMode.HTML,
                reply_markup=keyboard(shown.screen, shown.consult, seal),
            )

        try:
            await self._persist(chat_id, attempt)
        except RetryAfter as error:
            self._hold_back(chat_id, error)
            return Outcome.HELD
        except Forbidden:
            return Outcome.REFUSED
        except BadRequest as error:
            return _edit_refusal(error)
        except NetworkError:
            return Outcome.HELD
        return Outcome.SHOWN

    async def send(self, chat_id: int, shown: Shown, seal: str = "") -> Message | None:
        """Show a screen in a new message; `None` where nobody is there to be shown it.

        Raises `telegram.error.RetryAfter` and `telegram.error.NetworkError`.
        """
        try:
            return await self._bot.send_message(
                chat_id,
                html(shown.screen),
                parse_mode=ParseMode.HTML,
                reply_markup=keyboard(shown.screen, shown.consult, seal),
            )
        except Forbidden:
            return None

    def is_held(self, chat_id: int) -> bool:
        """Return whether Telegram has asked to leave the chat alone for now."""
        until = self._held.get(chat_id)
        if until is None:
            return False
        if asyncio.get_running_loop().time() < until:
            return True
        del self._held[chat_id]
        return False

    def _hold_back(self, chat_id: int, error: RetryAfter) -> None:
        seconds = retry_seconds(error)
        self._held[chat_id] = asyncio.get_running_loop().time() + seconds
        log.info("chat held back", seconds=seconds)

    async def _persist(self, chat_id: int, attempt: Callable[[], Awaitable[None]]) -> None:
        """Try again after an answer that never came: an edit done twice is done once."""
        if self.is_held(chat_id):
            raise RetryAfter(1)
        for pause in _PAUSES_SECONDS:
            try:
                return await attempt()
            except (BadRequest, Forbidden, RetryAfter):
                raise
            except NetworkError as error:
                log.warning("telegram did not answer", error=type(error).__name__)
                await asyncio.sleep(pause)
        return await attempt()


def retry_seconds(error: RetryAfter) -> float:
    """Return how many seconds Telegram asks to wait."""
    after = error.retry_after
    return float(after) if isinstance(after, int) else after.total_seconds()


def _edit_refusal(error: BadRequest) -> Outcome:
    text = error.message.lower()
    if "not modified" in text:
        return Outcome.SHOWN
    if "not found" in text or "can't be edited" in text or "message_id_invalid" in text:
        return Outcome.GONE
    raise error
