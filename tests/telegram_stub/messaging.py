"""The methods that send, edit and delete messages."""

from typing import Any

from tests.telegram_stub.access import chat_to_write, known_chat, known_message, message_to_edit
from tests.telegram_stub.chats import Chat, Message
from tests.telegram_stub.formatted_text import FormattedText
from tests.telegram_stub.keyboards import Keyboard, OtherMarkup, inline_only, read_markup
from tests.telegram_stub.parameters import Handler, Parameters
from tests.telegram_stub.refusals import JsonObject, bad_request
from tests.telegram_stub.texts import read_caption, read_message_text
from tests.telegram_stub.waiting import Changes
from tests.telegram_stub.world import World

_DELETABLE_FOR = 48 * 60 * 60
_NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup "
    "are exactly the same as a current content and reply markup of the message"
)
_ACTIONS = frozenset(
    {
        "typing",
        "upload_photo",
        "record_video",
        "upload_video",
        "record_voice",
        "upload_voice",
        "upload_document",
        "choose_sticker",
        "find_location",
        "record_video_note",
        "upload_video_note",
    }
)


class Messaging:
    def __init__(self, world: World, changes: Changes) -> None:
        self._world = world
        self._changes = changes

    def methods(self) -> dict[str, Handler]:
        return {
            "deleteMessage": self.delete_message,
            "editMessageReplyMarkup": self.edit_message_reply_markup,
            "editMessageText": self.edit_message_text,
            "sendChatAction": self.send_chat_action,
            "sendDocument": self.send_document,
            "sendMessage": self.send_message,
        }

    async def send_message(self, parameters: Parameters) -> JsonObject:
        content = self._text(parameters, too_long="Message is too long")
        return self._send(parameters, content, {})

    async def send_document(self, parameters: Parameters) -> JsonObject:
        content = read_caption(
            parameters.text("caption"),
            parameters.text("parse_mode"),
            parameters.json("caption_entities", "can't parse caption_entities"),
            lenient=self._world.lenient,
        )
        field = parameters.text("document").removeprefix("attach://") or "document"
        upload = parameters.files.get(field)
        if upload is None:
            raise bad_request("There is no document in the request")
        if not upload.content:
            raise bad_request("file must be non-empty")
        document = {
            "file_name": upload.name,
            "mime_type": upload.content_type,
            "file_id": f"BQACAgQ{self._world.serial()}",
            "file_unique_id": f"AgAD{self._world.serial()}",
            "file_size": len(upload.content),
        }
        return self._send(parameters, content, {"document": document})

    async def edit_message_text(self, parameters: Parameters) -> Any:  # noqa: ANN401 - or True
        content = self._text(parameters, too_long="MESSAGE_TOO_LONG")
        keyboard = self._keyboard(parameters)
        message = message_to_edit(self._world, parameters)
        if message.attachment:
            raise bad_request("There is no text in the message to edit")
        return self._edit(message, content, keyboard)

    async def edit_message_reply_markup(self, parameters: Parameters) -> Any:  # noqa: ANN401 - the message, or True for an inline one
        keyboard = self._keyboard(parameters)
        message = message_to_edit(self._world, parameters)
        return self._edit(message, message.current.content, keyboard)

    async def delete_message(self, parameters: Parameters) -> bool:
        if not parameters.text("chat_id"):
            raise bad_request("Chat identifier is not specified")
        if not parameters.integer("message_id"):
            raise bad_request("Message identifier is not specified")
        chat = known_chat(self._world, parameters)
        message = known_message(chat, parameters.integer("message_id"), "message to delete")
        is_old = self._world.clock.date() - message.date > _DELETABLE_FOR
        is_others = not message.sender.is_bot and not chat.is_private
        if is_old or (is_others and chat.bot != "administrator"):
            raise bad_request("Message can't be deleted")
        message.deleted = True
        self._changes.tell()
        return True

    async def send_chat_action(self, parameters: Parameters) -> bool:
        if parameters.text("action") not in _ACTIONS:
            raise bad_request("Wrong parameter action in request")
        chat_to_write(self._world, parameters)
        return True

    def _send(
        self, parameters: Parameters, content: FormattedText, attachment: JsonObject
    ) -> JsonObject:
        markup = read_markup(parameters.text("reply_markup"), lenient=self._world.lenient)
        chat = chat_to_write(self._world, parameters)
        reply_to = self._replied(chat, parameters)
        keyboard = markup if isinstance(markup, Keyboard) else None
        message = self._world.post(chat, self._world.bot, content, keyboard, attachment)
        message.reply_to = reply_to
        message.is_fixed = isinstance(markup, OtherMarkup)
        self._changes.tell()
        return message.to_json()

    def _edit(
        self, message: Message, content: FormattedText, keyboard: Keyboard | None
    ) -> JsonObject | bool:
        if (content, keyboard) == (message.current.content, message.keyboard):
            raise bad_request(_NOT_MODIFIED)
        self._world.change(message, content, keyboard)
        self._changes.tell()
        return True if message.inline_message_id else message.to_json()

    def _text(self, parameters: Parameters, *, too_long: str) -> FormattedText:
        return read_message_text(
            parameters.text("text"),
            parameters.text("parse_mode"),
            parameters.json("entities", "can't parse entities"),
            lenient=self._world.lenient,
            too_long=too_long,
        )

    def _keyboard(self, parameters: Parameters) -> Keyboard | None:
        source = parameters.text("reply_markup")
        return inline_only(read_markup(source, lenient=self._world.lenient))

    def _replied(self, chat: Chat, parameters: Parameters) -> Message | None:
        wanted = parameters.json("reply_parameters", "Can't parse reply parameters JSON object")
        if wanted is None:
            return None
        if not isinstance(wanted, dict):
            raise bad_request("Object expected as reply parameters")
        message = chat.messages.get(int(wanted.get("message_id", 0)))
        if wanted.get("allow_sending_without_reply") and (message is None or message.deleted):
            return None
        return known_message(chat, int(wanted.get("message_id", 0)), "message to be replied")
