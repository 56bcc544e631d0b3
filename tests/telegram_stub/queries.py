"""Taps and inline queries: what a person asked and what the bot answered."""

from dataclasses import dataclass, field

from tests.telegram_stub.chats import Message, Person
from tests.telegram_stub.formatted_text import utf16_length
from tests.telegram_stub.inline_results import InlineResult, read_results, read_results_button
from tests.telegram_stub.parameters import Handler, Parameters
from tests.telegram_stub.refusals import JsonObject, bad_request
from tests.telegram_stub.waiting import Changes
from tests.telegram_stub.world import World

_LONGEST_NOTICE = 200
_TOO_OLD = "query is too old and response timeout expired or query ID is invalid"


@dataclass(frozen=True)
class Notice:
    """What a tap brought up: a passing line, or an alert to be closed; an empty text is nothing."""

    text: str
    is_alert: bool


@dataclass(eq=False)
class CallbackQuery:
    """One tap on a button; `answers` has every answer of the bot, the user sees the first."""

    id: str
    person: Person
    message: Message
    data: str
    at: float
    changes: Changes = field(repr=False)
    answers: list[Notice] = field(default_factory=list)

    async def answer(self, within: float | None = None) -> Notice:
        """Return the bot's answer once it is there; raises TimeoutError."""
        return await self.changes.until(
            lambda: self.answers[0] if self.answers else None,
            lambda: f"an answer to the tap with {self.data!r}",
            within,
        )

    def to_json(self) -> JsonObject:
        body: JsonObject = {
            "id": self.id,
            "from": self.person.to_json(),
            "chat_instance": self.message.chat.instance,
            "data": self.data,
        }
        if self.message.inline_message_id is not None:
            body["inline_message_id"] = self.message.inline_message_id
        else:
            body["message"] = self.message.to_json()
        return body


@dataclass(frozen=True)
class InlineAnswer:
    """What an inline query brought up; `button` leads from there to the chat with the bot."""

    query: str
    results: tuple[InlineResult, ...]
    button: JsonObject | None


@dataclass(eq=False)
class InlineQuery:
    id: str
    person: Person
    query: str
    chat_type: str
    at: float
    answer: InlineAnswer | None = None

    def to_json(self) -> JsonObject:
        return {
            "id": self.id,
            "from": self.person.to_json(),
            "query": self.query,
            "offset": "",
            "chat_type": self.chat_type,
        }


class Queries:
    """Everything asked so far.

    After `lifetime` seconds a query can no longer be answered. Telegram does not say how long it
    waits; a minute is an assumption.
    """

    def __init__(self, world: World, changes: Changes) -> None:
        self.lifetime = 60.0
        self._world = world
        self._changes = changes
        self._taps: dict[str, CallbackQuery] = {}
        self._inline: dict[str, InlineQuery] = {}

    def tap(self, person: Person, message: Message, data: str) -> CallbackQuery:
        now = self._world.clock.now()
        query = CallbackQuery(self._world.serial(), person, message, data, now, self._changes)
        self._taps[query.id] = query
        return query

    def ask_inline(self, person: Person, query: str, chat_type: str) -> InlineQuery:
        now = self._world.clock.now()
        asked = InlineQuery(self._world.serial(), person, query, chat_type, now)
        self._inline[asked.id] = asked
        return asked

    def expire(self) -> None:
        """Make every query so far too old to be answered."""
        self._taps.clear()
        self._inline.clear()

    def methods(self) -> dict[str, Handler]:
        return {
            "answerCallbackQuery": self.answer_callback_query,
            "answerInlineQuery": self.answer_inline_query,
        }

    async def answer_callback_query(self, parameters: Parameters) -> bool:
        query = self._taps.get(parameters.text("callback_query_id"))
        if query is None or self._is_too_old(query.at):
            raise bad_request(_TOO_OLD)
        text = parameters.text("text")
        if utf16_length(text) > _LONGEST_NOTICE:
            raise bad_request("MESSAGE_TOO_LONG")
        url = parameters.text("url")
        if url and not url.startswith(f"https://t.me/{self._world.bot.username}?"):
            raise bad_request("URL_INVALID")
        query.answers.append(Notice(text, parameters.flag("show_alert")))
        self._changes.tell()
        return True

    async def answer_inline_query(self, parameters: Parameters) -> bool:
        button = read_results_button(
            parameters.json("button", "Can't parse inline query results button JSON object")
        )
        results = read_results(
            parameters.json("results", "Can't parse JSON encoded inline query results"),
            lenient=self._world.lenient,
        )
        query = self._inline.get(parameters.text("inline_query_id"))
        if query is None or self._is_too_old(query.at):
            raise bad_request(_TOO_OLD)
        query.answer = InlineAnswer(query.query, results, button)
        self._changes.tell()
        return True

    def _is_too_old(self, at: float) -> bool:
        return self._world.clock.now() > at + self.lifetime
