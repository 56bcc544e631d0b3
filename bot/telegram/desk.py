"""Where a consult is moved on: its newest code kept, its screen shown."""

from collections.abc import Callable
from dataclasses import dataclass

import structlog
from telegram.error import NetworkError, RetryAfter

from bot.storage.interface import RunningConsult, StorageUnavailable
from bot.storage.opening import Storage
from bot.telegram.delivery import Delivery, Outcome
from bot.telegram.starter import split_seal
from conversations.consult.case_code import CaseCodeError
from conversations.consult.state import Consult
from conversations.conversation import Shown, show
from conversations.flow.actions import Open
from conversations.flow.advance import Turn
from conversations.flow.button import OtherVersionError, address, read_button
from conversations.flow.views import View
from conversations.wording import Language, Wording

log = structlog.get_logger(__name__)

Step = Callable[[Consult, View], Turn]
"""What a person did, as a step from whatever consult and view turn out to be the newest."""

Spot = tuple[Consult, View]
"""Where in a consult somebody is."""


@dataclass(frozen=True)
class Reader:
    """Whom a screen is for: their wording, and in a group the seal that lets only them answer."""

    wording: Wording
    seal: str = ""


_AT = "@"
_MOST_CONFLICTS = 20


@dataclass(frozen=True)
class Place:
    """A message of the bot's."""

    chat_id: int
    message_id: int


class Desk:
    """Moves consults on. `today` returns the day as a report is to print it."""

    def __init__(self, storage: Storage, delivery: Delivery, today: Callable[[], str]) -> None:
        self._storage = storage
        self._delivery = delivery
        self._today = today

    def shown(self, turn: Turn, wording: Wording) -> Shown:
        """Return the screen of a turn, dated today."""
        return show(turn, wording, self._today())

    async def take(self, place: Place, step: Step, fallback: Spot, reader: Reader) -> None:
        """Apply a step to the consult in a message, and show where it leads.

        The newest screen that is kept of the message counts; `fallback`, what its button says,
        where nothing is kept or the records cannot be reached.
        """
        shown, kept = await self._advance(place, step, fallback, reader)
        outcome = await self.put(place, shown, kept, reader.seal)
        if outcome is Outcome.GONE:
            await self.open(place.chat_id, Turn(shown.consult, shown.view), reader)

    async def put(
        self, place: Place, shown: Shown, kept: RunningConsult | None, seal: str = ""
    ) -> Outcome:
        """Show a screen in a message and note that it is shown; `kept` is its row, if it has one.

        What Telegram holds back stays noted as not shown, for the sweeper.
        """
        outcome = await self._delivery.edit(place.chat_id, place.message_id, shown, seal)
        if outcome is Outcome.HELD:
            if kept is None:
                log.warning("a screen is lost: the chat is held back and nothing could be kept")
        elif kept is not None:
            await self.note_shown(kept)
        return outcome

    async def open(self, chat_id: int, turn: Turn, reader: Reader) -> None:
        """Show a consult in a new message, and keep that it runs there."""
        shown = self.shown(turn, reader.wording)
        try:
            message = await self._delivery.send(chat_id, shown, reader.seal)
        except (RetryAfter, NetworkError) as error:
            log.warning("a new message was not sent", error=type(error).__name__)
            return
        if message is None:
            return
        try:
            kept = await self._storage.consults.advance(
                chat_id, message.message_id, screen=_named(shown, reader), revision=0
            )
            if kept.won and kept.stands is not None:
                await self.note_shown(kept.stands)
        except StorageUnavailable as error:
            log.warning("a consult runs without records", reason=str(error))

    async def _advance(
        self, place: Place, step: Step, fallback: Spot, reader: Reader
    ) -> tuple[Shown, RunningConsult | None]:
        """Work out the next screen and write its code, again if another replica was faster."""
        try:
            row = await self._storage.consults.read(place.chat_id, place.message_id)
            for _ in range(_MOST_CONFLICTS):
                newest = screen_named(row.screen) if row else None
                shown = self.shown(step(*(newest.spot if newest else fallback)), reader.wording)
                outcome = await self._storage.consults.advance(
                    place.chat_id,
                    place.message_id,
                    screen=_named(shown, reader),
                    revision=row.revision if row else 0,
                )
                if outcome.won:
                    return shown, outcome.stands
                row = outcome.stands
        except StorageUnavailable as error:
            log.warning("a tap is taken without records", reason=str(error))
        return self.shown(step(*fallback), reader.wording), None

    async def note_shown(self, kept: RunningConsult) -> None:
        """Note that nothing is left to show of a row, unless it has moved on meanwhile."""
        try:
            await self._storage.consults.mark_shown(
                kept.chat_id, kept.message_id, revision=kept.revision
            )
        except StorageUnavailable as error:
            # It will be shown once more, which changes nothing.
            log.warning("a shown screen was not noted", reason=str(error))


@dataclass(frozen=True)
class NamedScreen:
    """What the records keep of a screen: where in which consult it is, and whom it is for."""

    spot: Spot
    language: Language
    seal: str


def screen_named(name: str) -> NamedScreen | None:
    """Return the screen that a row names, `None` for one of another version."""
    sealed, _, language = name.partition(_AT)
    where, seal = split_seal(sealed)
    try:
        consult, action = read_button(where)
    except (CaseCodeError, OtherVersionError):
        return None
    if not isinstance(action, Open) or language not in set(Language):
        return None
    return NamedScreen((consult, action.view), Language(language), seal)


def _named(shown: Shown, reader: Reader) -> str:
    return address(shown.consult, shown.view) + reader.seal + _AT + reader.wording.language
