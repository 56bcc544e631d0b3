"""Who is there and where they talk, in the shapes of the Bot API."""

from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from tests.telegram_stub.formatted_text import FormattedText
from tests.telegram_stub.keyboards import Keyboard
from tests.telegram_stub.refusals import JsonObject

# Ids below this belong to supergroups, other negative ones to basic groups.
_SUPERGROUPS_BELOW = -1_000_000_000_000

Standing: TypeAlias = Literal["member", "administrator", "left", "kicked"]


@dataclass(frozen=True)
class Person:
    id: int
    first_name: str
    last_name: str = ""
    username: str = ""
    language_code: str = ""
    is_bot: bool = False

    def to_json(self) -> JsonObject:
        body: JsonObject = {
            "id": self.id,
            "is_bot": self.is_bot,
            "first_name": self.first_name,
            "last_name": self.last_name,
            "username": self.username,
            "language_code": self.language_code,
        }
        return {name: value for name, value in body.items() if value != ""}


@dataclass(eq=False)
class Chat:
    """A private chat with the bot, a group, or (id 0) a place where the bot is not.

    `bot` is the bot's standing there; in a private chat "kicked" means that it is blocked.
    `privacy_mode` keeps a group's ordinary talk from the bot, as Telegram does by default.
    """

    id: int
    members: dict[int, Person] = field(default_factory=dict)
    title: str = ""
    bot: Standing = "member"
    started: bool = False
    privacy_mode: bool = True
    messages: dict[int, "Message"] = field(default_factory=dict)

    @property
    def type(self) -> str:
        if self.id >= 0:
            return "private"
        return "supergroup" if self.id < _SUPERGROUPS_BELOW else "group"

    @property
    def is_private(self) -> bool:
        return self.type == "private"

    @property
    def instance(self) -> str:
        """What Telegram calls chat_instance: one number for one chat."""
        return str(self.id * 6_364_136_223_846_793 % 2**63)

    def history(self) -> list["Message"]:
        """Return what is still there, oldest first."""
        return [one for one in self.messages.values() if not one.deleted]

    def to_json(self) -> JsonObject:
        if self.is_private:
            person = next(iter(self.members.values())).to_json()
            names = ("id", "first_name", "last_name", "username")
            shown = {name: person[name] for name in names if name in person}
            return {**shown, "type": "private"}
        return {"id": self.id, "title": self.title, "type": self.type}

    def __repr__(self) -> str:
        return f"<{self.type} chat {self.id}>"


@dataclass(frozen=True)
class Version:
    """What a message showed from `date` on."""

    content: FormattedText
    keyboard: Keyboard | None
    date: int


@dataclass(eq=False)
class Message:
    """A message with its whole history; `attachment` is the part that makes it no plain text.

    `is_fixed` marks one sent with a reply keyboard or a forced reply, which cannot be edited.
    """

    message_id: int
    chat: Chat
    sender: Person
    versions: list[Version]
    reply_to: "Message | None" = None
    via_bot: Person | None = None
    inline_message_id: str | None = None
    attachment: JsonObject = field(default_factory=dict)
    is_fixed: bool = False
    deleted: bool = False

    @property
    def current(self) -> Version:
        return self.versions[-1]

    @property
    def text(self) -> str:
        return self.current.content.text

    @property
    def keyboard(self) -> Keyboard | None:
        return self.current.keyboard

    @property
    def date(self) -> int:
        return self.versions[0].date

    @property
    def is_of_the_bot(self) -> bool:
        return self.sender.is_bot or self.via_bot is not None

    def to_json(self, *, with_reply: bool = True) -> JsonObject:
        """Return the Message, or for a deleted one the InaccessibleMessage that a tap brings."""
        if self.deleted:
            return {"message_id": self.message_id, "chat": self.chat.to_json(), "date": 0}
        body: JsonObject = {
            "message_id": self.message_id,
            "from": self.sender.to_json(),
            "chat": self.chat.to_json(),
            "date": self.date,
        }
        if len(self.versions) > 1:
            body["edit_date"] = self.current.date
        if with_reply and self.reply_to is not None and not self.reply_to.deleted:
            body["reply_to_message"] = self.reply_to.to_json(with_reply=False)
        if self.via_bot is not None:
            body["via_bot"] = self.via_bot.to_json()
        body |= self.attachment
        text, entities = (
            ("caption", "caption_entities") if self.attachment else ("text", "entities")
        )
        if self.text:
            body[text] = self.text
        if self.current.content.entities:
            body[entities] = [one.to_json() for one in self.current.content.entities]
        if self.keyboard is not None:
            body["reply_markup"] = self.keyboard.to_json()
        return body

    def __repr__(self) -> str:
        return f"<message {self.message_id} in {self.chat!r}: {self.text[:40]!r}>"
