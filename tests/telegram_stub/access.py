"""Which chat and which message a call means, and whether the bot may touch them."""

from typing import Literal

from tests.telegram_stub.chats import Chat, Message
from tests.telegram_stub.parameters import Parameters
from tests.telegram_stub.refusals import bad_request, forbidden
from tests.telegram_stub.world import ELSEWHERE, World


def known_chat(world: World, parameters: Parameters) -> Chat:
    """Return the chat of the call; raises RefusedError if the bot has never met it."""
    if not parameters.text("chat_id"):
        raise bad_request("chat_id is empty")
    chat_id = parameters.integer("chat_id")
    chat = world.chats.get(chat_id)
    if chat is None or chat_id == ELSEWHERE:
        raise bad_request("chat not found")
    return chat


def chat_to_write(world: World, parameters: Parameters) -> Chat:
    """Return the chat of the call; raises RefusedError unless the bot may write there."""
    chat = known_chat(world, parameters)
    if chat.is_private:
        if chat.bot == "kicked":
            raise forbidden("bot was blocked by the user")
        if not chat.started:
            raise forbidden("bot can't initiate conversation with a user")
    if chat.bot == "kicked":
        raise forbidden(f"bot was kicked from the {chat.type} chat")
    if chat.bot == "left":
        raise forbidden(f"bot is not a member of the {chat.type} chat")
    return chat


def known_message(
    chat: Chat,
    message_id: int,
    purpose: Literal["message to edit", "message to delete", "message to be replied"],
) -> Message:
    """Return the message; raises RefusedError, in words that name the purpose."""
    message = chat.messages.get(message_id)
    if message is None or message.deleted:
        raise bad_request(f"{purpose} not found")
    return message


def message_to_edit(world: World, parameters: Parameters) -> Message:
    """Return a message in a chat or an inline one; raises RefusedError unless it is editable."""
    if not parameters.text("chat_id") and not parameters.integer("message_id"):
        inline_message_id = parameters.text("inline_message_id")
        if not inline_message_id:
            raise bad_request("Message identifier is not specified")
        message = world.inline_messages.get(inline_message_id)
        if message is None or message.deleted:
            raise bad_request("MESSAGE_ID_INVALID")
        return message
    chat = chat_to_write(world, parameters)
    message = known_message(chat, parameters.integer("message_id"), "message to edit")
    if not message.is_of_the_bot or message.is_fixed:
        raise bad_request("Message can't be edited")
    return message
