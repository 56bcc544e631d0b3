"""A person with a phone: writes, taps buttons, opens links, asks inline."""

import re
from dataclasses import dataclass

from tests.telegram_stub.chats import Chat, Message, Person
from tests.telegram_stub.formatted_text import FormattedText
from tests.telegram_stub.found_entities import with_found_entities
from tests.telegram_stub.inline_results import InlineResult
from tests.telegram_stub.keyboards import Button
from tests.telegram_stub.membership import Membership
from tests.telegram_stub.queries import CallbackQuery, InlineAnswer, Queries
from tests.telegram_stub.refusals import JsonObject
from tests.telegram_stub.texts import LONGEST_TEXT
from tests.telegram_stub.updates import UpdateQueue
from tests.telegram_stub.waiting import Changes
from tests.telegram_stub.world import ELSEWHERE, World

_START = re.compile(r"https://t\.me/(?P<bot>\w+)(?:\?start=(?P<payload>[A-Za-z0-9_-]{1,64}))?")


@dataclass(frozen=True)
class Scene:
    """What a person's phone is connected to."""

    world: World
    queue: UpdateQueue
    queries: Queries
    membership: Membership
    changes: Changes


class User:
    def __init__(self, scene: Scene, person: Person) -> None:
        self._scene = scene
        self.person = person

    @property
    def id(self) -> int:
        return self.person.id

    def private_chat(self) -> Chat:
        """Return the chat with the bot; the bot may write there once the person has."""
        chat = self._scene.world.chat(self.id)
        chat.members[self.id] = self.person
        return chat

    async def sends(
        self, text: str, chat: Chat | None = None, *, reply_to: Message | None = None
    ) -> Message:
        """Write a message, by default to the bot; commands in it are marked as such."""
        content = with_found_entities(FormattedText(text).trimmed())
        if not 1 <= content.length <= LONGEST_TEXT:
            raise ValueError(f"a phone sends 1 to {LONGEST_TEXT} characters, not {content.length}")
        return self._post(chat, content, {}, reply_to)

    async def sends_photo(
        self, chat: Chat | None = None, *, caption: str = "", reply_to: Message | None = None
    ) -> Message:
        photo = self._file() | {"width": 1280, "height": 960}
        return self._post(chat, FormattedText(caption), {"photo": [photo]}, reply_to)

    async def sends_document(
        self, chat: Chat | None = None, *, name: str = "report.pdf", caption: str = ""
    ) -> Message:
        document = self._file() | {"file_name": name, "mime_type": "application/octet-stream"}
        return self._post(chat, FormattedText(caption), {"document": document})

    async def sends_voice(self, chat: Chat | None = None) -> Message:
        voice = self._file() | {"duration": 4, "mime_type": "audio/ogg"}
        return self._post(chat, FormattedText(""), {"voice": voice})

    async def sends_location(self, chat: Chat | None = None) -> Message:
        place = {"latitude": 35.6895, "longitude": 139.6917}
        return self._post(chat, FormattedText(""), {"location": place})

    async def sends_attachment(self, attachment: JsonObject, chat: Chat | None = None) -> Message:
        """Send anything else that a Message can hold, such as `{"contact": {…}}`."""
        return self._post(chat, FormattedText(""), attachment)

    async def edits(self, message: Message, text: str) -> None:
        """Change a message of one's own."""
        content = with_found_entities(FormattedText(text).trimmed())
        self._scene.world.change(message, content, None)
        if self._bot_hears(message):
            self._scene.queue.add("edited_message", message.to_json())

    async def opens(self, link: str) -> Message:
        """Follow a link to the bot and press Start, which sends its payload."""
        bot = self._scene.world.bot.username
        match = _START.fullmatch(link)
        if match is None or match["bot"].lower() != bot.lower():
            raise ValueError(f"not a link that starts @{bot}: {link}")
        return await self.sends(f"/start {match['payload'] or ''}")

    async def taps(self, label: str | Button, message: Message | None = None) -> CallbackQuery:
        """Tap a button of a message, or of the bot's newest message that has it.

        A Button taken from an earlier screen can still be tapped, and so can one of a message that
        is named and deleted: a slow phone may still show it.
        Raises LookupError with the labels on screen when there is none.
        """
        candidates = self._seen_messages() if message is None else [message]
        for candidate in candidates:
            button = _button_of(candidate, label)
            if button is not None:
                return self._tap(candidate, button)
        on_screen = [one.keyboard.labels for one in candidates if one.keyboard is not None]
        raise LookupError(f"no button {label!r}, on screen are {on_screen or 'no buttons'}")

    async def forges(self, tapped: Button, message: Message) -> CallbackQuery:
        """Send a button's data for a message without it, as no app of Telegram's own does."""
        return self._tap(message, tapped)

    async def asks_inline(
        self, query: str, chat: Chat | None = None, *, within: float | None = None
    ) -> InlineAnswer:
        """Write "@bot query" in some chat and return what the bot offers; raises TimeoutError."""
        chat_type = "sender" if chat is None else chat.type
        asked = self._scene.queries.ask_inline(self.person, query, chat_type)
        self._scene.queue.add("inline_query", asked.to_json())
        return await self._scene.changes.until(
            lambda: asked.answer, lambda: f"an answer to the inline query {query!r}", within
        )

    async def chooses(self, result: InlineResult, chat: Chat | None = None) -> Message:
        """Post an inline result, unless a chat is named in one where the bot is not."""
        world = self._scene.world
        place = world.chat(ELSEWHERE) if chat is None else chat
        place.members.setdefault(self.id, self.person)
        message = world.post_via_bot(place, self.person, result.content, result.keyboard)
        if chat is not None and chat.bot in {"member", "administrator"}:
            self._scene.queue.add("message", message.to_json())
        self._scene.changes.tell()
        return message

    async def blocks_the_bot(self) -> None:
        self._scene.membership.move(self.private_chat(), self.person, "kicked")

    async def unblocks_the_bot(self) -> None:
        self._scene.membership.move(self.private_chat(), self.person, "member")

    async def adds_the_bot(self, chat: Chat) -> None:
        self._scene.membership.move(chat, self.person, "member")

    async def removes_the_bot(self, chat: Chat) -> None:
        self._scene.membership.move(chat, self.person, "kicked")

    def _post(
        self,
        chat: Chat | None,
        content: FormattedText,
        attachment: JsonObject,
        reply_to: Message | None = None,
    ) -> Message:
        place = self.private_chat() if chat is None else chat
        if place.is_private and place.bot == "kicked":
            raise RuntimeError(f"{self.person.first_name} has blocked the bot and cannot write")
        place.started = True
        message = self._scene.world.post(place, self.person, content, None, attachment)
        message.reply_to = reply_to
        if self._bot_hears(message):
            self._scene.queue.add("message", message.to_json())
        return message

    def _bot_hears(self, message: Message) -> bool:
        """Privacy mode: in a group a bot gets what is meant for it, unless it is administrator."""
        chat = message.chat
        if chat.is_private or chat.bot == "administrator":
            return True
        if chat.bot != "member":
            return False
        first = next(iter(message.current.content.entities), None)
        is_command = first is not None and (first.type, first.offset) == ("bot_command", 0)
        addressee = message.text.split(maxsplit=1)[0].partition("@")[2] if is_command else ""
        is_ours = addressee.lower() in {"", self._scene.world.bot.username.lower()}
        is_reply = message.reply_to is not None and message.reply_to.is_of_the_bot
        return not chat.privacy_mode or is_reply or (is_command and is_ours)

    def _tap(self, message: Message, button: Button) -> CallbackQuery:
        if button.callback_data is None:
            raise LookupError(f"the button {button.text!r} does not call the bot: {button.action}")
        query = self._scene.queries.tap(self.person, message, button.callback_data)
        self._scene.queue.add("callback_query", query.to_json())
        return query

    def _seen_messages(self) -> list[Message]:
        return [
            one
            for one in reversed(self._scene.world.messages)
            if one.is_of_the_bot and not one.deleted and self.id in one.chat.members
        ]

    def _file(self) -> JsonObject:
        serial = self._scene.world.serial()
        return {"file_id": f"BQAC{serial}", "file_unique_id": f"Ag{serial}", "file_size": 4096}


def _button_of(message: Message, label: str | Button) -> Button | None:
    if isinstance(label, str):
        return None if message.keyboard is None else message.keyboard.named(label)
    keyboards = [one.keyboard for one in message.versions if one.keyboard is not None]
    shown = [button for keyboard in keyboards for row in keyboard.rows for button in row]
    return label if label in shown else None
