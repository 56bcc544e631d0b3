"""Whoever sends more than the rate limit is told once, and every tap is answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.bot.telegram.people import doctor, started, tapped

if TYPE_CHECKING:
    from tests.bot.telegram.conftest import Running
    from tests.telegram_stub import TelegramStub


async def test_messages_over_the_limit_are_refused_with_one_line(
    telegram: TelegramStub, slowed_down: Running
) -> None:
    user, chat = doctor(telegram)
    async with slowed_down():
        for _ in range(9):
            await user.sends("/help", chat=chat)
        await telegram.quiet()

    texts = [call.parameters["text"] for call in telegram.calls.of("sendMessage")]
    assert len([text for text in texts if "very fast" in text]) == 1
    assert len(texts) == 6


async def test_a_tap_over_the_limit_is_answered_each_time_and_changes_nothing(
    telegram: TelegramStub, slowed_down: Running
) -> None:
    user, chat = doctor(telegram)
    async with slowed_down():
        await started(telegram, user)
        screen = await tapped(telegram, user, "3", "SD: neither PR nor PD", "‹ Back")
        notices = [(await (await user.taps("‹ Back")).answer()).text for _ in range(3)]
        after = await telegram.screen(chat)

    assert all("very fast" in notice for notice in notices)
    assert after.text == screen.text


async def test_one_persons_haste_does_not_slow_another(
    telegram: TelegramStub, slowed_down: Running
) -> None:
    hasty, chat = doctor(telegram)
    other, _ = doctor(telegram, user_id=8)
    async with slowed_down():
        for _ in range(9):
            await hasty.sends("/help", chat=chat)
        question = await started(telegram, other)

    assert "how many TACE sessions" in question.text
