"""What somebody sees on the phone."""

from dataclasses import dataclass

from tests.telegram_stub.call_log import CallLog
from tests.telegram_stub.chats import Chat, Message, Version
from tests.telegram_stub.html_writer import write_html
from tests.telegram_stub.keyboards import Button
from tests.telegram_stub.updates import UpdateQueue
from tests.telegram_stub.waiting import Changes
from tests.telegram_stub.world import World


@dataclass(frozen=True)
class Screen:
    """One state of one message: `text` as read, `html` as marked up, `buttons` row by row."""

    message: Message
    version: Version

    @property
    def message_id(self) -> int:
        return self.message.message_id

    @property
    def text(self) -> str:
        return self.version.content.text

    @property
    def html(self) -> str:
        return write_html(self.version.content)

    @property
    def buttons(self) -> list[list[str]]:
        return [] if self.version.keyboard is None else self.version.keyboard.labels

    def button(self, label: str) -> Button:
        """Return a button to look into or to tap later; raises LookupError."""
        keyboard = self.version.keyboard
        button = None if keyboard is None else keyboard.named(label)
        if button is None:
            raise LookupError(f"no button {label!r} on screen, there are {self.buttons}")
        return button

    def __str__(self) -> str:
        rows = ["  ".join(f"[{label}]" for label in row) for row in self.buttons]
        return "\n".join([self.text, *rows])


class Screens:
    """Shows a screen once the bot has done everything it was told."""

    def __init__(self, world: World, queue: UpdateQueue, calls: CallLog, changes: Changes) -> None:
        self._world = world
        self._queue = queue
        self._calls = calls
        self._changes = changes

    def now(self, where: Chat | Message) -> Screen | None:
        """Return a message's state, or that of the bot's newest message in a chat."""
        if isinstance(where, Message):
            return None if where.deleted else Screen(where, where.current)
        of_the_bot = [one for one in where.history() if one.is_of_the_bot]
        return Screen(of_the_bot[-1], of_the_bot[-1].current) if of_the_bot else None

    async def quiet(self, within: float | None = None) -> None:
        """Wait until every update is done and no call is under way; raises TimeoutError."""
        await self._changes.until(
            lambda: True if self._is_quiet() else None,
            lambda: f"the bot to be quiet; {self._unfinished()}",
            within,
        )

    async def screen(
        self, where: Chat | Message, shows: str | None = None, within: float | None = None
    ) -> Screen:
        """Return the screen once the bot is quiet, or, with `shows`, once it shows that text.

        Raises TimeoutError that tells what is on screen instead.
        """

        def found() -> Screen | None:
            screen = self.now(where)
            if shows is None:
                return screen if self._is_quiet() else None
            return screen if screen is not None and shows in str(screen) else None

        wanted = "a screen" if shows is None else f"a screen with {shows!r}"
        return await self._changes.until(
            found,
            lambda: f"{wanted} in {where!r}; {self._unfinished()}; on screen: {self.now(where)}",
            within,
        )

    def _is_quiet(self) -> bool:
        return not self._queue.pending and not self._calls.under_way

    def _unfinished(self) -> str:
        under_way = [one.method for one in self._calls.under_way]
        return f"{self._queue.described()}; calls under way: {under_way or 'none'}"
