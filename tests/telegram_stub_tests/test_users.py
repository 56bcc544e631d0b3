import asyncio

import pytest

from tests.telegram_stub import Chat, TelegramStub, User
from tests.telegram_stub_tests.bots import Body, Caller, Counter, buttons, polling


async def _heard(call: Caller) -> list[Body]:
    updates: list[Body] = await call("getUpdates")
    if updates:
        await call("getUpdates", offset=updates[-1]["update_id"] + 1)
    return updates


async def test_a_message_has_the_shape_of_the_bot_api(call: Caller, anna: User) -> None:
    await anna.sends("/start abc")
    message = (await _heard(call))[0]["message"]
    assert message["from"] == {
        "id": 1,
        "is_bot": False,
        "first_name": "Anna",
        "language_code": "en",
    }
    assert message["chat"] == {"id": 1, "first_name": "Anna", "type": "private"}
    assert message["entities"] == [{"type": "bot_command", "offset": 0, "length": 6}]
    assert message["text"] == "/start abc"


async def test_a_reply_carries_what_it_replies_to(
    telegram: TelegramStub, call: Caller, chat: Chat, anna: User
) -> None:
    await call("sendMessage", chat_id=chat.id, text="?", reply_markup=buttons(["Yes"]))
    await anna.sends("65%", reply_to=telegram.world.messages[-1])
    replied = (await _heard(call))[0]["message"]["reply_to_message"]
    assert (replied["text"], replied["reply_markup"]) == ("?", buttons(["Yes"]))


@pytest.mark.parametrize("text", ["", " ", "x" * 4097])
async def test_a_phone_sends_1_to_4096_characters(anna: User, text: str) -> None:
    with pytest.raises(ValueError, match="a phone sends 1 to 4096 characters"):
        await anna.sends(text)


async def test_an_edit_comes_with_its_date(call: Caller, anna: User) -> None:
    message = await anna.sends("65%")
    await anna.edits(message, "70%")
    sent, edited = await _heard(call)
    assert sent["message"]["text"] == "65%"
    assert edited["edited_message"]["text"] == "70%"
    assert edited["edited_message"]["edit_date"] >= sent["message"]["date"]


async def test_photos_files_voices_and_places_come_as_such(call: Caller, anna: User) -> None:
    await anna.sends_photo(caption="CT")
    await anna.sends_document(name="ct.dcm")
    await anna.sends_voice()
    await anna.sends_location()
    photo, document, voice, place = (one["message"] for one in await _heard(call))
    assert photo["photo"][0]["width"] == 1280
    assert photo["caption"] == "CT"
    assert document["document"]["file_name"] == "ct.dcm"
    assert voice["voice"]["duration"] == 4
    assert place["location"]["latitude"] == pytest.approx(35.6895)
    assert all("text" not in one for one in (photo, document, voice, place))


async def test_a_tap_calls_the_bot_with_the_buttons_data(
    call: Caller, chat: Chat, anna: User
) -> None:
    for text in ("old", "new"):
        await call("sendMessage", chat_id=chat.id, text=text, reply_markup=buttons(["Yes"]))
    query = await anna.taps("Yes")
    update = (await _heard(call))[0]["callback_query"]
    assert (update["id"], update["data"], update["from"]["id"]) == (query.id, "Yes", 1)
    assert update["message"]["text"] == "new"
    assert update["chat_instance"] == chat.instance

    old = chat.history()[1]
    assert (await anna.taps("Yes", old)).message.text == "old"


async def test_a_missing_button_is_told_with_the_labels_on_screen(
    call: Caller, chat: Chat, anna: User
) -> None:
    with pytest.raises(LookupError, match="no button 'No', on screen are no buttons"):
        await anna.taps("No")
    await call("sendMessage", chat_id=chat.id, text="?", reply_markup=buttons(["Yes", "Maybe"]))
    with pytest.raises(LookupError, match=r"no button 'No', on screen are .*'Yes', 'Maybe'"):
        await anna.taps("No")


async def test_a_button_that_does_not_call_the_bot_is_looked_into_instead(
    telegram: TelegramStub, call: Caller, chat: Chat, anna: User
) -> None:
    rows = [
        {"text": "Copy", "copy_text": {"text": "JSH+"}},
        {"text": "Share", "url": "https://t.me/stub_bot?start=abc"},
        {"text": "Inline", "switch_inline_query": "abc"},
    ]
    markup = {"inline_keyboard": [rows]}
    await call("sendMessage", chat_id=chat.id, text="?", reply_markup=markup)
    screen = await telegram.screen(chat)
    with pytest.raises(LookupError, match="'Copy' does not call the bot: copy_text"):
        await anna.taps("Copy")
    assert screen.button("Copy").copy_text == "JSH+"
    assert screen.button("Inline").inline_query == "abc"
    assert screen.button("Inline").url is None
    assert screen.button("Share").inline_query is None
    opened = await anna.opens(screen.button("Share").url or "")
    assert opened.text == "/start abc"


@pytest.mark.parametrize(
    "link",
    [
        "https://t.me/other_bot?start=abc",
        "https://t.me/stub_bot?start=" + "x" * 65,
        "https://t.me/stub_bot?start=a+b",
        "https://example.org/",
    ],
)
async def test_a_link_must_lead_to_the_bot(anna: User, link: str) -> None:
    with pytest.raises(ValueError, match="not a link that starts @stub_bot"):
        await anna.opens(link)


