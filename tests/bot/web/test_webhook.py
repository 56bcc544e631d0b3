"""Telegram's webhook: who may send, what is taken, and when it counts as received."""

import asyncio
from collections.abc import AsyncIterator

import pytest

from bot.telegram.patience import Patience
from bot.web.app import WebhookPathError, path_of
from bot.web.secret import is_right, webhook_secret
from tests.bot.telegram.conftest import PATH, Running, bot_on
from tests.bot.telegram.people import doctor, message_with_button, started, tapped
from tests.bot.web.requests import figure, get, post
from tests.telegram_stub import Call, TelegramStub

SHORT_OF_BODIES = Patience(body=0.05)
SLOW_SPINNER = Patience(unshown=0.2, answer=0.5, showing=0.6, spinner=0.05, stopping=2.0)


async def test_a_whole_exchange_works_by_webhook(telegram: TelegramStub, hooked: Running) -> None:
    user, _ = doctor(telegram)
    async with hooked():
        await started(telegram, user)
        screen = await tapped(telegram, user, "3", "SD: neither PR nor PD")

    assert "share of enhancing tumor" in screen.text
    assert telegram.webhook.last_error == ""
    assert not telegram.calls.of("getUpdates")


async def test_telegram_is_told_where_how_many_at_once_and_what(
    telegram: TelegramStub, hooked: Running
) -> None:
    async with hooked() as url:
        call = await telegram.next_call("setWebhook")

    assert call.parameters["url"] == url + PATH
    assert call.parameters["max_connections"] == 100
    assert call.parameters["allowed_updates"] == ["message", "callback_query", "inline_query"]
    assert call.parameters["secret_token"] == webhook_secret(None, telegram.token)


def test_a_webhook_is_never_open_and_its_secret_tells_nothing_of_the_token() -> None:
    derived = webhook_secret(None, "123:TOKEN")

    assert derived == webhook_secret(None, "123:TOKEN") != webhook_secret(None, "123:OTHER")
    assert derived.isalnum()
    assert "TOKEN" not in derived
    assert webhook_secret("chosen", "123:TOKEN") == "chosen"


@pytest.mark.parametrize("sent", [None, "", "secre", "secret2", "sécret", "\x00"])
def test_only_the_secret_itself_is_right(sent: str | None) -> None:
    assert is_right("secret", "secret")
    assert not is_right(sent, "secret")


@pytest.mark.parametrize("secret", ["", "wrong"])
async def test_a_request_without_the_secret_is_refused_unread(
    telegram: TelegramStub, hooked: Running, secret: str
) -> None:
    user, chat = doctor(telegram)
    update = {"update_id": 1, "message": (await user.sends("/start", chat=chat)).to_json()}
    telegram.updates.clear()
    async with hooked() as url:
        answer = await post(url, telegram, secret=secret, json=update)
        counted = await figure(url, 'tace_refused_requests_total{reason="secret"}')

    assert answer.status == 401
    assert answer.body == ""
    assert counted == 1
    assert not telegram.calls.of("sendMessage")


async def _in_chunks(size: int) -> AsyncIterator[bytes]:
    for _ in range(size // 1024):
        yield b" " * 1024


async def test_a_body_that_is_too_large_is_refused_whether_it_says_so_or_not(
    telegram: TelegramStub, hooked: Running
) -> None:
    async with hooked() as url:
        announced = await post(url, telegram, b" " * 300_000)
        in_chunks = await post(url, telegram, _in_chunks(300_000))
        counted = await figure(url, 'tace_refused_requests_total{reason="size"}')

    assert (announced.status, in_chunks.status) == (413, 413)
    assert counted == 2


async def test_a_body_that_does_not_come_to_its_end_is_not_waited_for(
    telegram: TelegramStub, ready_sqlite_url: str
) -> None:
    async with bot_on(telegram, ready_sqlite_url, webhook=True, patience=SHORT_OF_BODIES)() as url:
        refused = asyncio.Event()
        answer = await post(url, telegram, _never_ending(refused))
        refused.set()
        counted = await figure(url, 'tace_refused_requests_total{reason="time"}')

    assert answer.status == 408
    assert counted == 1


async def _never_ending(refused: asyncio.Event) -> AsyncIterator[bytes]:
    yield b"{"
    await refused.wait()


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"\xff\xfe",
        b"[" * 100_000,
        b"[]",
        b"null",
        b'"update_id"',
        b"{}",
        b'{"update_id": "1"}',
        b'{"update_id": true}',
        b'{"update_id": 1.5}',
    ],
)
async def test_what_is_no_update_is_refused_and_counted(
    telegram: TelegramStub, hooked: Running, body: bytes
) -> None:
    async with hooked() as url:
        answer = await post(url, telegram, body)
        counted = await figure(url, 'tace_refused_requests_total{reason="malformed"}')

    assert answer.status == 400
    assert counted == 1


