"""Long polling: what is confirmed when, and how often Telegram is asked."""

import asyncio
from dataclasses import replace
from itertools import pairwise

from pydantic import SecretStr

from bot.metrics import Metrics
from bot.settings import Settings
from bot.telegram.polling import Polling
from bot.telegram.reception import Again, Reception
from bot.telegram.service import opened
from bot.telegram.spinner import Spinner
from bot.telegram.updates import MOST_AT_ONCE, Arrival
from tests.bot.keys import KEY
from tests.bot.telegram.conftest import SOON, Running, bot_on
from tests.bot.telegram.people import doctor, started
from tests.telegram_stub import TelegramStub

NOTHING = {"message": {"nonsense": True}}
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


async def test_what_waits_is_given_up_before_it_hides_what_is_new(
    telegram: TelegramStub, sqlite_url: str
) -> None:
    user, chat = doctor(telegram)
    other, other_chat = doctor(telegram, user_id=8)
    async with bot_on(telegram, sqlite_url, patience=replace(SOON, again=3600.0))():
        await started(telegram, user)
        await started(telegram, other)
        telegram.hold_back(chat.id, 60)
        await user.sends("/new", chat=chat)
        await telegram.calls.begun("sendMessage", 3)
        for _ in range(MOST_AT_ONCE):
            telegram.deliver(NOTHING)
        await other.taps("3")
        await telegram.screen(other_chat, shows="mRECIST")


async def test_what_waits_is_not_given_up_while_there_is_room(
    telegram: TelegramStub, sqlite_url: str
) -> None:
    user, chat = doctor(telegram)
    async with bot_on(telegram, sqlite_url, patience=replace(SOON, again=3600.0))():
        question = await started(telegram, user)
        telegram.hold_back(chat.id, 1)
        await user.sends("/new", chat=chat)
        for _ in range(MOST_AT_ONCE // 2):
            telegram.deliver(NOTHING)
        screen = await telegram.screen(chat)

    assert screen.message_id > question.message_id
    assert not telegram.updates.pending


async def test_updates_are_taken_when_telegram_numbers_them_anew_after_a_quiet_week(
    telegram: TelegramStub, running: Running
) -> None:
    user, _ = doctor(telegram)
    async with running():
        await started(telegram, user)
        telegram.updates.number_anew(5)
        await user.taps("3")
        screen = await telegram.screen(user.private_chat())

    assert "mRECIST" in screen.text
    assert telegram.updates.newest == 5


class Counter(Reception):
    """Takes a few turns of the loop for each update, and notes who comes and who goes."""

    def __init__(self, most: int, stop: asyncio.Event) -> None:
        self.seen: list[tuple[str, int]] = []
        self._most = most
        self._stop = stop

    async def take(
        self, update: Arrival, spinner: Spinner | None = None, again: Again | None = None
    ) -> None:
        del spinner, again
        self.seen.append(("comes", update.update_id))
        for _ in range(3):
            await asyncio.sleep(0)
        self.seen.append(("goes", update.update_id))
        if len(self.seen) == 2 * self._most:
            self._stop.set()


async def test_the_first_of_many_is_done_while_the_last_has_yet_to_begin(
    telegram: TelegramStub, ready_sqlite_url: str
) -> None:
    user, chat = doctor(telegram)
    settings = Settings(
        _env_file=None,
        telegram_api=telegram.base_url,
        database_url=SecretStr(ready_sqlite_url),
        encryption_keys=KEY,
    )
    for _ in range(20):
        await user.sends("/new", chat=chat)
    counter = Counter(20, stop := asyncio.Event())
    async with opened(settings, telegram.token) as it:
        await Polling(it.bot, it.source, counter, Metrics(), SOON, stop).run()
    comes = [number for what, number in counter.seen if what == "comes"]

    assert comes == sorted(comes)
    assert len(comes) == 20
    assert counter.seen.index(("goes", comes[0])) < counter.seen.index(("comes", comes[-1]))
    assert not telegram.updates.pending
