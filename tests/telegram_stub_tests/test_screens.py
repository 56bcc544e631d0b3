import asyncio

import pytest

from tests.telegram_stub import Chat, TelegramStub, User
from tests.telegram_stub_tests.bots import Caller, buttons


async def test_a_screen_is_what_the_user_reads(
    telegram: TelegramStub, call: Caller, chat: Chat, anna: User
) -> None:
    await call(
        "sendMessage",
        chat_id=chat.id,
        text="<b>PD &lt; 3</b> 肝\n",
        parse_mode="HTML",
        reply_markup=buttons(["A", "B"], ["C"]),
    )
    telegram.updates.clear()
    screen = await telegram.screen(chat)
    assert screen.text == "PD < 3 肝"
    assert screen.html == "<b>PD &lt; 3</b> 肝"
    assert screen.buttons == [["A", "B"], ["C"]]
    assert screen.message_id == chat.history()[-1].message_id
    assert str(screen) == "PD < 3 肝\n[A]  [B]\n[C]"
    with pytest.raises(LookupError, match="no button 'D' on screen"):
        screen.button("D")
    await anna.sends("/help")
    telegram.updates.clear()
    assert (await telegram.screen(chat)).text == "PD < 3 肝"


async def test_a_deleted_message_is_on_no_screen(
    telegram: TelegramStub, call: Caller, chat: Chat
) -> None:
    for text in ("first", "second"):
        await call("sendMessage", chat_id=chat.id, text=text)
    second = chat.history()[-1]
    await call("deleteMessage", chat_id=chat.id, message_id=second.message_id)
    assert (await telegram.screen(chat)).text == "first"
    with pytest.raises(TimeoutError, match="on screen: None"):
        await telegram.screen(second, within=0)


async def test_without_a_bot_the_wait_tells_what_is_missing(
    telegram: TelegramStub, anna: User
) -> None:
    await anna.sends("/start")
    with pytest.raises(TimeoutError) as waited:
        await telegram.screen(anna.private_chat(), within=0.01)
    assert str(waited.value) == (
        "waited 0.01 s for a screen in <private chat 1>; updates not yet done: "
        "100000001 (message); calls under way: none; on screen: None"
    )


async def test_a_wait_can_be_for_a_certain_text(
    telegram: TelegramStub, call: Caller, chat: Chat, anna: User
) -> None:
    await anna.sends("never confirmed")
    waiting = asyncio.create_task(telegram.screen(chat, shows="second"))
    for text in ("first", "second"):
        await call("sendMessage", chat_id=chat.id, text=text, reply_markup=buttons([text]))
    assert (await waiting).text == "second"
    with pytest.raises(TimeoutError, match=r"a screen with 'third' .* on screen: second"):
        await telegram.screen(chat, shows="third", within=0.01)


async def test_calls_are_logged_with_what_was_asked_and_told(
    telegram: TelegramStub, call: Caller, chat: Chat
) -> None:
    await call("sendMessage", chat_id=chat.id, text="one")
    await call.refusal("sendMessage", chat_id=chat.id, text="")
    first, second = telegram.calls[:2]
    assert first.parameters == {"chat_id": chat.id, "text": "one"}
    assert first.ok
    assert first.description == ""
    assert (first.answer or {})["result"]["text"] == "one"
    assert not second.ok
    assert second.description == "Bad Request: message text is empty"
    assert list(telegram.calls) == telegram.calls.of("sendMessage")
    assert first.at <= second.at <= telegram.clock.now()


async def test_calls_can_be_awaited_one_after_another(
    telegram: TelegramStub, call: Caller, chat: Chat
) -> None:
    await call("sendMessage", chat_id=chat.id, text="one")
    await call("getMe")
    awaited = asyncio.create_task(telegram.next_call("getMyName"))
    await call("getMyName")
    assert (await awaited).ok
    assert (await telegram.next_call("sendMessage")).parameters["text"] == "one"
    with pytest.raises(TimeoutError, match=r"a call of sendMessage; the bot called \['getMe', "):
        await telegram.next_call("sendMessage", within=0)
    mark = len(telegram.calls)
    await call("sendMessage", chat_id=chat.id, text="two")
    assert (await telegram.next_call("sendMessage", since=mark)).parameters["text"] == "two"
    assert (await telegram.next_call("sendMessage", since=0)).parameters["text"] == "one"
