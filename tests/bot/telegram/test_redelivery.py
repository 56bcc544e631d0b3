"""What Telegram sends again, after a crash or for want of an answer, comes to the same screens."""

import pytest

from bot.telegram.desk import screen_named
from bot.telegram.taken import Taken
from conversations.consult.state import Consult
from conversations.flow.button import address
from conversations.flow.views import REPORT
from tests.bot.telegram.conftest import Running
from tests.bot.telegram.people import doctor, started, tapped
from tests.bot.telegram.whole_consult import to_the_report
from tests.telegram_stub import TelegramStub


@pytest.mark.parametrize("answers", [("3",), ("3", "SD"), ("3", "SD", "60")])
async def test_a_typed_answer_that_comes_again_is_not_taken_for_the_next_question(
    telegram: TelegramStub, either: Running, answers: tuple[str, ...]
) -> None:
    user, _ = doctor(telegram)
    async with either():
        question = await started(telegram, user)
        for answer in answers:
            await user.sends(answer)
            before = await telegram.screen(question.message)
    telegram.redeliver()
    async with either():
        await telegram.quiet()
        after = await telegram.screen(question.message)

    assert (after.text, after.buttons) == (before.text, before.buttons)


async def test_a_typed_answer_that_was_kept_but_not_shown_is_shown_when_it_comes_again(
    telegram: TelegramStub, either: Running
) -> None:
    user, chat = doctor(telegram)
    async with either():
        question = await started(telegram, user)
        telegram.hold_back(chat.id, 60)
        await user.sends("3")
        await telegram.quiet()
    telegram.passes(60)
    telegram.redeliver()
    async with either():
        await telegram.quiet()
        screen = await telegram.screen(question.message, shows="mRECIST")

    assert "Not understood" not in screen.text


async def test_a_tap_that_comes_again_does_not_take_the_next_typed_answer_away_from_a_new_consult(
    telegram: TelegramStub, either: Running
) -> None:
    user, chat = doctor(telegram)
    async with either():
        await started(telegram, user)
        old = await tapped(telegram, user, "3")
        tap = telegram.updates.newest
        await user.sends("/new", chat=chat)
        new = await telegram.screen(chat)
    telegram.redeliver(tap)
    async with either():
        await telegram.quiet()
        await user.sends("2", chat=chat)
        after = await telegram.screen(new.message)

    assert "mRECIST" in after.text
    assert old.message.text == old.text


@pytest.mark.parametrize("command", ["/new", "/start", "/start aAAAAAAAAAAAAAAv0ZM"])
async def test_a_command_that_comes_again_opens_no_second_consult(
    telegram: TelegramStub, either: Running, command: str
) -> None:
    user, chat = doctor(telegram)
    async with either():
        await started(telegram, user)
        await user.sends(command, chat=chat)
        opened = await telegram.screen(chat)
        before = await tapped(telegram, user, "3")
    telegram.redeliver(telegram.updates.newest - 1)
    async with either():
        await telegram.quiet()
        after = await telegram.screen(chat)

    assert after.message_id == before.message_id == opened.message_id
    assert after.text == before.text


async def test_the_same_command_sent_twice_opens_two(
    telegram: TelegramStub, either: Running
) -> None:
    user, chat = doctor(telegram)
    async with either():
        await started(telegram, user)
        await user.sends("/new", chat=chat)
        once = await telegram.screen(chat)
        await user.sends("/new", chat=chat)
        twice = await telegram.screen(chat)

    assert once.message_id != twice.message_id


async def test_an_answer_that_is_typed_twice_in_two_messages_counts_twice(
    telegram: TelegramStub, either: Running
) -> None:
    user, _ = doctor(telegram)
    async with either():
        question = await started(telegram, user)
        await user.sends("3")
        once = await telegram.screen(question.message)
        await user.sends("3")
        twice = await telegram.screen(question.message)

    assert once.text != twice.text


async def test_taps_that_come_again_in_their_order_come_to_the_same_screen(
    telegram: TelegramStub, either: Running
) -> None:
    user, chat = doctor(telegram)
    async with either():
        await started(telegram, user)
        since = telegram.updates.newest
        await tapped(telegram, user, "3", "‹ Back", "2")
        before = await tapped(telegram, user, "SD: neither PR nor PD")
        upto = telegram.updates.newest
    for number in range(since + 1, upto + 1):
        telegram.redeliver(number)
    async with either():
        await telegram.quiet()
        after = await telegram.screen(chat)

    assert (after.text, after.buttons) == (before.text, before.buttons)


async def test_taps_and_typed_answers_that_come_again_in_their_order_come_to_the_same_screen(
    telegram: TelegramStub, running: Running
) -> None:
    user, chat = doctor(telegram)
    async with running():
        await started(telegram, user)
        since = telegram.updates.newest
        await tapped(telegram, user, "3", "‹ Back")
        await user.sends("2")
        before = await telegram.screen(chat)
        upto = telegram.updates.newest
    for number in range(since + 1, upto + 1):
        telegram.redeliver(number)
    async with running():
        await telegram.quiet()
        after = await telegram.screen(chat)

    assert (after.text, after.buttons) == (before.text, before.buttons)


async def test_the_last_tap_and_the_last_text_that_come_again_to_a_webhook_change_nothing(
    telegram: TelegramStub, hooked: Running
) -> None:
    user, chat = doctor(telegram)
    async with hooked():
        await started(telegram, user)
        await tapped(telegram, user, "3", "‹ Back")
        await user.sends("2")
        before = await telegram.screen(chat)
    telegram.redeliver(telegram.updates.newest)
    telegram.redeliver(telegram.updates.newest - 1)
    async with hooked():
        await telegram.quiet()
        after = await telegram.screen(chat)

    assert (after.text, after.buttons) == (before.text, before.buttons)


async def test_the_one_tap_answer_that_comes_again_says_nothing_of_answers_already_given(
    telegram: TelegramStub, either: Running
) -> None:
    user, chat = doctor(telegram)
    async with either():
        await started(telegram, user)
        await tapped(telegram, user, "1", "CR: no enhancement left")
        before = await tapped(telegram, user, "None of these · chest imaged")
    telegram.redeliver()
    async with either():
        await telegram.quiet()
        after = await telegram.screen(chat)

    assert (after.text, after.buttons) == (before.text, before.buttons)


async def test_a_new_consult_asked_for_by_a_tap_that_comes_again_is_opened_once(
    telegram: TelegramStub, either: Running
) -> None:
    user, chat = doctor(telegram)
    async with either():
        await started(telegram, user)
        await to_the_report(telegram, user)
        await user.taps("New consult")
        before = await telegram.screen(chat)
    telegram.redeliver()
    async with either():
        await telegram.quiet()
        after = await telegram.screen(chat)

    assert after.message_id == before.message_id
    assert "how many TACE sessions" in after.text


def test_a_screen_that_an_earlier_version_named_is_still_found() -> None:
    name = f"{address(Consult(), REPORT)}@en"
    oldest, old = screen_named(name), screen_named(f"{name}@2147483647")
    new = screen_named(f"{name}@2147483647@2147483646")

    assert oldest is not None
    assert old is not None
    assert new is not None
    assert oldest.spot == old.spot == new.spot
    assert oldest.taken == Taken()
    assert old.taken == Taken(typed_in=2147483647)
    assert new.taken == Taken(typed_in=2147483647, tapped_in=2147483646)