@pytest.mark.parametrize(
    "update",
    [
        {"update_id": 1},
        {"update_id": 1, "what_telegram_adds_next_year": {"id": 1}},
        {"update_id": 1, "poll_answer": {"poll_id": "1", "option_ids": [0]}},
        {"update_id": 1, "message": {"nonsense": True}},
        {"update_id": 1, "callback_query": {"id": "1"}},
    ],
)
async def test_what_nobody_can_deal_with_is_taken_so_that_it_does_not_come_again(
    telegram: TelegramStub, hooked: Running, update: object
) -> None:
    async with hooked() as url:
        answer = await post(url, telegram, json=update)

    assert answer.status == 200
    assert answer.body == ""


async def test_the_webhook_is_posted_to_and_nothing_else_is_there(hooked: Running) -> None:
    async with hooked() as url:
        assert (await get(url + PATH)).status == 405
        assert (await get(f"{url}/nothing")).status == 404


async def test_an_update_that_could_not_be_dealt_with_is_asked_for_again(
    telegram: TelegramStub, hooked: Running
) -> None:
    user, chat = doctor(telegram)
    message = await user.sends("/help", chat=chat)
    telegram.updates.clear()
    update = {"update_id": 1, "message": message.to_json()}
    async with hooked() as url:
        telegram.fail_next("sendMessage", 1, 502)
        refused = await post(url, telegram, json=update)
        taken = await post(url, telegram, json=update)
        once_more = await post(url, telegram, json=update)
        screen = await telegram.screen(chat)

    assert refused.status == 503
    assert int(refused.headers["Retry-After"]) >= 1
    assert (taken.status, once_more.status) == (200, 200)
    assert "/new" in screen.text
    assert len([one for one in telegram.calls.of("sendMessage") if one.ok]) == 1


async def test_a_tap_without_records_in_a_chat_that_is_held_back_comes_again(
    telegram: TelegramStub,
) -> None:
    nowhere = "postgresql+psycopg://127.0.0.1:9/none"
    user, chat = doctor(telegram)
    await user.sends("hello", chat=chat)
    telegram.updates.clear()
    await message_with_button(telegram, chat, "aAAAAAAAAAAAAAAv0ZM.r")
    async with bot_on(telegram, nowhere, webhook=True)():
        telegram.fail_next("sendMessage", 1, 429)
        await user.taps("a button")
        await telegram.quiet()
        screen = await telegram.screen(chat)

    assert screen.text != "a message"
    assert "503" in telegram.webhook.last_error


async def test_the_spinner_is_stopped_in_the_response_when_the_edit_is_quick(
    telegram: TelegramStub, hooked: Running
) -> None:
    user, _ = doctor(telegram)
    async with hooked():
        await started(telegram, user)
        since = len(telegram.calls)
        query = await user.taps("3")
        await query.answer()
        await telegram.quiet()

    (answer,) = _answers(telegram, since)
    assert answer.in_webhook_answer


async def test_the_spinner_is_stopped_by_a_call_when_the_edit_takes_longer(
    telegram: TelegramStub, sqlite_url: str
) -> None:
    user, chat = doctor(telegram)
    async with bot_on(telegram, sqlite_url, webhook=True, patience=SLOW_SPINNER)():
        await started(telegram, user)
        since = len(telegram.calls)
        telegram.fail_next("editMessageText", 1, "timeout")
        query = await user.taps("3")
        await query.answer()
        await telegram.screen(chat, shows="mRECIST")
        await telegram.quiet()

    (answer,) = _answers(telegram, since)
    assert not answer.in_webhook_answer


async def test_a_notice_on_a_button_travels_in_the_response_too(
    telegram: TelegramStub, hooked: Running
) -> None:
    user, chat = doctor(telegram)
    async with hooked():
        await started(telegram, user)
        await message_with_button(telegram, chat, "aAAAAAAAAAAAAAAxxxx.s")
        notice = await (await user.taps("a button")).answer()

    assert notice.is_alert
    assert "cannot be read" in notice.text


async def test_a_tap_that_is_under_way_when_the_bot_is_stopped_is_finished(
    telegram: TelegramStub, either: Running
) -> None:
    user, chat = doctor(telegram)
    async with either():
        await started(telegram, user)
        telegram.delay = 0.3
        await user.taps("3")
        await telegram.calls.begun("editMessageText", 2)
    telegram.delay = 0

    assert "mRECIST" in (await telegram.screen(chat)).text


async def test_updates_that_come_twice_at_once_are_dealt_with_once(
    telegram: TelegramStub, hooked: Running
) -> None:
    user, chat = doctor(telegram)
    message = await user.sends("/help", chat=chat)
    telegram.updates.clear()
    update = {"update_id": 1, "message": message.to_json()}
    async with hooked() as url:
        answers = await asyncio.gather(*(post(url, telegram, json=update) for _ in range(5)))

    assert {answer.status for answer in answers} == {200}
    assert len(telegram.calls.of("sendMessage")) == 1


def test_the_webhook_takes_any_path_but_those_of_health_and_metrics() -> None:
    assert path_of("https://example.org/bots/tace") == "/bots/tace"
    assert path_of("https://example.org") == "/"
    for taken in ("/metrics", "/healthz", "/readyz", "/{path}"):
        with pytest.raises(WebhookPathError):
            path_of(f"https://example.org{taken}")


def _answers(telegram: TelegramStub, since: int) -> list[Call]:
    return [one for one in telegram.calls[since:] if one.method == "answerCallbackQuery"]
