"""Telegram's faults, each as a person would want it handled."""

import pytest

from tests.bot.telegram.conftest import Running
from tests.bot.telegram.people import doctor, started, tapped
from tests.telegram_stub import TelegramStub


@pytest.mark.parametrize("fault", [500, 502, "drop", "lost"])
async def test_an_edit_that_fails_once_is_made_again(
    telegram: TelegramStub, running: Running, fault: object
) -> None:
    user, chat = doctor(telegram)
    async with running():
        await started(telegram, user)
        telegram.fail_next("editMessageText", 1, fault)  # type: ignore[arg-type]  # a parameter
        await user.taps("3")
        screen = await telegram.screen(chat, shows="mRECIST")

    assert "mRECIST" in screen.text


async def test_a_chat_that_telegram_holds_back_gets_its_newest_screen_later(
    telegram: TelegramStub, running: Running
) -> None:
    user, chat = doctor(telegram)
    async with running():
        question = await started(telegram, user)
        telegram.hold_back(chat.id, 1)
        await user.taps("3")
        await telegram.quiet()
        held = await telegram.screen(question.message)
        telegram.passes(1)
        shown = await telegram.screen(chat, shows="mRECIST")

    assert held.text == question.text
    assert shown.message_id == question.message_id


async def test_a_screen_that_was_held_back_is_shown_after_a_restart(
    telegram: TelegramStub, running: Running
) -> None:
    user, chat = doctor(telegram)
    async with running():
        await started(telegram, user)
        telegram.hold_back(chat.id, 60)
        await user.taps("3")
        await telegram.quiet()
    telegram.passes(60)
    async with running():
        screen = await telegram.screen(chat, shows="mRECIST")

    assert "mRECIST" in screen.text


async def test_a_chat_that_is_held_back_does_not_hold_up_another(
    telegram: TelegramStub, running: Running
) -> None:
    held, held_chat = doctor(telegram)
    other, other_chat = doctor(telegram, user_id=8)
    async with running():
        await started(telegram, held)
        await started(telegram, other)
        telegram.hold_back(held_chat.id, 3600)
        await held.taps("3")
        await other.taps("2")
        screen = await telegram.screen(other_chat, shows="mRECIST")

    assert "mRECIST" in screen.text


async def test_a_consult_goes_on_in_a_new_message_when_its_own_was_deleted(
    telegram: TelegramStub, running: Running
) -> None:
    user, chat = doctor(telegram)
    async with running():
        question = await started(telegram, user)
        button = question.button("3")
        question.message.deleted = True
        await user.taps(button, message=question.message)
        screen = await telegram.screen(chat)

    assert screen.message_id != question.message_id
    assert "mRECIST" in screen.text


async def test_a_query_that_is_too_old_still_moves_the_consult_on(
    telegram: TelegramStub, running: Running
) -> None:
    user, chat = doctor(telegram)
    async with running():
        await started(telegram, user)
        telegram.fail_next("answerCallbackQuery", 1, 500)
        await user.taps("3")
        screen = await telegram.screen(chat, shows="mRECIST")

    assert "mRECIST" in screen.text


async def test_a_person_who_blocks_the_bot_ends_nothing_for_others(
    telegram: TelegramStub, running: Running
) -> None:
    gone, gone_chat = doctor(telegram)
    other, other_chat = doctor(telegram, user_id=8)
    async with running():
        await started(telegram, gone)
        await started(telegram, other)
        await gone.taps("3")
        telegram.block(gone_chat.id)
        await telegram.quiet()
        screen = await tapped(telegram, other, "2")

    assert "mRECIST" in screen.text
    assert other_chat.id != gone_chat.id


async def test_updates_are_fetched_again_after_telegram_was_away(
    telegram: TelegramStub, running: Running
) -> None:
    user, chat = doctor(telegram)
    async with running():
        await started(telegram, user)
        telegram.fail_next("getUpdates", 2, 502)
        await user.taps("3")
        screen = await telegram.screen(chat, shows="mRECIST")

    assert "mRECIST" in screen.text
