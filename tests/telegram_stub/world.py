"""Everything Telegram knows: the bot, the people, the chats and their messages."""

from itertools import count

from tests.telegram_stub.chats import Chat, Message, Person, Version
from tests.telegram_stub.clock import Clock
from tests.telegram_stub.formatted_text import FormattedText
from tests.telegram_stub.keyboards import Keyboard
from tests.telegram_stub.refusals import JsonObject

ELSEWHERE = 0


class World:
    """`lenient` lets pass what Telegram accepts in silence and shows wrongly."""

    def __init__(self, bot: Person, clock: Clock) -> None:
        self.bot = bot
        self.clock = clock
        self.lenient = False
        self.chats: dict[int, Chat] = {}
        self.messages: list[Message] = []
        self.inline_messages: dict[str, Message] = {}
        self._message_ids = count(1)
        self._supergroup_ids: dict[int, count[int]] = {}
        self._serial = count(1)

    def chat(self, chat_id: int) -> Chat:
        """Return the chat, new if need be."""
        return self.chats.setdefault(chat_id, Chat(chat_id))

    def serial(self) -> str:
        """Return an id that was never given before, for queries, files and the like."""
        return str(4_000_000_000_000_000_000 + next(self._serial))

    def post(
        self,
        chat: Chat,
        sender: Person,
        content: FormattedText,
        keyboard: Keyboard | None = None,
        attachment: JsonObject | None = None,
    ) -> Message:
        """Put a new message into the chat."""
        version = Version(content, keyboard, self.clock.date())
        message = Message(self._next_id(chat), chat, sender, [version], attachment=attachment or {})
        chat.messages[message.message_id] = message
        self.messages.append(message)
        return message

    def change(self, message: Message, content: FormattedText, keyboard: Keyboard | None) -> None:
        message.versions.append(Version(content, keyboard, self.clock.date()))

    def post_via_bot(
        self, chat: Chat, sender: Person, content: FormattedText, keyboard: Keyboard | None
    ) -> Message:
        """Put an inline result into a chat; only one with buttons can be edited later."""
        message = self.post(chat, sender, content, keyboard)
        message.via_bot = self.bot
        if keyboard is not None:
            message.inline_message_id = f"AgAAA{self.serial()}"
            self.inline_messages[message.inline_message_id] = message
        return message

    def _next_id(self, chat: Chat) -> int:
        if chat.type != "supergroup":
            return next(self._message_ids)
        return next(self._supergroup_ids.setdefault(chat.id, count(1)))
