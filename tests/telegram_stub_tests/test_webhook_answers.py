"""What a webhook may answer, and what comes of it."""

import pytest
from aiohttp import web

from tests.telegram_stub import TelegramStub, User
from tests.telegram_stub_tests.bots import Body, Caller, Hook, buttons


async def test_a_method_in_the_answer_is_run(
    telegram: TelegramStub, call: Caller, hook: Hook, anna: User
) -> None:
    async def reply(update: Body) -> web.Response:
        chat_id = update["message"]["chat"]["id"]
        markup = buttons(["Yes"])
        return web.json_response(
            {"method": "sendmessage", "chat_id": chat_id, "text": "?", "reply_markup": markup}
        )

    hook.answer = reply
    await call("setWebhook", url=hook.url)
    await anna.sends("hello")
    screen = await telegram.screen(anna.private_chat())
    assert (screen.text, screen.buttons) == ("?", [["Yes"]])
    ran = telegram.calls.of("sendMessage")
    assert [(one.ok, one.in_webhook_answer, one.unknown) for one in ran] == [
        (True, True, frozenset())
    ]


async def test_a_method_in_the_answer_may_come_as_a_form(
    telegram: TelegramStub, call: Caller, hook: Hook, anna: User
) -> None:
    async def reply(_: Body) -> web.Response:
        form = "method=sendMessage&chat_id=1&text=hello+again"
        return web.Response(text=form, content_type="application/x-www-form-urlencoded")

    hook.answer = reply
    await call("setWebhook", url=hook.url)
    await anna.sends("hello")
    assert (await telegram.screen(anna.private_chat())).text == "hello again"


@pytest.mark.parametrize(
    "answer", ["{", "[]", "{}", '{"method": "getMe"}', '{"method": "deleteWebhook"}']
)
async def test_other_answers_run_nothing(
    telegram: TelegramStub, call: Caller, hook: Hook, anna: User, answer: str
) -> None:
    async def reply(_: Body) -> web.Response:
        return web.Response(text=answer, content_type="application/json")

    hook.answer = reply
    await call("setWebhook", url=hook.url)
    await anna.sends("hello")
    await telegram.quiet()
    assert [one.method for one in telegram.calls] == ["setWebhook"]
    assert telegram.webhook.is_set


async def test_a_redirect_is_not_followed(
    telegram: TelegramStub, call: Caller, hook: Hook, anna: User
) -> None:
    moves = [hook.url]

    async def redirect_once(_: Body) -> web.Response:
        if not moves:
            return web.Response()
        return web.Response(status=307, headers={"Location": moves.pop()})

    hook.answer = redirect_once
    await call("setWebhook", url=hook.url)
    await anna.sends("one")
    await telegram.quiet()
    assert hook.texts() == ["one", "one"]
    assert telegram.webhook.last_error == (
        "Wrong response from the webhook: 307 Temporary Redirect"
    )
