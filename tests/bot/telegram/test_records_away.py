"""While the records are away a consult goes on, and when they are back it goes on from there."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import psycopg
import pytest

from bot.storage.migrate import upgrade
from conversations.consult.case_code import decode
from tests.bot.telegram.conftest import bot_on
from tests.bot.telegram.people import doctor, started, tapped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from domain.facts.case import Case
    from tests.bot.telegram.conftest import Running
    from tests.telegram_stub import Screen, TelegramStub


@pytest.fixture
async def on_postgresql(telegram: TelegramStub, postgresql_url: str) -> Running:
    await upgrade(postgresql_url)
    return bot_on(telegram, postgresql_url)


@contextmanager
def away(url: str) -> Iterator[None]:
    """Take the consults away, which to the bot is like any database that fails."""
    with psycopg.connect(url.replace("+psycopg", ""), autocommit=True) as connection:
        connection.execute("ALTER TABLE running_consults RENAME TO elsewhere")
        yield
        connection.execute("ALTER TABLE elsewhere RENAME TO running_consults")


def case(screen: Screen) -> Case:
    return decode(str(screen.button("Report so far").callback_data).partition(".")[0]).case


async def test_answers_given_meanwhile_count_when_the_records_are_back(
    telegram: TelegramStub, on_postgresql: Running, postgresql_url: str
) -> None:
    user, _ = doctor(telegram)
    async with on_postgresql():
        await started(telegram, user)
        await tapped(telegram, user, "3")
        with away(postgresql_url):
            await tapped(telegram, user, "SD: neither PR nor PD", "Over 50%")
        screen = await tapped(telegram, user, "None of these three · chest imaged")

    assert case(screen).target_response == "SD"
    assert case(screen).vascular_invasion == "absent"


async def test_they_count_for_a_typed_answer_too(
    telegram: TelegramStub, on_postgresql: Running, postgresql_url: str
) -> None:
    user, chat = doctor(telegram)
    async with on_postgresql():
        question = await started(telegram, user)
        await tapped(telegram, user, "3")
        with away(postgresql_url):
            await tapped(telegram, user, "SD: neither PR nor PD")
        await user.sends("over 50%", chat=chat)
        screen = await telegram.screen(question.message)

    assert case(screen).target_response == "SD"
    assert case(screen).residual_viability_percent == "over_50"


async def test_they_count_after_a_restart(
    telegram: TelegramStub, on_postgresql: Running, postgresql_url: str
) -> None:
    user, _ = doctor(telegram)
    async with on_postgresql():
        await started(telegram, user)
        await tapped(telegram, user, "3")
        with away(postgresql_url):
            await tapped(telegram, user, "SD: neither PR nor PD")
    async with on_postgresql():
        screen = await tapped(telegram, user, "Over 50%")

    assert case(screen).target_response == "SD"


async def test_an_answer_changed_meanwhile_stays_changed(
    telegram: TelegramStub, on_postgresql: Running, postgresql_url: str
) -> None:
    user, _ = doctor(telegram)
    async with on_postgresql():
        await started(telegram, user)
        await tapped(telegram, user, "3")
        with away(postgresql_url):
            await tapped(telegram, user, "‹ Back", "2")
        screen = await tapped(telegram, user, "SD: neither PR nor PD")

    assert case(screen).tace_sessions == 2


async def test_a_screen_that_waited_to_be_shown_does_not_take_the_place_of_a_later_one(
    telegram: TelegramStub, on_postgresql: Running, postgresql_url: str
) -> None:
    user, chat = doctor(telegram)
    async with on_postgresql():
        question = await started(telegram, user)
        telegram.fail_next("editMessageText", 1, 429)
        await user.taps("3")
        await telegram.quiet()
        with away(postgresql_url):
            await user.taps("2", message=question.message)
            later = await telegram.screen(chat, shows="mRECIST")
            since = len(telegram.calls)
        await telegram.next_call("editMessageText", since=since)
        screen = await telegram.screen(chat)

    assert case(later).tace_sessions == case(screen).tace_sessions == 2


async def test_delete_leaves_nothing_of_it_in_memory(
    telegram: TelegramStub, on_postgresql: Running, postgresql_url: str
) -> None:
    user, chat = doctor(telegram)
    async with on_postgresql():
        question = await started(telegram, user)
        with away(postgresql_url):
            await tapped(telegram, user, "3", "SD: neither PR nor PD")
        await user.sends("/delete", chat=chat)
        await telegram.screen(chat)
        await user.sends("/start", chat=chat)
        await telegram.screen(chat)
        await user.taps("I understand")
        await telegram.quiet()
        await user.taps(question.button("2"), message=question.message)
        after = await telegram.screen(question.message)

    assert case(after).answers == {"tace_sessions": 2}


async def test_two_quick_taps_on_one_screen_both_count_without_records(
    telegram: TelegramStub, on_postgresql: Running, postgresql_url: str
) -> None:
    user, chat = doctor(telegram)
    async with on_postgresql():
        await started(telegram, user)
        await tapped(telegram, user, "1", "CR: no enhancement left")
        screen = await telegram.screen(chat)
        both = screen.button("Spread: new"), screen.button("None of these · chest imaged")
        with away(postgresql_url):
            for button in both:
                await user.taps(button, message=screen.message)
            after = await telegram.screen(chat)

    assert (case(after).extrahepatic_spread, case(after).vascular_invasion) == ("new", "absent")
