"""Where a consult is moved on: its newest code kept, its screen shown."""

from collections.abc import Callable
from dataclasses import dataclass, replace

import structlog
from telegram.error import ChatMigrated

from bot.metrics import Metrics
from bot.storage.interface import RunningConsult, StorageUnavailable
from bot.storage.opening import Storage
from bot.telegram.delivery import Delivery, Outcome
from bot.telegram.errors import NotDone
from bot.telegram.meanwhile import Meanwhile
from bot.telegram.place import Place
from bot.telegram.starter import Starters, split_seal
from bot.telegram.taken import NOTHING, NOWHERE, Origin, Taken, read_taken
from bot.wording import wording
from conversations.consult.case_code import CaseCodeError
from conversations.consult.state import Consult
from conversations.conversation import Shown, show
from conversations.flow.actions import Open
from conversations.flow.advance import Turn
from conversations.flow.button import OtherVersionError, address, read_button
from conversations.flow.views import Page, View
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


class Desk:
    """Moves consults on. `today` returns the day as a report is to print it."""

    def __init__(
        self,
        storage: Storage,
        delivery: Delivery,
        starters: Starters,
        metrics: Metrics,
        today: Callable[[], str],
    ) -> None:
        self._storage = storage
        self._delivery = delivery
        self._starters = starters
        self._metrics = metrics
        self._today = today
        self._meanwhile = Meanwhile()

    def shown(self, turn: Turn, wording: Wording) -> Shown:
        """Return the screen of a turn, dated today."""
        return show(turn, wording, self._today())

    async def take(
        self, place: Place, step: Step, fallback: Spot, reader: Reader, origin: Origin = NOWHERE
    ) -> None:
        """Apply a step to the consult in a message, and show where it leads.

        The newest that is known of the message counts: its row, or what was shown while there was
        none to be had, or `fallback`, what its button says. `origin` is what the step came in:
        delivered again, it is not applied again, since its question is past.

        Raises `NotDone` where the screen could be neither shown nor kept.
        """
        shown, kept = await self._advance(place, step, fallback, reader, origin)
        if shown is not None:
            await self.put(place, shown, kept, reader)

    async def belongs_to_another(self, place: Place, seal: str) -> bool:
        """Return whether somebody else started the consult in a message, as far as is known."""
        try:
            row = await self._storage.consults.read(place.chat_id, place.message_id)
        except StorageUnavailable:
            return False
        newest = screen_named(row.screen) if row else None
        return newest is not None and newest.seal != seal

    async def put(
        self, place: Place, shown: Shown, kept: RunningConsult | None, reader: Reader
    ) -> None:
        """Show a screen in a message and note that it is shown; `kept` is its row, if it has one.

        A message that is gone is replaced by a new one. What Telegram holds back stays noted as
        not shown, for the sweeper. Raises `NotDone` where there is nothing to note it in.
        """
        outcome = await self._delivery.edit(place.chat_id, place.message_id, shown, reader.seal)
        match outcome:
            case Outcome.HELD:
                if kept is None:
                    seconds = self._delivery.held_for(place.chat_id)
                    raise NotDone("held back, and nothing could be kept", max(seconds, 1.0))
                return
            case Outcome.GONE | Outcome.MOVED:
                newest = screen_named(kept.screen) if kept else None
                taken = newest.taken if newest else NOTHING
                await self.open(place.chat_id, Turn(shown.consult, shown.view), reader, taken)
            case Outcome.SHOWN:
                self._count(shown)
        if kept is not None and not await self.note_shown(kept) and outcome is Outcome.SHOWN:
            await self._show_newer(place, kept)

    def newest(self, place: Place, row: RunningConsult, spot: Spot) -> Spot:
        """Return where a consult is: where its row says, or beyond it."""
        return self._meanwhile.newest(place, row, [spot])

    def forget(self, chat_id: int) -> None:
        """Keep nothing of a chat's consults in memory."""
        self._meanwhile.drop_chat(chat_id)

    async def open_once(self, chat_id: int, turn: Turn, reader: Reader, asked_in: Origin) -> None:
        """Open what was asked for, unless that was done before. Raises `NotDone`.

        What one person does comes in its order. So where their running consult in the chat knows
        of this message or tap, or of a later one, Telegram has only sent it again.
        """
        try:
            row = await self._storage.consults.latest(chat_id)
        except StorageUnavailable:
            row = None
        newest = screen_named(row.screen) if row else None
        if newest is None or newest.seal != reader.seal or not newest.taken.covers(asked_in):
            await self.open(chat_id, turn, reader, NOTHING.moved_on_by(asked_in))

    async def open(self, chat_id: int, turn: Turn, reader: Reader, taken: Taken = NOTHING) -> None:
        """Show a consult in a new message, and keep that it runs there. Raises `NotDone`."""
        shown = self.shown(turn, reader.wording)
        home, reader = self._at_home(chat_id, reader)
        try:
            message_id = await self._delivery.send(home, shown, reader.seal)
        except ChatMigrated as error:
            self._delivery.note_move(home, error)
            home, reader = self._at_home(home, reader)
            message_id = await self._delivery.send(home, shown, reader.seal)
        if message_id is None:
            return
        self._count(shown)
        try:
            kept = await self._storage.consults.advance(
                home, message_id, screen=_named(shown, reader, taken), revision=0
            )
            if kept.won and kept.stands is not None:
                await self.note_shown(kept.stands)
        except StorageUnavailable as error:
            log.warning("a consult runs without records", reason=str(error))

    def _at_home(self, chat_id: int, reader: Reader) -> tuple[int, Reader]:
        """Return the id that the chat has now, and the reader with a seal that holds there."""
        home = self._delivery.home_of(chat_id)
        starter = self._starters.starter(chat_id, reader.seal) if home != chat_id else None
        if starter is None:
            return home, reader
        return home, replace(reader, seal=self._starters.seal(home, starter))

    def _count(self, shown: Shown) -> None:
        if shown.view.page is Page.REPORT:
            self._metrics.count_verdicts(shown.consult.case)

    async def _advance(
        self, place: Place, step: Step, fallback: Spot, reader: Reader, origin: Origin
    ) -> tuple[Shown | None, RunningConsult | None]:
        """Work out the next screen and write its code, again if another replica was faster.

        A step that leads nowhere else, such as one that comes again, is not written: it would make
        this the chat's running consult. There is no screen where it has been shown already.
        """
        row, known = None, [fallback]
        try:
            row = await self._storage.consults.read(place.chat_id, place.message_id)
            for _ in range(_MOST_CONFLICTS):
                newest = screen_named(row.screen) if row else None
                taken = newest.taken if newest else NOTHING
                if newest and taken.covers(origin):
                    again = self.shown(Turn(*newest.spot), reader.wording)
                    return (None if row and row.shown else again), row
                known = [newest.spot, fallback] if newest else [fallback]
                spot = self._meanwhile.newest(place, row, known)
                shown = self.shown(step(*spot), reader.wording)
                if row and row.shown and newest and _leads_nowhere(origin, newest, shown, reader):
                    if await self.note_shown(row):
                        return shown, row
                    # Another replica has moved it on, and what was remembered of it is old.
                    row = await self._storage.consults.read(place.chat_id, place.message_id)
                    continue
                name = _named(shown, reader, taken.moved_on_by(origin))
                outcome = await self._storage.consults.advance(
                    place.chat_id,
                    place.message_id,
                    screen=name,
                    revision=row.revision if row else 0,
                )
                if outcome.won:
                    self._meanwhile.drop(place)
                    return shown, outcome.stands
                row = outcome.stands
        except StorageUnavailable as error:
            log.warning("a tap is taken without records", reason=str(error))
        spot = self._meanwhile.newest(place, row, known)
        shown = self.shown(step(*spot), reader.wording)
        self._meanwhile.keep(place, (shown.consult, shown.view))
        return shown, None

    async def _show_newer(self, place: Place, overtaken: RunningConsult) -> None:
        """Show what another replica has written meanwhile: its own edit may have come earlier."""
        try:
            row = await self._storage.consults.read(place.chat_id, place.message_id)
        except StorageUnavailable:
            return
        newest = screen_named(row.screen) if row else None
        if row is not None and newest is not None and row.revision > overtaken.revision:
            words = wording(newest.language)
            shown = self.shown(Turn(*newest.spot), words)
            await self.put(place, shown, row, Reader(words, newest.seal))

    async def note_shown(self, kept: RunningConsult) -> bool:
        """Note that nothing is left to show of a row; false if it has moved on meanwhile."""
        try:
            return await self._storage.consults.mark_shown(
                kept.chat_id, kept.message_id, revision=kept.revision
            )
        except StorageUnavailable as error:
            # It will be shown once more, which changes nothing.
            log.warning("a shown screen was not noted", reason=str(error))
            return True


