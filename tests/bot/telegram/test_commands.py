"""The commands, and the menu that lists them."""

import pytest
from structlog.testing import capture_logs
from telegram import Bot

from bot.telegram.menu import COMMANDS
from tests.bot.telegram.conftest import Running
from tests.bot.telegram.people import doctor, started, tapped
from tests.telegram_stub import TelegramStub

SAYS = {
    ("help", "en"): "Back goes one question back",
    ("help", "zh"): "/new",
    ("about", "en"): "Zhong BY",
    ("about", "zh"): "Zhong BY",
    ("privacy", "en"): "24 hours after its last answer",
    ("privacy", "zh"): "24小时",
    ("verify", "en"): "all as it should be",
    ("verify", "zh"): "全部相符",
    ("delete", "en"): "Deleted",
    ("delete", "zh"): "已删除",
}


@pytest.mark.parametrize(("command", "language"), SAYS)
async def test_a_command_answers_in_the_persons_language(
    telegram: TelegramStub, running: Running, command: str, language: str
) -> None:
    user, chat = doctor(telegram, language)
    async with running():
        await started(telegram, user, language)
        await user.sends(f"/{command}", chat=chat)
        # The checks behind /verify take a second or two of one core.
        screen = await telegram.screen(chat, within=60)

    assert SAYS[command, language] in screen.text


async def test_another_language_is_chosen_by_a_tap_and_shows_the_consult_in_it(
    telegram: TelegramStub, running: Running
) -> None:
    user, chat = doctor(telegram)
    async with running():
        question = await started(telegram, user)
        await user.sends("/language", chat=chat)
        await telegram.screen(chat, shows="中文")
        await tapped(telegram, user, "中文")
        screen = await telegram.screen(question.message)

    assert "连续做了几次TACE" in screen.text


async def test_after_delete_the_notice_is_shown_again(
    telegram: TelegramStub, running: Running
) -> None:
    user, chat = doctor(telegram)
    async with running():
        await started(telegram, user)
        await user.sends("/delete", chat=chat)
        await telegram.screen(chat)
        await user.sends("/start", chat=chat)
        screen = await telegram.screen(chat)

    assert screen.buttons == [["I understand"]]


async def test_where_inline_mode_is_off_the_log_says_that_nothing_can_be_shared(
    telegram: TelegramStub, running: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Bot, "supports_inline_queries", False)
    with capture_logs() as logs:
        async with running():
            await telegram.next_call("setMyCommands")

    assert any("/setinline" in each["event"] for each in logs)


async def test_the_menu_and_the_descriptions_are_set_in_both_languages(
    telegram: TelegramStub, running: Running
) -> None:
    async with running():
        for _ in range(2):
            await telegram.next_call("setMyShortDescription")

    set_for = {
        call.parameters.get("language_code"): call.parameters["commands"]
        for call in telegram.calls.of("setMyCommands")
    }
    assert set(set_for) == {None, "zh"}
    for commands in set_for.values():
        assert [each["command"] for each in commands] == list(COMMANDS)
