import pytest

from tests.telegram_stub import Chat, TelegramStub, User
from tests.telegram_stub_tests.bots import Body, Caller, buttons

_SAME = (
    "400 Bad Request: message is not modified: specified new message content and reply markup "
    "are exactly the same as a current content and reply markup of the message"
)


@pytest.fixture
async def sent(call: Caller, chat: Chat) -> Body:
    """Return a message of the bot, as the parameters that name it."""
    message = await call(
        "sendMessage", chat_id=chat.id, text="one", reply_markup=buttons(["A", "B"])
    )
    return {"chat_id": chat.id, "message_id": message["message_id"]}


async def test_an_edit_changes_text_and_keyboard_and_leaves_a_history(
    telegram: TelegramStub, call: Caller, sent: Body
) -> None:
    edited = await call("editMessageText", **sent, text="two", reply_markup=buttons(["C"]))
    assert (edited["text"], edited["reply_markup"]) == ("two", buttons(["C"]))
    assert edited["edit_date"] >= edited["date"]
    versions = telegram.world.messages[-1].versions
    assert [one.content.text for one in versions] == ["one", "two"]
    assert [one.keyboard and one.keyboard.labels for one in versions] == [[["A", "B"]], [["C"]]]


async def test_an_edit_without_a_keyboard_takes_it_away(call: Caller, sent: Body) -> None:
    assert "reply_markup" not in await call("editMessageText", **sent, text="one")


async def test_an_edit_must_change_something(call: Caller, sent: Body) -> None:
    same = {"text": "one", "reply_markup": buttons(["A", "B"])}
    assert await call.refusal("editMessageText", **sent, **same) == _SAME
    spaced = {**same, "text": " one\n"}
    assert await call.refusal("editMessageText", **sent, **spaced) == _SAME
    assert await call("editMessageText", **sent, **{**same, "text": "<b>one</b>"})
    bold = {**same, "text": "<b>one</b>", "parse_mode": "HTML"}
    assert await call("editMessageText", **sent, **bold)
    assert await call.refusal("editMessageText", **sent, **bold) == _SAME


async def test_a_keyboard_can_be_edited_alone(call: Caller, sent: Body) -> None:
    new = {**sent, "reply_markup": buttons(["C"])}
    edited = await call("editMessageReplyMarkup", **new)
    assert (edited["text"], edited["reply_markup"]) == ("one", buttons(["C"]))
    assert await call.refusal("editMessageReplyMarkup", **new) == _SAME
    assert "reply_markup" not in await call("editMessageReplyMarkup", **sent)


async def test_an_edit_has_the_limits_of_a_message(call: Caller, sent: Body) -> None:
    empty = await call.refusal("editMessageText", **sent, text="")
    assert empty == "400 Bad Request: message text is empty"
    long = await call.refusal("editMessageText", **sent, text="x" * 4097)
    assert long == "400 Bad Request: MESSAGE_TOO_LONG"
    reply_keyboard = {"keyboard": [[{"text": "A"}]]}
    other = await call.refusal("editMessageText", **sent, text="two", reply_markup=reply_keyboard)
    assert other == "400 Bad Request: inline keyboard expected"


@pytest.mark.parametrize("message_id", [99, -1, "x"])
async def test_a_message_to_edit_must_be_there(
    call: Caller, chat: Chat, message_id: int | str
) -> None:
    where = {"chat_id": chat.id, "message_id": message_id}
    refused = await call.refusal("editMessageText", **where, text="two")
    assert refused == "400 Bad Request: message to edit not found"


async def test_a_message_to_edit_must_be_named(call: Caller) -> None:
    unnamed = await call.refusal("editMessageText", text="two")
    assert unnamed == "400 Bad Request: message identifier is not specified"
    unknown = await call.refusal("editMessageText", inline_message_id="x", text="two")
    assert unknown == "400 Bad Request: MESSAGE_ID_INVALID"


async def test_a_deleted_message_cannot_be_edited(call: Caller, sent: Body) -> None:
    assert await call("deleteMessage", **sent)
    refused = await call.refusal("editMessageText", **sent, text="two")
    assert refused == "400 Bad Request: message to edit not found"


async def test_only_the_bots_own_messages_can_be_edited(
    call: Caller, chat: Chat, anna: User
) -> None:
    message = await anna.sends("hello")
    refused = await call.refusal(
        "editMessageText", chat_id=chat.id, message_id=message.message_id, text="two"
    )
    assert refused == "400 Bad Request: message can't be edited"