@dataclass(frozen=True)
class NamedScreen:
    """What the records keep of a screen: where in which consult it is, and whom it is for.

    `taken` says what it came from, and what was dealt with before.
    """

    spot: Spot
    language: Language
    seal: str
    taken: Taken


def screen_named(name: str) -> NamedScreen | None:
    """Return the screen that a row names, `None` for one of another version."""
    sealed, _, rest = name.partition(_AT)
    language, _, taken = rest.partition(_AT)
    where, seal = split_seal(sealed)
    try:
        consult, action = read_button(where)
    except (CaseCodeError, OtherVersionError):
        return None
    if not isinstance(action, Open) or language not in set(Language):
        return None
    spot = consult, action.view
    return NamedScreen(spot, Language(language), seal, read_taken(taken, _AT))


def _named(shown: Shown, reader: Reader, taken: Taken) -> str:
    """Name a screen in at most 89 characters: 64 as on a button, 3 and 22 behind them."""
    name = address(shown.consult, shown.view) + reader.seal + _AT + reader.wording.language
    return name + taken.written(_AT)


def _leads_nowhere(origin: Origin, newest: NamedScreen, shown: Shown, reader: Reader) -> bool:
    """Return whether a tap has led to the very screen that is kept already."""
    there = (newest.spot, newest.language, newest.seal)
    return not origin.typed_in and there == (
        (shown.consult, shown.view),
        reader.wording.language,
        reader.seal,
    )
