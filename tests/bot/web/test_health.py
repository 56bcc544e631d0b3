"""Health, readiness and figures, as whoever runs the bot looks at them."""

import json

from domain.ruleset import RULESET
from tests.bot.telegram.conftest import bot_on
from tests.bot.telegram.people import doctor, started, tapped
from tests.bot.telegram.whole_consult import to_the_report
from tests.bot.web.requests import figure, get
from tests.telegram_stub import TelegramStub

NOWHERE = "postgresql+psycopg://127.0.0.1:9/none"


async def test_a_bot_that_runs_is_alive_and_ready(telegram: TelegramStub, sqlite_url: str) -> None:
    async with bot_on(telegram, sqlite_url, web=True)() as url:
        await telegram.calls.begun("getUpdates")
        alive, ready = await get(f"{url}/healthz"), await get(f"{url}/readyz")

    assert (alive.status, alive.body) == (200, "ok\n")
    assert ready.status == 200
    assert json.loads(ready.body)["ready"] is True


async def test_without_its_database_the_bot_is_alive_but_not_ready(telegram: TelegramStub) -> None:
    async with bot_on(telegram, NOWHERE, web=True)() as url:
        alive, ready = await get(f"{url}/healthz"), await get(f"{url}/readyz")

    said = json.loads(ready.body)
    assert alive.status == 200
    assert ready.status == 503
    assert (said["database"], said["telegram"]) == ("cannot be used", "ok")
    assert "127.0.0.1:9" not in ready.body


async def test_readiness_tells_when_telegram_was_away_and_when_it_is_back(
    telegram: TelegramStub, sqlite_url: str
) -> None:
    user, _ = doctor(telegram)
    async with bot_on(telegram, sqlite_url, webhook=True)() as url:
        await started(telegram, user)
        telegram.fail_next("editMessageText", 1, "drop")
        telegram.fail_next("editMessageText", 5, 502)
        await user.taps("3")
        await telegram.calls.begun("editMessageText", 3)
        away = await get(f"{url}/readyz")
        await telegram.screen(user.private_chat(), shows="mRECIST")
        back = await get(f"{url}/readyz")

    assert json.loads(away.body)["telegram"] == "does not answer"
    assert (away.status, back.status) == (503, 200)


async def test_the_figures_count_updates_taps_and_the_verdicts_of_a_report(
    telegram: TelegramStub, sqlite_url: str
) -> None:
    user, _ = doctor(telegram)
    async with bot_on(telegram, sqlite_url, web=True)() as url:
        await started(telegram, user)
        await to_the_report(telegram, user)
        taps = await figure(url, 'tace_updates_total{kind="callback_query"}')
        edits = await figure(url, "tace_tap_to_edit_seconds_count")
        queue = await figure(url, "tace_queue_length")
        body = (await get(f"{url}/metrics")).body

    verdicts = [line for line in body.splitlines() if line.startswith("tace_verdicts_total{")]
    assert taps == edits > 5
    assert queue == 0
    assert len(verdicts) == 4
    assert all(f'ruleset="{RULESET}"' in line for line in verdicts)


async def test_the_figures_count_what_is_held_back_and_what_was_tried_again(
    telegram: TelegramStub, sqlite_url: str
) -> None:
    user, chat = doctor(telegram)
    async with bot_on(telegram, sqlite_url, web=True)() as url:
        await started(telegram, user)
        telegram.fail_next("editMessageText", 1, 502)
        await tapped(telegram, user, "3")
        again = await figure(url, 'tace_retries_total{reason="no answer"}')
        telegram.hold_back(chat.id, 3600)
        await user.taps("SD: neither PR nor PD")
        await telegram.quiet()
        held = await figure(url, "tace_held_chats")

    assert (again, held) == (1, 1)
