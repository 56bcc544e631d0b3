"""The whole stub: a Telegram for one bot, on this machine, for one test."""

from collections.abc import Callable
from types import TracebackType
from typing import Self

from tests.telegram_stub.api import Api
from tests.telegram_stub.call_log import Call, CallLog
from tests.telegram_stub.chats import Chat, Message, Person
from tests.telegram_stub.clock import Clock
from tests.telegram_stub.faults import Fault, Faults
from tests.telegram_stub.membership import Membership
from tests.telegram_stub.messaging import Messaging
from tests.telegram_stub.polling import Polling
from tests.telegram_stub.profile import Profile
from tests.telegram_stub.queries import Queries
from tests.telegram_stub.refusals import JsonObject
from tests.telegram_stub.screens import Screen, Screens
from tests.telegram_stub.server import Server
from tests.telegram_stub.updates import UpdateQueue
from tests.telegram_stub.users import Scene, User
from tests.telegram_stub.waiting import Changes, Found
from tests.telegram_stub.webhook import Webhook
from tests.telegram_stub.world import World


class TelegramStub:
    """Opened with `async with`; then `base_url` is where the Bot API lives.

    No wait lasts longer than `patience` seconds unless it is told so. What else can be arranged:
    `faults.chat_limits`, `polling.haste_costs`, `webhook.route`, `queries.lifetime`, and
    `world.lenient`, which accepts what Telegram accepts in silence and shows wrongly.
    """

    def __init__(
        self,
        token: str = "123456789:TEST",  # noqa: S107 - it opens nothing but this stub
        *,
        port: int = 0,
        patience: float = 60.0,
    ) -> None:
        self.token = token
        self.base_url = ""
        self.clock = Clock()
        bot = Person(int(token.partition(":")[0]), "Stub", username="stub_bot", is_bot=True)
        self.world = World(bot, self.clock)
        self.faults = Faults(self.clock)
        self._changes = Changes(patience)
        self.calls = CallLog(self._changes)
        self.updates = UpdateQueue(self._changes)
        self.queries = Queries(self.world, self._changes)
        self.webhook = Webhook(self.updates, self._changes, self.clock)
        self.polling = Polling(self.updates, self._changes, self.clock, lambda: self.webhook.is_set)
        self._membership = Membership(self.world, self.updates)
        self._screens = Screens(self.world, self.updates, self.calls, self._changes)
        methods = (
            Messaging(self.world, self._changes).methods()
            | self.queries.methods()
            | Profile(self.world).methods()
            | self._membership.methods()
            | self.polling.methods()
            | self.webhook.methods()
        )
        api = Api(methods, self.calls, self.faults, self.clock)
        self.webhook.run_answer = api.run_in_webhook_answer
        self._port = port
        self._server = Server(api, self.calls, self.faults, token)

    async def __aenter__(self) -> Self:
        self.base_url = await self._server.open(self._port)
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.polling.close()
        await self.webhook.close()
        await self._server.close()

    @property
    def bot(self) -> Person:
        return self.world.bot

    def user(
        self,
        id: int,  # noqa: A002 - the field's own name in the Bot API
        first_name: str = "Anna",
        language_code: str = "en",
        *,
        last_name: str = "",
        username: str = "",
    ) -> User:
        """Return a person with a phone, new to the bot."""
        person = Person(id, first_name, last_name, username, language_code)
        scene = Scene(self.world, self.updates, self.queries, self._membership, self._changes)
        return User(scene, person)

    def group(
        self,
        id: int,  # noqa: A002 - the field's own name in the Bot API
        members: list[User],
        title: str = "Tumor board",
    ) -> Chat:
        """Return a group with the bot in it; an id below -10**12 makes it a supergroup."""
        chat = self.world.chat(id)
        chat.title = title
        chat.members |= {one.id: one.person for one in members}
        return chat

    async def screen(
        self, where: Chat | Message, *, shows: str | None = None, within: float | None = None
    ) -> Screen:
        """Return the bot's newest message in a chat, or a message, as it is seen.

        Waits until the bot is quiet: every update is done and no call is under way. A bot that
        confirms an update before it has answered needs `shows`, which waits for a text instead.
        """
        return await self._screens.screen(where, shows, within)

    async def quiet(self, *, within: float | None = None) -> None:
        """Wait until every update is done and no call is under way."""
        await self._screens.quiet(within)

    async def next_call(
        self, method: str, *, since: int | None = None, within: float | None = None
    ) -> Call:
        """Return the next finished call of a method, see `CallLog.next`."""
        return await self.calls.next(method, since=since, within=within)

    async def until(
        self,
        look: Callable[[], Found | None],
        awaited: Callable[[], str],
        *,
        within: float | None = None,
    ) -> Found:
        """Return what `look` finds as soon as it finds something here; raises TimeoutError."""
        return await self._changes.until(look, awaited, within)

    def deliver(self, update: JsonObject) -> int:
        """Send the bot any update, numbered if it has no `update_id`; returns its number."""
        return self.updates.add_raw(update)

    def redeliver(self, update_id: int | None = None) -> None:
        """Send an update (the latest unless told otherwise) once more under its old number."""
        self.updates.redeliver(update_id)

    @property
    def delay(self) -> float:
        """Seconds that pass between doing what a call asks and answering it."""
        return self.faults.delay

    @delay.setter
    def delay(self, seconds: float) -> None:
        self.faults.delay = seconds

    def hold_back(self, target: int | str, seconds: float) -> None:
        """Answer 429 for this chat (or inline message) until the seconds are over."""
        self.faults.hold_back(str(target), seconds)

    def fail_next(self, method: str, times: int = 1, fault: Fault = 500) -> None:
        """Let the next calls of a method ("*" for any) fail, see `faults.Fault`."""
        self.faults.fail_next(method, times, fault)

    def expire_queries(self) -> None:
        """Make every tap and inline query so far too old to be answered."""
        self.queries.expire()

    def block(self, chat_id: int) -> None:
        """Let the person block the bot, without the update that tells the bot."""
        self.world.chat(chat_id).bot = "kicked"

    def passes(self, seconds: float) -> None:
        """Let time pass for Telegram: limits end, queries and messages grow old."""
        self.clock.advance(seconds)
