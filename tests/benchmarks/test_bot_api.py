# What decides how fast a bot can be is in the Bot API of the benchmarks as it is at Telegram.

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any

import pytest
from aiohttp import ClientSession, FormData, web

from tests.benchmarks.bot_api.screens import Screen
from tests.benchmarks.bot_api.server import serving
from tests.benchmarks.bot_api.telegram import Telegram
from tests.benchmarks.bot_api.updates import Updates

TOKEN = "1:TEST"  # noqa: S105 - it opens nothing but this
ANNA, BEN = 7, 8
KEYBOARD = json.dumps({"inline_keyboard": [[{"text": "Go on", "callback_data": "on"}]]})


class Phone:
    def __init__(self) -> None:
        self.screens: asyncio.Queue[Screen] = asyncio.Queue()

    def arrives(self, screen: Screen) -> None:
        pass

    def shows(self, screen: Screen) -> None:
        self.screens.put_nowait(screen)


class Bot:
    def __init__(self, telegram: Telegram, session: ClientSession) -> None:
        self.telegram = telegram
        self.session = session

    async def call(self, method: str, **how: Any) -> Any:  # noqa: ANN401 - aiohttp's and JSON's own
        url = f"{self.telegram.api}/bot{TOKEN}/{method}"
        async with self.session.post(url, **how) as answer:
            return await answer.json()


@asynccontextmanager
async def listening(take: Callable[[web.Request], Awaitable[web.Response]]) -> AsyncIterator[int]:
    """Run a webhook, and return its port."""
    app = web.Application()
    app.router.add_post("/telegram", take)
    runner = web.AppRunner(app)
    await runner.setup()
    try:
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        yield runner.addresses[0][1]
    finally:
        await runner.cleanup()


@pytest.fixture
async def bot() -> AsyncIterator[Bot]:
    telegram = Telegram(TOKEN)
    async with serving(telegram) as api, ClientSession() as session:
        telegram.api = api
        yield Bot(telegram, session)


async def test_a_call_means_the_same_in_a_form_in_parts_and_in_json(bot: Bot) -> None:
    sent = {"chat_id": str(ANNA), "text": "1 < 2", "reply_markup": KEYBOARD}
    parts = FormData(default_to_multipart=True)
    for name, value in sent.items():
        parts.add_field(name, value)
    ways: list[dict[str, Any]] = [
        {"data": sent},
        {"data": parts},
        {"json": {**sent, "chat_id": ANNA}},
    ]
    results = [(await bot.call("sendMessage", **way))["result"] for way in ways]
    assert [each["text"] for each in results] == ["1 < 2"] * 3
    assert [each["reply_markup"] for each in results] == [json.loads(KEYBOARD)] * 3
    assert len({each["message_id"] for each in results}) == 3


async def test_marked_up_text_comes_back_plain_with_its_entities(bot: Bot) -> None:
    text = "🙂 <b>1 &lt; 2</b>\n<blockquote expandable>more</blockquote>"
    sent = {"chat_id": ANNA, "text": text, "parse_mode": "HTML"}
    message = (await bot.call("sendMessage", json=sent))["result"]
    assert message["text"] == "🙂 1 < 2\nmore"
    assert message["entities"] == [
        {"type": "bold", "offset": 3, "length": 5},
        {"type": "expandable_blockquote", "offset": 9, "length": 4},
    ]


async def test_an_edit_that_changes_nothing_is_refused(bot: Bot) -> None:
    sent = {"chat_id": ANNA, "text": "a", "reply_markup": KEYBOARD}
    message = (await bot.call("sendMessage", json=sent))["result"]
    edit = {**sent, "message_id": message["message_id"]}
    refused = await bot.call("editMessageText", json=edit)
    assert (refused["error_code"], "not modified" in refused["description"]) == (400, True)
    assert (await bot.call("editMessageText", json={**edit, "text": "b"}))["ok"]


async def test_a_chat_held_back_is_told_for_how_long_and_others_go_on(bot: Bot) -> None:
    bot.telegram.hold_back(ANNA, 30)
    refused = await bot.call("sendMessage", json={"chat_id": ANNA, "text": "a"})
    assert refused["parameters"] == {"retry_after": 30}
    assert (await bot.call("sendMessage", json={"chat_id": BEN, "text": "a"}))["ok"]


async def test_a_tap_carries_the_message_that_was_tapped_and_what_the_button_holds(
    bot: Bot,
) -> None:
    phone = bot.telegram.phones[ANNA] = Phone()
    sent = {"chat_id": ANNA, "text": "a", "reply_markup": KEYBOARD}
    message = (await bot.call("sendMessage", json=sent))["result"]
    screen = await phone.screens.get()
    [(label, data)] = screen.buttons
    bot.telegram.tap(screen, "en", data)
    [update] = (await bot.call("getUpdates", json={"timeout": 30}))["result"]
    assert (label, update["callback_query"]["data"]) == ("Go on", "on")
    assert update["callback_query"]["message"] == message


async def test_an_update_is_given_again_until_a_later_one_is_asked_for(bot: Bot) -> None:
    bot.telegram.send(ANNA, "en", "/start")
    [first] = (await bot.call("getUpdates", json={"offset": 0}))["result"]
    [again] = (await bot.call("getUpdates", json={"offset": first["update_id"]}))["result"]
    bot.telegram.send(ANNA, "en", "more")
    [later] = (await bot.call("getUpdates", json={"offset": first["update_id"] + 1}))["result"]
    assert (again, later["message"]["text"]) == (first, "more")


async def test_whoever_asks_again_at_once_from_the_same_offset_gets_one_update() -> None:
    updates = Updates()
    answers: list[list[bytes]] = []
    for number in (1, 2, 3):
        updates.add(number, b"%d" % number)
    for offset in ("1", "1", "2"):
        updates.ask({"offset": offset}, answers.append, lambda: None)
    assert answers == [[b"1", b"2", b"3"], [b"1"], [b"2", b"3"]]


async def test_updates_of_one_chat_come_one_after_another_and_those_of_others_beside_them(
    bot: Bot,
) -> None:
    came: asyncio.Queue[str] = asyncio.Queue()
    may_end = asyncio.Event()

    async def take(request: web.Request) -> web.Response:
        update = await request.json()
        came.put_nowait(update["message"]["text"])
        await may_end.wait()
        return web.Response()

    async with listening(take) as port:
        bot.telegram.targets = [("127.0.0.1", port)]
        await bot.call("setWebhook", json={"url": f"http://127.0.0.1:{port}/telegram"})
        for chat_id, text in ((ANNA, "a1"), (ANNA, "a2"), (BEN, "b1")):
            bot.telegram.send(chat_id, "en", text)
        assert {await came.get(), await came.get()} == {"a1", "b1"}
        assert came.empty()
        may_end.set()
        assert await came.get() == "a2"


async def test_an_update_that_is_refused_comes_again_and_a_response_may_name_a_method(
    bot: Bot,
) -> None:
    phone = bot.telegram.phones[ANNA] = Phone()
    codes = iter((503, 200))

    async def take(_: web.Request) -> web.Response:
        body = {"method": "sendMessage", "chat_id": ANNA, "text": "done"}
        return web.json_response(body, status=next(codes))

    async with listening(take) as port:
        bot.telegram.targets = [("127.0.0.1", port)]
        await bot.call("setWebhook", json={"url": f"http://127.0.0.1:{port}/telegram"})
        bot.telegram.send(ANNA, "en", "/start")
        screen = await phone.screens.get()
    assert (screen.written[0], next(codes, None)) == ("done", None)