async def test_a_slow_phone_can_tap_what_an_edit_has_replaced(
    telegram: TelegramStub, call: Caller, chat: Chat, anna: User
) -> None:
    sent = await call("sendMessage", chat_id=chat.id, text="?", reply_markup=buttons(["Yes"]))
    before = (await telegram.screen(chat)).button("Yes")
    await call(
        "editMessageText",
        chat_id=chat.id,
        message_id=sent["message_id"],
        text="!",
        reply_markup=buttons(["No"]),
    )
    with pytest.raises(LookupError):
        await anna.taps("Yes")
    query = await anna.taps(before)
    assert (query.data, query.message.text) == ("Yes", "!")


async def test_a_slow_phone_can_tap_what_was_deleted(
    telegram: TelegramStub, call: Caller, chat: Chat, anna: User
) -> None:
    sent = await call("sendMessage", chat_id=chat.id, text="?", reply_markup=buttons(["Yes"]))
    message = telegram.world.messages[-1]
    await call("deleteMessage", chat_id=chat.id, message_id=sent["message_id"])
    with pytest.raises(LookupError):
        await anna.taps("Yes")
    await anna.taps("Yes", message)
    tapped = (await _heard(call))[0]["callback_query"]["message"]
    assert tapped == {"message_id": sent["message_id"], "chat": sent["chat"], "date": 0}


@pytest.mark.parametrize(
    ("text", "is_heard"),
    [
        ("hello", False),
        ("/new", True),
        ("/new@stub_bot", True),
        ("/new@STUB_BOT x", True),
        ("/new@other_bot", False),
        ("see /new", False),
    ],
)
async def test_in_a_group_the_bot_hears_only_what_is_meant_for_it(
    telegram: TelegramStub, call: Caller, anna: User, *, text: str, is_heard: bool
) -> None:
    group = telegram.group(-100, [anna])
    await anna.sends(text, group)
    assert bool(await _heard(call)) == is_heard


async def test_in_a_group_the_bot_hears_replies_and_as_administrator_everything(
    telegram: TelegramStub, call: Caller, anna: User
) -> None:
    ben = telegram.user(id=2, first_name="Ben")
    group = telegram.group(-100, [anna, ben])
    await call("sendMessage", chat_id=group.id, text="?", reply_markup=buttons(["Yes"]))
    asked = telegram.world.messages[-1]
    await ben.sends("65%", group, reply_to=asked)
    await ben.sends("no reply", group)
    await ben.taps("Yes", asked)
    replied, tapped = await _heard(call)
    assert replied["message"]["chat"] == {"id": -100, "title": "Tumor board", "type": "group"}
    assert tapped["callback_query"]["from"]["first_name"] == "Ben"

    group.bot = "administrator"
    await ben.sends("everything", group)
    group.bot = "member"
    group.privacy_mode = False
    await ben.sends("this too", group)
    group.bot = "left"
    await ben.sends("/not_this", group)
    assert [one["message"]["text"] for one in await _heard(call)] == ["everything", "this too"]


async def test_blocking_and_removing_the_bot_are_told(
    telegram: TelegramStub, call: Caller, chat: Chat, anna: User
) -> None:
    group = telegram.group(-100, [anna])
    await anna.blocks_the_bot()
    with pytest.raises(RuntimeError, match="Anna has blocked the bot and cannot write"):
        await anna.sends("hello")
    await anna.unblocks_the_bot()
    await anna.removes_the_bot(group)
    await anna.adds_the_bot(group)
    told = [one["my_chat_member"] for one in await _heard(call)]
    assert [(one["chat"]["id"], one["new_chat_member"]["status"]) for one in told] == [
        (chat.id, "kicked"),
        (chat.id, "member"),
        (group.id, "kicked"),
        (group.id, "member"),
    ]


async def test_supergroups_count_their_messages_apart(
    telegram: TelegramStub, chat: Chat, anna: User
) -> None:
    first = telegram.group(-1_000_000_000_001, [anna])
    second = telegram.group(-1_000_000_000_002, [anna])
    assert [(await anna.sends("a", one)).message_id for one in (first, first, second)] == [1, 2, 1]
    assert (await anna.sends("a", chat)).message_id == 2


async def test_a_whole_conversation_reads_as_on_a_phone(
    telegram: TelegramStub, call: Caller, anna: User
) -> None:
    bot = Counter(call)
    async with polling(call, bot.handle):
        await anna.sends("/start")
        screen = await telegram.screen(anna.private_chat())
        assert (screen.text, screen.buttons) == ("0 taps", [["More"]])
        for count in (1, 2):
            query = await anna.taps("More")
            assert (await query.answer()).text == ""
            screen = await telegram.screen(anna.private_chat())
            assert screen.text == f"{count} taps"
        assert [one.content.text for one in screen.message.versions] == [
            "0 taps",
            "1 taps",
            "2 taps",
        ]


async def test_two_people_are_served_beside_each_other(
    telegram: TelegramStub, call: Caller, anna: User
) -> None:
    ben = telegram.user(id=2, first_name="Ben", last_name="Lee", username="ben")
    async with polling(call, Counter(call).handle):
        await asyncio.gather(anna.sends("/start"), ben.sends("/start"))
        await telegram.quiet()
        await anna.taps("More")
        assert (await telegram.screen(anna.private_chat())).text == "1 taps"
        assert (await telegram.screen(ben.private_chat())).text == "0 taps"
