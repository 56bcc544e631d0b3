"""A tap on a button."""

import asyncio
from contextlib import suppress

from telegram import Bot, CallbackQuery
from telegram.error import BadRequest, NetworkError, RetryAfter

from bot.telegram.desk import Desk, Place, Step
from bot.telegram.visitors import Visitor
from conversations.consult.case_code import CaseCodeError
from conversations.consult.state import Consult
from conversations.conversation import tapped
from conversations.flow.actions import Action, Restart
from conversations.flow.advance import Turn
from conversations.flow.button import OtherVersionError, read_button
from conversations.flow.views import NEXT, View


class Taps:
    """Answers every tap at once, and moves the consult on."""

    def __init__(self, bot: Bot, desk: Desk) -> None:
        self._bot = bot
        self._desk = desk

    async def take(self, query: CallbackQuery, visitor: Visitor) -> None:
        """Do what a consult's button says."""
        message = query.message
        try:
            consult, action = read_button(query.data or "")
        except CaseCodeError:
            await self.answer(query, visitor.wording("tap.unreadable"))
            return
        except OtherVersionError as error:
            await self._other_version(query, error.consult, visitor)
            return
        if message is None:
            await self.answer(query, visitor.wording("tap.no_message"))
        elif isinstance(action, Restart):
            await self.answer(query)
            await self._desk.open(message.chat.id, Turn(Consult()), visitor.wording)
        else:
            place = Place(message.chat.id, message.message_id)
            await asyncio.gather(
                self.answer(query),
                self._desk.take(place, _step(action), (consult, NEXT), visitor.wording),
            )

    async def answer(self, query: CallbackQuery, text: str | None = None) -> None:
        """Stop the button's spinner, with a notice where there is something to say."""
        # Too old a query, or a Telegram that does not answer: the spinner stops by itself.
        with suppress(BadRequest, NetworkError, RetryAfter):
            await self._bot.answer_callback_query(
                query.id, text, show_alert=text is not None or None
            )

    async def _other_version(
        self, query: CallbackQuery, consult: Consult, visitor: Visitor
    ) -> None:
        """Say why the button does nothing, and show the case as it stands."""
        await self.answer(query, visitor.wording("tap.other_version"))
        if query.message is not None:
            place = Place(query.message.chat.id, query.message.message_id)
            await self._desk.take(place, Turn, (consult, NEXT), visitor.wording)


def _step(action: Action) -> Step:
    def step(consult: Consult, view: View) -> Turn:
        del view  # a button says all that matters of the screen it stood on
        return tapped(consult, action)

    return step