async def test_a_message_with_a_reply_keyboard_cannot_be_edited(call: Caller, chat: Chat) -> None:
    message = await call(
        "sendMessage", chat_id=chat.id, text="one", reply_markup={"force_reply": True}
    )
    refused = await call.refusal(
        "editMessageText", chat_id=chat.id, message_id=message["message_id"], text="two"
    )
    assert refused == "400 Bad Request: message can't be edited"


async def test_a_location_has_no_text_to_edit(call: Caller, chat: Chat, anna: User) -> None:
    location = await anna.sends_location()
    location.sender = call.telegram.bot
    refused = await call.refusal(
        "editMessageText", chat_id=chat.id, message_id=location.message_id, text="two"
    )
    assert refused == "400 Bad Request: there is no text in the message to edit"


async def test_in_private_the_bot_deletes_what_either_side_wrote(
    call: Caller, chat: Chat, sent: Body, anna: User
) -> None:
    message = await anna.sends("65%")
    assert await call("deleteMessage", chat_id=chat.id, message_id=message.message_id)
    assert await call("deleteMessage", **sent)
    assert [one.text for one in chat.history()] == ["/start"]
    again = await call.refusal("deleteMessage", **sent)
    assert again == "400 Bad Request: message to delete not found"


async def test_what_to_delete_must_be_named(call: Caller, chat: Chat) -> None:
    nowhere = await call.refusal("deleteMessage", message_id=1)
    assert nowhere == "400 Bad Request: chat identifier is not specified"
    nothing = await call.refusal("deleteMessage", chat_id=chat.id)
    assert nothing == "400 Bad Request: message identifier is not specified"


async def test_after_48_hours_nothing_can_be_deleted(
    telegram: TelegramStub, call: Caller, sent: Body
) -> None:
    telegram.passes(48 * 3600 + 10)
    refused = await call.refusal("deleteMessage", **sent)
    assert refused == "400 Bad Request: message can't be deleted"


async def test_in_a_group_only_an_administrator_deletes_what_others_wrote(
    telegram: TelegramStub, call: Caller, anna: User
) -> None:
    group = telegram.group(-100, [anna])
    message = await anna.sends("65%", group)
    where = {"chat_id": group.id, "message_id": message.message_id}
    refused = await call.refusal("deleteMessage", **where)
    assert refused == "400 Bad Request: message can't be deleted"
    group.bot = "administrator"
    assert await call("deleteMessage", **where)


@pytest.mark.parametrize(
    ("chat_id", "reason"),
    [
        ("", "400 Bad Request: chat_id is empty"),
        (99, "400 Bad Request: chat not found"),
        (0, "400 Bad Request: chat not found"),
        ("@nobody", "400 Bad Request: chat not found"),
        ("x", "400 Bad Request: chat not found"),
    ],
)
async def test_a_chat_must_be_known(call: Caller, chat_id: int | str, reason: str) -> None:
    assert await call.refusal("sendMessage", chat_id=chat_id, text="hello") == reason


async def test_a_bot_does_not_speak_first(call: Caller, anna: User) -> None:
    chat = anna.private_chat()
    refused = await call.refusal("sendMessage", chat_id=chat.id, text="hello")
    assert refused == "403 Forbidden: bot can't initiate conversation with a user"


async def test_a_bot_that_is_blocked_reaches_nobody(
    telegram: TelegramStub, call: Caller, chat: Chat, sent: Body
) -> None:
    telegram.block(chat.id)
    blocked = "403 Forbidden: bot was blocked by the user"
    assert await call.refusal("sendMessage", chat_id=chat.id, text="hello") == blocked
    assert await call.refusal("editMessageText", **sent, text="two") == blocked
    assert await call.refusal("sendChatAction", chat_id=chat.id, action="typing") == blocked


@pytest.mark.parametrize(
    ("group_id", "kind"), [(-100, "group"), (-1_000_000_000_001, "supergroup")]
)
async def test_a_bot_that_was_removed_cannot_write(
    telegram: TelegramStub, call: Caller, anna: User, group_id: int, kind: str
) -> None:
    group = telegram.group(group_id, [anna])
    await anna.removes_the_bot(group)
    kicked = await call.refusal("sendMessage", chat_id=group.id, text="hello")
    assert kicked == f"403 Forbidden: bot was kicked from the {kind} chat"
    group.bot = "left"
    left = await call.refusal("sendMessage", chat_id=group.id, text="hello")
    assert left == f"403 Forbidden: bot is not a member of the {kind} chat"


async def test_a_chat_action_must_be_known(call: Caller, chat: Chat) -> None:
    assert await call("sendChatAction", chat_id=chat.id, action="upload_document")
    refused = await call.refusal("sendChatAction", chat_id=chat.id, action="thinking")
    assert refused == "400 Bad Request: wrong parameter action in request"
