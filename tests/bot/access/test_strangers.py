"""Whoever may not use the bot gets one clear line wherever they ask, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.bot.access.conftest import ADMIN, NAMED, STRANGER
from tests.bot.telegram.conftest import bot_on
from tests.bot.telegram.people import doctor, started

if TYPE_CHECKING:
    from tests.bot.telegram.conftest import Running
    from tests.telegram_stub import TelegramStub

REFUSAL = {"en": "not open to everybody", "zh": "不对所有人开放"}
CASE = "aAAAAAAAAAAAAAAv0ZM"


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("text", ["/start", "/new", "/privacy", "/invite", "TACE x3, SD", CASE])
async def test_a_stranger_gets_one_line_in_their_language_whatever_they_write(
    telegram: TelegramStub, by_list: Running, text: str, language: str
) -> None:
    stranger, chat = doctor(telegram, language, user_id=STRANGER)
    async with by_list():
        await stranger.sends(text, chat=chat)
        screen = await telegram.screen(chat)

    assert REFUSAL[language] in screen.text
    assert screen.buttons == []


@pytest.mark.parametrize("user_id", [ADMIN, NAMED])
async def test_whom_the_settings_name_may_use_the_bot(
    telegram: TelegramStub, by_list: Running, user_id: int
) -> None:
    user, _ = doctor(telegram, user_id=user_id)
    async with by_list():
        question = await started(telegram, user)

    assert "how many TACE sessions" in question.text


async def test_a_strangers_tap_is_answered_and_moves_nothing(
    telegram: TelegramStub, by_list: Running
) -> None:
    named, _ = doctor(telegram, user_id=NAMED)
    stranger, _ = doctor(telegram, user_id=STRANGER)
    group = telegram.group(-100, [named, stranger])
    async with by_list():
        await started(telegram, named)
        await named.sends("/new@stub_bot", chat=group)
        question = await telegram.screen(group)
        query = await stranger.taps("3", message=question.message)
        notice = await query.answer()
        after = await telegram.screen(group)

    assert REFUSAL["en"] in notice.text
    assert after.text == question.text


async def test_while_the_records_are_away_nobody_new_is_let_in_and_it_is_said(
    telegram: TelegramStub, postgresql_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TACE_ACCESS", "invite")
    monkeypatch.setenv("TACE_ADMINS", str(ADMIN))
    user, chat = doctor(telegram, user_id=STRANGER)
    async with bot_on(telegram, postgresql_url)():  # which nobody has migrated: it cannot tell
        await user.sends("/start", chat=chat)
        screen = await telegram.screen(chat)

    assert "cannot be looked up just now" in screen.text


async def test_a_strangers_inline_query_finds_nothing(
    telegram: TelegramStub, by_list: Running
) -> None:
    stranger, _ = doctor(telegram, user_id=STRANGER)
    async with by_list():
        inline = await stranger.asks_inline(CASE)

    assert not inline.results


async def test_in_a_group_a_stranger_is_answered_only_where_they_speak_to_the_bot(
    telegram: TelegramStub, by_list: Running
) -> None:
    named, _ = doctor(telegram, user_id=NAMED)
    stranger, _ = doctor(telegram, user_id=STRANGER)
    group = telegram.group(-100, [named, stranger])
    async with by_list():
        await started(telegram, named)
        await named.sends("/new@stub_bot", chat=group)
        question = await telegram.screen(group)
        await stranger.sends("3", chat=group, reply_to=question.message)
        await stranger.sends("/new@another_bot", chat=group)
        silent = await telegram.screen(group)
        await stranger.sends("/new@stub_bot", chat=group)
        refusal = await telegram.screen(group)

    assert silent.message_id == question.message_id
    assert silent.text == question.text
    assert REFUSAL["en"] in refusal.text
