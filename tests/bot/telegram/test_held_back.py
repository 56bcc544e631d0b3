"""A chat that Telegram holds back gets its screen later, and holds nobody else up."""

from tests.bot.telegram.conftest import Running
from tests.bot.telegram.people import doctor, started
from tests.telegram_stub import TelegramStub


async def test_a_chat_that_telegram_holds_back_gets_its_newest_screen_later(
    telegram: TelegramStub, either: Running
) -> None:
    user, chat = doctor(telegram)
    async with either():
        question = await started(telegram, user)
        telegram.fail_next("editMessageText", 1, 429)
        await user.taps("3")
        await telegram.quiet()
        held = await telegram.screen(question.message)
        shown = await telegram.screen(chat, shows="mRECIST")

    assert held.text == question.text
    assert shown.message_id == question.message_id


async def test_a_chat_that_is_held_back_is_left_alone_until_it_is_over(
    telegram: TelegramStub, running: Running
) -> None:
    user, chat = doctor(telegram)
    async with running():
        question = await started(telegram, user)
        telegram.hold_back(chat.id, 3600)
        since = len(telegram.calls)
        for _ in range(3):
            await user.taps("3", message=question.message)
            await telegram.quiet()
    edits = [one for one in telegram.calls[since:] if one.method == "editMessageText"]

    assert len(edits) == 1


async def test_a_screen_that_was_held_back_is_shown_after_a_restart(
    telegram: TelegramStub, either: Running
) -> None:
    user, chat = doctor(telegram)
    async with either():
        await started(telegram, user)
        telegram.hold_back(chat.id, 60)
        await user.taps("3")
        await telegram.quiet()
    telegram.passes(60)
    async with either():
        screen = await telegram.screen(chat, shows="mRECIST")

    assert "mRECIST" in screen.text


async def test_a_chat_that_is_held_back_does_not_hold_up_another(
    telegram: TelegramStub, either: Running
) -> None:
    held, held_chat = doctor(telegram)
    other, other_chat = doctor(telegram, user_id=8)
    async with either():
        await started(telegram, held)
        await started(telegram, other)
        telegram.hold_back(held_chat.id, 3600)
        await held.taps("3")
        await other.taps("2")
        screen = await telegram.screen(other_chat, shows="mRECIST")

    assert "mRECIST" in screen.text


async def test_a_message_that_went_while_its_chat_was_held_back_is_replaced_later(
    telegram: TelegramStub, running: Running
) -> None:
    user, chat = doctor(telegram)
    async with running():
        question = await started(telegram, user)
        telegram.fail_next("editMessageText", 1, 429)
        await user.taps("3")
        await telegram.quiet()
        question.message.deleted = True
        screen = await telegram.screen(chat, shows="mRECIST")

    assert screen.message_id != question.message_id


async def test_a_new_consult_comes_as_soon_as_its_chat_is_not_held_back_any_more(
    telegram: TelegramStub, either: Running
) -> None:
    user, chat = doctor(telegram)
    async with either():
        question = await started(telegram, user)
        telegram.fail_next("sendMessage", 1, 429)
        await user.sends("/new", chat=chat)
        await telegram.quiet()
        screen = await telegram.screen(chat)

    assert screen.message_id != question.message_id
    assert screen.text == question.text
