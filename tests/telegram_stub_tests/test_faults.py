import asyncio

import aiohttp
import pytest

from tests.telegram_stub import Chat, TelegramStub, User
from tests.telegram_stub.faults import Fault
from tests.telegram_stub_tests.bots import Caller


async def test_a_chat_can_be_held_back(telegram: TelegramStub, call: Caller, chat: Chat) -> None:
    ben = telegram.user(id=2, first_name="Ben")
    await ben.sends("/start")
    telegram.hold_back(chat.id, 4.5)
    held = {"chat_id": chat.id, "text": "hello"}
    assert await call.answer("sendMessage", **held) == {
        "ok": False,
        "error_code": 429,
        "description": "Too Many Requests: retry after 5",
        "parameters": {"retry_after": 5},
    }
    async with call.session.post(call.url("sendMessage"), json=held) as response:
        assert response.headers["Retry-After"] == "5"
    assert await call("sendMessage", chat_id=ben.id, text="hello")
    telegram.passes(5)
    assert await call("sendMessage", **held)


@pytest.mark.parametrize(
    ("status", "description"),
    [
        (401, "Unauthorized"),
        (429, "Too Many Requests: retry after 1"),
        (500, "Internal Server Error"),
        (502, "Bad Gateway"),
    ],
)
async def test_calls_can_be_made_to_fail_so_many_times(
    telegram: TelegramStub, call: Caller, chat: Chat, status: int, description: str
) -> None:
    telegram.fail_next("sendMessage", times=2, fault=status)
    hello = {"chat_id": chat.id, "text": "hello"}
    assert await call("getMe")
    for _ in range(2):
        assert await call.refusal("sendMessage", **hello) == f"{status} {description}"
    assert len(chat.messages) == 1
    assert await call("sendMessage", **hello)


async def test_any_call_can_be_made_to_fail(telegram: TelegramStub, call: Caller) -> None:
    telegram.fail_next("*")
    assert await call.refusal("getMe") == "500 Internal Server Error"
    assert await call("getMe")


@pytest.mark.parametrize(("fault", "posted"), [("drop", 0), ("lost", 1)])
async def test_a_connection_breaks_before_or_after_the_call_has_run(
    telegram: TelegramStub, call: Caller, chat: Chat, fault: Fault, posted: int
) -> None:
    telegram.fail_next("sendMessage", fault=fault)
    with pytest.raises(aiohttp.ServerDisconnectedError):
        await call("sendMessage", chat_id=chat.id, text="hello")
    assert [one.text for one in chat.history()] == ["/start", "hello"][: 1 + posted]
    assert [one.answer for one in telegram.calls.of("sendMessage")] == [None] * posted
    assert await call("sendMessage", chat_id=chat.id, text="hello")


async def test_an_answer_may_never_come(telegram: TelegramStub, call: Caller, chat: Chat) -> None:
    telegram.fail_next("sendMessage", fault="timeout")
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.2):
            await call("sendMessage", chat_id=chat.id, text="hello")
    assert [one.text for one in chat.history()] == ["/start"]
    assert telegram.calls.under_way == []
    assert await call("sendMessage", chat_id=chat.id, text="hello")


async def test_a_delay_comes_after_the_call_has_run(
    telegram: TelegramStub, call: Caller, chat: Chat
) -> None:
    assert telegram.delay == 0
    telegram.delay = 30
    sending = asyncio.create_task(call("sendMessage", chat_id=chat.id, text="hello"))
    await telegram.screen(chat, shows="hello")
    assert [one.method for one in telegram.calls.under_way] == ["sendMessage"]
    assert not sending.done()
    sending.cancel()
    await asyncio.gather(sending, return_exceptions=True)


async def test_closing_the_stub_ends_what_still_waits() -> None:
    async with aiohttp.ClientSession() as session:
        async with TelegramStub() as telegram:
            telegram.delay = 30
            call = Caller(session, telegram)
            waiting = asyncio.create_task(call("getUpdates", timeout=50))
            slow = asyncio.create_task(call("getMe"))
            await telegram.calls.begun("getUpdates")
            await telegram.calls.begun("getMe")
        async with asyncio.timeout(5):
            ended = await asyncio.gather(waiting, slow, return_exceptions=True)
    assert len(ended) == 2


async def test_a_private_chat_takes_three_messages_at_once_when_limits_are_on(
    telegram: TelegramStub, call: Caller, chat: Chat
) -> None:
    telegram.faults.chat_limits = True
    hello = {"chat_id": chat.id, "text": "hello"}
    for _ in range(3):
        assert await call("sendMessage", **hello)
    assert await call.refusal("sendMessage", **hello) == "429 Too Many Requests: retry after 3"
    telegram.passes(3)
    assert await call("sendMessage", **hello)


async def test_a_group_takes_twenty_messages_a_minute_when_limits_are_on(
    telegram: TelegramStub, call: Caller, anna: User
) -> None:
    telegram.faults.chat_limits = True
    group = telegram.group(-100, [anna])
    hello = {"chat_id": group.id, "text": "hello"}
    for _ in range(20):
        assert await call("sendMessage", **hello)
        telegram.passes(1.5)
    refused = await call.refusal("sendMessage", **hello)
    assert refused == "429 Too Many Requests: retry after 30"
    telegram.passes(31)
    assert await call("sendMessage", **hello)


async def test_limits_are_off_by_default(call: Caller, chat: Chat) -> None:
    for number in range(25):
        assert await call("sendMessage", chat_id=chat.id, text=str(number))
