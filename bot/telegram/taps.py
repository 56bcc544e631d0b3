"""A tap on a button."""

import asyncio
from contextlib import suppress

from telegram import Bot, CallbackQuery
from telegram.constants import ChatType
from telegram.error import BadRequest, NetworkError, RetryAfter

from bot.telegram.desk import Desk, Place, Reader, Step
from bot.telegram.starter import Starters, split_seal
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

    def __init__(self, bot: Bot, desk: Desk, starters: Starters) -> None:
        self._bot = bot
        self._desk = desk
        self._starters = starters

    async def take(self, query: CallbackQuery, visitor: Visitor) -> None:
        """Do what a consult's button says, for whoever may tap it."""
        if query.message is None:
            await self.answer(query, visitor.wording("tap.no_message"))
            return
        said, seal = split_seal(query.data or "")
        if query.message.chat.type != ChatType.PRIVATE and not self._is_starter(query, seal):
            await self.answer(query, visitor.wording("tap.not_yours"))
            return
        reader = Reader(visitor.wording, seal)
        place = Place(query.message.chat.id, query.message.message_id)
        try:
            consult, action = read_button(said)
        except CaseCodeError:
            await self.answer(query, visitor.wording("tap.unreadable"))
        except OtherVersionError as error:
            await self.answer(query, visitor.wording("tap.other_version"))
            await self._desk.take(place, Turn, (error.consult, NEXT), reader)
        else:
            await self._move_on(query, place, consult, action, reader)

    async def answer(self, query: CallbackQuery, text: str | None = None) -> None:
        """Stop the button's spinner, with a notice where there is something to say."""
        # Too old a query, or a Telegram that does not answer: the spinner stops by itself.
        with suppress(BadRequest, NetworkError, RetryAfter):
            await self._bot.answer_callback_query(
                query.id, text, show_alert=text is not None or None
            )

    def _is_starter(self, query: CallbackQuery, seal: str) -> bool:
        chat = query.message.chat if query.message else None
        return chat is not None and self._starters.starter(chat.id, seal) == query.from_user.id

    async def _move_on(
        self, query: CallbackQuery, place: Place, consult: Consult, action: Action, reader: Reader
    ) -> None:
        """Stop the spinner and show the next screen, both at the same time."""
        if isinstance(action, Restart):
            moving = self._desk.open(place.chat_id, Turn(Consult()), reader)
        else:
            moving = self._desk.take(place, _step(action), (consult, NEXT), reader)
        await asyncio.gather(self.answer(query), moving)


def _step(action: Action) -> Step:
    def step(consult: Consult, view: View) -> Turn:
        del view  # a button says all that matters of the screen it stood on
        return tapped(consult, action)

    return step
