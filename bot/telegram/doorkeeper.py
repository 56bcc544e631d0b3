"""Who is let in, and the one line for everybody else."""

from contextlib import suppress

import structlog
from telegram import Bot, Message, User
from telegram.constants import ChatType
from telegram.error import TelegramError

from bot.access.gate import Entry, Gate, is_invitation
from bot.access.rate import Pace, RateLimit
from bot.storage.interface import StorageUnavailable
from bot.telegram.spinner import Spinner
from bot.telegram.tap import Tap
from bot.telegram.updates import Arrival, sender_of
from bot.telegram.visitors import language_of
from bot.wording import wording

log = structlog.get_logger(__name__)

_START = "/start "


class Doorkeeper:
    """Stands before everything else: whoever is refused gets one line, and nothing is looked up."""

    def __init__(self, bot: Bot, gate: Gate, rate: RateLimit) -> None:
        self._bot = bot
        self.gate = gate
        self._rate = rate

    async def admits(self, update: Arrival, spinner: Spinner) -> bool:
        """Return whether an update is to be dealt with; if not, its sender has been told why."""
        user = sender_of(update)
        if user is None:
            return True
        pace = self._rate.take(user.id, update.update_id)
        if pace is not Pace.FINE:
            if isinstance(update, Tap) or pace is Pace.TOO_FAST:
                await self._refuse(update, spinner, user, "access.too_fast")
            return False
        entry = await self.gate.entry(user.id)
        if entry is Entry.STRANGER and (parameter := _invitation_in(update)) is not None:
            return await self._invited(update, spinner, user, parameter)
        if entry is Entry.UNKNOWN:
            await self._refuse(update, spinner, user, "access.unknown")
        elif entry is Entry.STRANGER:
            await self._refuse(update, spinner, user, "access.stranger")
        return entry is Entry.ALLOWED

    async def _invited(self, update: Arrival, spinner: Spinner, user: User, parameter: str) -> bool:
        try:
            joined = await self.gate.redeem(parameter, user.id)
        except StorageUnavailable:
            await self._refuse(update, spinner, user, "access.unknown")
            return False
        if joined:
            log.info("an invitation was used")
        else:
            await self._refuse(update, spinner, user, "access.invitation_over")
        return joined

    async def _refuse(self, update: Arrival, spinner: Spinner, user: User, key: str) -> None:
        """Say one line where it was asked for. Nobody is owed a second attempt at it."""
        text = wording(language_of(user.language_code))(key)
        with suppress(TelegramError):
            if isinstance(update, Tap):
                await spinner.stop(update.query_id, text)
            elif (inline := update.inline_query) is not None:
                await self._bot.answer_inline_query(inline.id, [], cache_time=0, is_personal=True)
            elif (message := update.message) is not None and self._asks_us(message):
                await self._bot.send_message(message.chat.id, text)

    def _asks_us(self, message: Message) -> bool:
        """Return whether the bot was spoken to: in a group, that is a command of its own."""
        if message.chat.type == ChatType.PRIVATE:
            return True
        command = (message.text or "").partition(" ")[0]
        named = command.partition("@")[2]
        return command.startswith("/") and named.lower() in {"", self._bot.username.lower()}


def _invitation_in(update: Arrival) -> str | None:
    """Return what a link with an invitation starts a private chat with."""
    message = None if isinstance(update, Tap) else update.message
    text = (message.text or "") if message and message.chat.type == ChatType.PRIVATE else ""
    parameter = text.removeprefix(_START).strip()
    return parameter if text.startswith(_START) and is_invitation(parameter) else None
