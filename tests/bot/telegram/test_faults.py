"""Telegram's faults, each as a person would want it handled, however updates come."""

import pytest

from tests.bot.telegram.conftest import Running
from tests.bot.telegram.people import doctor, started, tapped
from tests.telegram_stub import RefusedError, TelegramStub

NOT_EDITABLE = RefusedError(400, "Bad Request: message can't be edited")
NO_SUCH_CHAT = RefusedError(400, "Bad Request: chat not found")
OUR_MISTAKE = RefusedError(400, "Bad Request: can't parse entities")


@pytest.mark.parametrize("fault", [500, 502, "drop", "lost", "timeout"])
async def test_an_edit_that_fails_once_is_made_again(
    telegram: TelegramStub, either: Running, fault: object
) -> None:
    user, chat = doctor(telegram)
    async with either():
        await started(telegram, user)
        telegram.fail_next("editMessageText", 1, fault)  # type: ignore[arg-type]  # a parameter
        await user.taps("3")
        screen = await telegram.screen(chat, shows="mRECIST")

    assert "mRECIST" in screen.text


async def test_a_consult_goes_on_in_a_new_message_when_its_own_was_deleted(
    telegram: TelegramStub, either: Running
) -> None:
    user, chat = doctor(telegram)
    async with either():
        question = await started(telegram, user)
        button = question.button("3")
        question.message.deleted = True
        await user.taps(button, message=question.message)
        screen = await telegram.screen(chat)

    assert screen.message_id != question.message_id
    assert "mRECIST" in screen.text


async def test_a_consult_goes_on_in_a_new_message_when_its_own_is_too_old_to_edit(
    telegram: TelegramStub, either: Running
) -> None:
    user, chat = doctor(telegram)
    async with either():
        question = await started(telegram, user)
        telegram.fail_next("editMessageText", 1, NOT_EDITABLE)
        await user.taps("3")
        screen = await telegram.screen(chat)

    assert screen.message_id != question.message_id
    assert "mRECIST" in screen.text


async def test_a_consult_goes_on_in_the_supergroup_that_its_group_has_become(
    telegram: TelegramStub, either: Running
) -> None:
    user, _ = doctor(telegram)
    other, _ = doctor(telegram, user_id=8)
    group = telegram.group(-5, [user, other])
    async with either():
        await started(telegram, user)
        await user.sends("/new@stub_bot", chat=group)
        question = await telegram.screen(group)
        supergroup = telegram.group(-1_000_000_000_005, [user, other])
        moved = RefusedError(
            400,
            "Bad Request: group chat was upgraded to a supergroup chat",
            migrated_to=supergroup.id,
        )
        telegram.fail_next("editMessageText", 1, moved)
        await user.taps("3", message=question.message)
        screen = await telegram.screen(supergroup)
        refused = await (await other.taps("‹ Back", message=screen.message)).answer()
        await user.taps("SD: neither PR nor PD", message=screen.message)
        after = await telegram.screen(supergroup)

    assert "mRECIST" in screen.text
    assert "Only the one who started" in refused.text
    assert "share of enhancing tumor" in after.text


@pytest.mark.parametrize("fault", [500, "drop", "lost", "timeout"])
async def test_a_spinner_that_cannot_be_stopped_does_not_keep_the_screen(
    telegram: TelegramStub, either: Running, fault: object
) -> None:
    user, chat = doctor(telegram)
    async with either():
        await started(telegram, user)
        telegram.fail_next("answerCallbackQuery", 1, fault)  # type: ignore[arg-type]  # a parameter
        await user.taps("3")
        screen = await telegram.screen(chat, shows="mRECIST")

    assert "mRECIST" in screen.text


async def test_a_query_that_is_too_old_still_moves_the_consult_on(
    telegram: TelegramStub, either: Running
) -> None:
    user, chat = doctor(telegram)
    async with either():
        await started(telegram, user)
    await user.taps("3")
    telegram.expire_queries()
    async with either():
        screen = await telegram.screen(chat, shows="mRECIST")

    assert "mRECIST" in screen.text


async def test_a_person_who_blocks_the_bot_ends_nothing_for_others(
    telegram: TelegramStub, either: Running
) -> None:
    gone, gone_chat = doctor(telegram)
    other, _ = doctor(telegram, user_id=8)
    async with either():
        await started(telegram, gone)
        await started(telegram, other)
        await gone.taps("3")
        await gone.sends("/new", chat=gone_chat)
        telegram.block(gone_chat.id)
        await telegram.quiet()
        screen = await tapped(telegram, other, "2")

    assert "mRECIST" in screen.text


async def test_a_chat_that_is_no_more_ends_nothing_for_others(
    telegram: TelegramStub, either: Running
) -> None:
    gone, gone_chat = doctor(telegram)
    other, _ = doctor(telegram, user_id=8)
    async with either():
        await started(telegram, gone)
        await started(telegram, other)
        telegram.fail_next("editMessageText", 1, NO_SUCH_CHAT)
        await gone.taps("3")
        await telegram.quiet()
        telegram.fail_next("sendMessage", 1, NO_SUCH_CHAT)
        await gone.sends("/new", chat=gone_chat)
        await telegram.quiet()
        screen = await tapped(telegram, other, "2")

    assert "mRECIST" in screen.text


async def test_updates_are_fetched_again_after_telegram_was_away(
    telegram: TelegramStub, running: Running
) -> None:
    user, chat = doctor(telegram)
    async with running():
        await started(telegram, user)
        for fault in (502, 401, "drop"):
            telegram.fail_next("getUpdates", 1, fault)
        await user.taps("3")
        screen = await telegram.screen(chat, shows="mRECIST")

    assert "mRECIST" in screen.text


@pytest.mark.parametrize("fault", [502, "drop"])
async def test_a_new_consult_comes_after_all_when_telegram_was_away_for_longer(
    telegram: TelegramStub, either: Running, fault: object
) -> None:
    user, chat = doctor(telegram)
    async with either():
        question = await started(telegram, user)
        telegram.fail_next("sendMessage", 4, fault)  # type: ignore[arg-type]  # a parameter
        await user.sends("/new", chat=chat)
        await telegram.quiet()
        screen = await telegram.screen(chat)

    assert screen.message_id != question.message_id
    assert screen.text == question.text


async def test_a_new_message_whose_answer_was_lost_may_come_twice_and_each_one_works(
    telegram: TelegramStub, either: Running
) -> None:
    user, chat = doctor(telegram)
    async with either():
        await started(telegram, user)
        telegram.fail_next("sendMessage", 1, "lost")
        await user.sends("/new", chat=chat)
        await telegram.quiet()
        *_, first, second = (one for one in chat.history() if one.is_of_the_bot)
        for message in (first, second):
            await user.taps("3", message=message)
        screens = [await telegram.screen(message) for message in (first, second)]

    assert all("mRECIST" in screen.text for screen in screens)


async def test_a_mistake_of_ours_says_so_in_one_line_and_the_bot_goes_on(
    telegram: TelegramStub, either: Running
) -> None:
    user, chat = doctor(telegram)
    async with either():
        question = await started(telegram, user)
        telegram.fail_next("editMessageText", 1, OUR_MISTAKE)
        await user.taps("3")
        said = await telegram.screen(chat, shows="went wrong on our side")
        await user.sends("/new", chat=chat)
        await telegram.screen(chat)
        screen = await tapped(telegram, user, "3")

    assert said.message_id != question.message_id
    assert "mRECIST" in screen.text
