import asyncio

import pytest
from aiohttp import web

from tests.telegram_stub import Chat, TelegramStub, User
from tests.telegram_stub_tests.bots import Body, Caller, Hook, buttons

_PROOF = "Se-cret_1"


async def test_updates_come_with_the_secret_until_the_webhook_is_deleted(
    telegram: TelegramStub, call: Caller, hook: Hook, anna: User
) -> None:
    await anna.sends("before")
    await call("setWebhook", url=hook.url, secret_token=_PROOF)
    await anna.sends("after")
    await telegram.quiet()
    assert hook.texts() == ["before", "after"]
    assert hook.secrets == [_PROOF] * 2

    await call("deleteWebhook")
    await anna.sends("later")
    assert [one["message"]["text"] for one in await call("getUpdates")] == ["later"]
    assert hook.texts() == ["before", "after"]


async def test_pending_updates_can_be_dropped(
    telegram: TelegramStub, call: Caller, hook: Hook, anna: User
) -> None:
    await anna.sends("before")
    await call("setWebhook", url=hook.url, drop_pending_updates=True)
    await anna.sends("after")
    await telegram.quiet()
    assert hook.texts() == ["after"]
    await call("deleteWebhook")
    await anna.sends("later")
    await call("deleteWebhook", drop_pending_updates=True)
    assert await call("getUpdates") == []


async def test_the_webhook_tells_about_itself(
    telegram: TelegramStub, call: Caller, hook: Hook
) -> None:
    assert await call("getWebhookInfo") == {
        "url": "",
        "has_custom_certificate": False,
        "pending_update_count": 0,
    }
    kinds = ["message", "callback_query"]
    await call("setWebhook", url=hook.url, max_connections=7, allowed_updates=kinds)
    info = await call("getWebhookInfo")
    assert (info["url"], info["max_connections"]) == (hook.url, 7)
    assert info["allowed_updates"] == sorted(kinds)
    assert telegram.webhook.is_set


async def test_a_refused_update_is_brought_again_in_order(
    telegram: TelegramStub, call: Caller, hook: Hook, anna: User
) -> None:
    refusals = [503, 500, 302]

    async def refuse_at_first(_: Body) -> web.Response:
        return web.Response(status=refusals.pop(0) if refusals else 204)

    hook.answer = refuse_at_first
    await call("setWebhook", url=hook.url)
    await anna.sends("one")
    await anna.sends("two")
    await telegram.quiet()
    assert hook.texts() == ["one"] * 4 + ["two"]
    info = await call("getWebhookInfo")
    assert info["last_error_message"] == "Wrong response from the webhook: 302 Found"


async def test_a_dead_webhook_is_told_in_its_info_and_in_timeouts(
    telegram: TelegramStub, call: Caller, anna: User
) -> None:
    await call("setWebhook", url="http://127.0.0.1:9/hook")
    await anna.sends("one")
    with pytest.raises(TimeoutError, match=r"updates not yet done: \d+ \(message\)"):
        await telegram.quiet(within=0.1)
    info = await call("getWebhookInfo")
    assert info["pending_update_count"] == 1
    assert info["last_error_message"].startswith("Can't connect to the webhook")


class Gate:
    """Holds answers back, to see how many are awaited at once."""

    def __init__(self, full: int) -> None:
        self.inside = 0
        self.most = 0
        self.full = full
        self.filled = asyncio.Event()
        self.open = asyncio.Event()

    async def pass_through(self, _: Body) -> web.Response:
        self.inside += 1
        self.most = max(self.most, self.inside)
        if self.inside == self.full:
            self.filled.set()
        await self.open.wait()
        self.inside -= 1
        return web.Response()


async def test_at_most_max_connections_are_used(
    telegram: TelegramStub, call: Caller, hook: Hook
) -> None:
    gate = Gate(full=2)
    hook.answer = gate.pass_through
    await call("setWebhook", url=hook.url, max_connections=2)
    for number in range(1, 6):
        await telegram.user(id=number).sends("hello")
    async with asyncio.timeout(5):
        await gate.filled.wait()
    gate.open.set()
    await telegram.quiet()
    assert len(hook.came) == 5
    assert gate.most == 2


async def test_one_chat_waits_for_its_turn_while_others_go_on(
    telegram: TelegramStub, call: Caller, hook: Hook, anna: User
) -> None:
    gate = Gate(full=2)
    hook.answer = gate.pass_through
    await call("setWebhook", url=hook.url)
    await anna.sends("one")
    await anna.sends("two")
    await telegram.user(id=2).sends("three")
    async with asyncio.timeout(5):
        await gate.filled.wait()
    assert sorted(hook.texts()) == ["one", "three"]
    gate.open.set()
    await telegram.quiet()
    assert sorted(hook.texts()) == ["one", "three", "two"]


async def test_taps_and_broken_updates_wait_for_no_message(
    telegram: TelegramStub, call: Caller, hook: Hook, chat: Chat, anna: User
) -> None:
    await call("sendMessage", chat_id=chat.id, text="?", reply_markup=buttons(["Yes"]))
    gate = Gate(full=3)
    hook.answer = gate.pass_through
    await call("setWebhook", url=hook.url)
    await anna.sends("one")
    await anna.taps("Yes")
    telegram.deliver({"message": {}})
    async with asyncio.timeout(5):
        await gate.filled.wait()
    gate.open.set()
    await telegram.quiet()
    assert len(hook.came) == 3


async def test_a_public_address_is_reached_by_its_route(
    telegram: TelegramStub, call: Caller, hook: Hook, anna: User
) -> None:
    public = {"url": "https://bot.example.org/hook"}
    unrouted = await call.refusal("setWebhook", **public)
    assert unrouted == (
        "400 Bad Request: stub: set `webhook.route` first, bot.example.org is not called"
    )
    telegram.webhook.route = hook.url
    await call("setWebhook", **public)
    assert (await call("getWebhookInfo"))["url"] == public["url"]
    await anna.sends("hello")
    await telegram.quiet()
    assert hook.texts() == ["hello"]


@pytest.mark.parametrize(
    ("parameters", "reason"),
    [
        ({"url": "nowhere"}, "invalid webhook URL specified"),
        ({"url": "ftp://example.org/"}, "invalid webhook URL specified"),
        ({"url": "https://[::1/"}, "invalid webhook URL specified"),
        (
            {"url": "http://example.org/"},
            "bad webhook: An HTTPS URL must be provided for webhook",
        ),
        (
            {"url": "https://example.org:8080/"},
            "bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443",
        ),
        (
            {"url": "https://example.org/", "secret_token": "a b"},
            "secret token contains unallowed characters",
        ),
        (
            {"url": "https://example.org/", "secret_token": "x" * 257},
            "secret token is too long",
        ),
    ],
)
async def test_a_bad_webhook_is_refused(
    telegram: TelegramStub, call: Caller, parameters: Body, reason: str
) -> None:
    assert await call.refusal("setWebhook", **parameters) == f"400 Bad Request: {reason}"
    assert not telegram.webhook.is_set


async def test_an_update_can_be_delivered_again_under_its_number(
    telegram: TelegramStub, call: Caller, hook: Hook, anna: User
) -> None:
    await call("setWebhook", url=hook.url)
    await anna.sends("hello")
    await telegram.quiet()
    telegram.redeliver()
    await telegram.quiet()
    assert hook.came[0] == hook.came[1]
