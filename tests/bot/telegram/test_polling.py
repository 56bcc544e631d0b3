"""Long polling: what is confirmed when, and how often Telegram is asked."""

from dataclasses import replace
from itertools import pairwise

from tests.bot.telegram.conftest import SOON, Running, bot_on
from tests.bot.telegram.people import doctor, started
from tests.telegram_stub import TelegramStub

STUBBORN = replace(SOON, answer=0.9, showing=1.8)


async def test_one_slow_chat_holds_up_no_other_though_its_update_is_not_confirmed(
    telegram: TelegramStub, sqlite_url: str
) -> None:
    telegram.polling.haste_costs = True
    slow, slow_chat = doctor(telegram)
    others = [doctor(telegram, user_id=number) for number in range(20, 25)]
    async with bot_on(telegram, sqlite_url, patience=STUBBORN)():
        for each, _ in [(slow, slow_chat), *others]:
            await started(telegram, each)
        telegram.fail_next("editMessageText", 1, "timeout")
        await slow.taps("3")
        await telegram.calls.begun("editMessageText", 7)
        for each, chat in others:
            await each.taps("2")
            await telegram.screen(chat, shows="mRECIST")
        await telegram.screen(slow_chat, shows="mRECIST")


async def test_telegram_is_never_asked_again_in_haste_from_the_same_offset(
    telegram: TelegramStub, sqlite_url: str
) -> None:
    telegram.polling.haste_costs = True
    user, chat = doctor(telegram)
    async with bot_on(telegram, sqlite_url, patience=STUBBORN)():
        await started(telegram, user)
        telegram.fail_next("editMessageText", 2, "timeout")
        await user.taps("3")
        await telegram.screen(chat, shows="mRECIST")
        await telegram.quiet()
    asked = telegram.calls.of("getUpdates")[:-1]  # the last one confirms, and wants nothing
    again = [
        later.at - earlier.at
        for earlier, later in pairwise(asked)
        if earlier.parameters["offset"] == later.parameters["offset"]
    ]

    assert again
    assert min(again) >= 0.5


async def test_an_update_is_confirmed_only_when_it_is_dealt_with(
    telegram: TelegramStub, sqlite_url: str
) -> None:
    user, chat = doctor(telegram)
    async with bot_on(telegram, sqlite_url, patience=replace(SOON, stopping=0.1))():
        await started(telegram, user)
        telegram.hold_back(chat.id, 3)
        await user.sends("/new", chat=chat)
        await telegram.calls.begun("sendMessage", 2)
    left = [one.kind for one in telegram.updates.pending]
    telegram.passes(3)
    async with bot_on(telegram, sqlite_url)():
        screen = await telegram.screen(chat)

    assert left == ["message"]
    assert "how many TACE sessions" in screen.text


async def test_an_update_that_nobody_can_read_does_not_hide_the_next_one(
    telegram: TelegramStub, running: Running
) -> None:
    user, chat = doctor(telegram)
    telegram.deliver({"message": {"nonsense": True}})
    telegram.deliver({"callback_query": {"id": "1"}})
    async with running():
        await user.sends("/start", chat=chat)
        screen = await telegram.screen(chat)

    assert screen.buttons == [["I understand"]]


async def test_what_waits_longer_than_anybody_would_is_given_up(
    telegram: TelegramStub, running: Running
) -> None:
    user, chat = doctor(telegram)
    async with running():
        question = await started(telegram, user)
        telegram.hold_back(chat.id, 3600)
        await user.sends("/new", chat=chat)
        await telegram.quiet()
        screen = await telegram.screen(chat)

    assert screen.message_id == question.message_id
    assert not telegram.updates.pending
