"""A tap on a button."""

import asyncio
from collections.abc import Coroutine

from bot.telegram.desk import Desk, Reader, Step
from bot.telegram.place import Place
from bot.telegram.spinner import Spinner
from bot.telegram.starter import Starters, split_seal
from bot.telegram.taken import Origin
from bot.telegram.tap import Tap
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

    def __init__(self, desk: Desk, starters: Starters) -> None:
        self._desk = desk
        self._starters = starters

    async def take(self, tap: Tap, visitor: Visitor, spinner: Spinner, origin: Origin) -> None:
        """Do what a consult's button says, for whoever may tap it. Raises `NotDone`."""
        if tap.place is None:
            await spinner.stop(tap.query_id, visitor.wording("tap.no_message"))
            return
        said, seal = split_seal(tap.data)
        if tap.is_private and seal:  # no button of ours has one there
            await spinner.stop(tap.query_id, visitor.wording("tap.unreadable"))
            return
        if not tap.is_private and not await self._may_tap(tap.sender.id, tap.place, seal):
            await spinner.stop(tap.query_id, visitor.wording("tap.not_yours"))
            return
        reader = Reader(visitor.wording, seal)
        try:
            consult, action = read_button(said)
        except CaseCodeError:
            await spinner.stop(tap.query_id, visitor.wording("tap.unreadable"))
        except OtherVersionError as error:
            showing = self._desk.take(tap.place, Turn, (error.consult, NEXT), reader)
            await _together(spinner, tap.query_id, visitor.wording("tap.other_version"), showing)
        else:
            moving = self._moving(tap.place, consult, action, reader, origin)
            await _together(spinner, tap.query_id, None, moving)

    async def _may_tap(self, user_id: int, place: Place, seal: str) -> bool:
        """Return whether somebody started the consult that stands in a message of a group.

        A client of their own making can send a button of their consult for another's message.
        """
        started = self._starters.starter(place.chat_id, seal) == user_id
        return started and not await self._desk.belongs_to_another(place, seal)

    def _moving(
        self, place: Place, consult: Consult, action: Action, reader: Reader, origin: Origin
    ) -> Coroutine[None, None, None]:
        if isinstance(action, Restart):
            return self._desk.open_once(place.chat_id, Turn(Consult()), reader, origin)
        return self._desk.take(place, _step(action), (consult, NEXT), reader, origin)


async def _together(
    spinner: Spinner, query_id: str, text: str | None, moving: Coroutine[None, None, None]
) -> None:
    """Stop the spinner and show the screen at the same time; the screen's end is what counts."""
    if spinner.keeps_back(query_id, text):
        await moving
        return
    stopping = asyncio.create_task(spinner.stop(query_id, text))
    try:
        await moving
    finally:
        await stopping


def _step(action: Action) -> Step:
    def step(consult: Consult, view: View) -> Turn:
        del view  # a button says all that matters of the screen it stood on
        return tapped(consult, action)

    return step
