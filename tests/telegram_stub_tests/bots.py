"""Small bots to try the stub with, written against plain HTTP."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any

import aiohttp
from aiohttp import web

from tests.telegram_stub import TelegramStub

Body = dict[str, Any]
Answer = Callable[[Body], Awaitable[web.Response]]
"""What a webhook does with an update."""


class Caller:
    """Calls methods with JSON bodies."""

    def __init__(self, session: aiohttp.ClientSession, telegram: TelegramStub) -> None:
        self.session = session
        self.telegram = telegram

    def url(self, method: str) -> str:
        return f"{self.telegram.base_url}/bot{self.telegram.token}/{method}"

    async def answer(self, method: str, **parameters: object) -> Body:
        async with self.session.post(self.url(method), json=parameters) as response:
            body: Body = await response.json()
        assert response.status == body.get("error_code", 200)
        return body

    async def __call__(self, method: str, **parameters: object) -> Any:  # noqa: ANN401 - a result
        body = await self.answer(method, **parameters)
        assert body["ok"], body
        return body["result"]

    async def refusal(self, method: str, **parameters: object) -> str:
        """Return why a call was refused, as status and description."""
        body = await self.answer(method, **parameters)
        assert not body["ok"], body
        return f"{body['error_code']} {body['description']}"


def buttons(*rows: list[str]) -> Body:
    """Return an inline keyboard whose buttons send their own labels."""
    return {
        "inline_keyboard": [
            [{"text": label, "callback_data": label} for label in row] for row in rows
        ]
    }


class Counter:
    """Answers a text with a button; a tap on it edits the message to tell how often."""

    def __init__(self, call: Caller) -> None:
        self.call = call
        self.seen: list[Body] = []

    async def handle(self, update: Body) -> None:
        self.seen.append(update)
        if "message" in update:
            chat_id = update["message"]["chat"]["id"]
            await self.call.answer(
                "sendMessage", chat_id=chat_id, text="0 taps", reply_markup=buttons(["More"])
            )
        if "callback_query" in update:
            query = update["callback_query"]
            message = query["message"]
            count = int(message["text"].split()[0]) + 1
            await self.call.answer(
                "editMessageText",
                chat_id=message["chat"]["id"],
                message_id=message["message_id"],
                text=f"{count} taps",
                reply_markup=buttons(["More"]),
            )
            await self.call.answer("answerCallbackQuery", callback_query_id=query["id"])


@asynccontextmanager
async def polling(call: Caller, handle: Callable[[Body], Awaitable[None]]) -> AsyncIterator[None]:
    """Run a bot that confirms an update only after it has handled it."""

    async def run() -> None:
        offset = 0
        while True:
            for update in await call("getUpdates", offset=offset, timeout=30):
                await handle(update)
                offset = update["update_id"] + 1

    task = asyncio.create_task(run())
    try:
        yield
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


@asynccontextmanager
async def webhook_server(
    handle: Callable[[web.Request], Awaitable[web.Response]],
) -> AsyncIterator[str]:
    """Serve a webhook on the loopback; yields its address."""
    app = web.Application()
    app.router.add_post("/hook", handle)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=1)
    await runner.setup()
    try:
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        yield f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    finally:
        await runner.cleanup()


class Hook:
    """A webhook whose answer a test can change; notes what came."""

    def __init__(self) -> None:
        self.url = ""
        self.came: list[Body] = []
        self.secrets: list[str] = []
        self.answer: Answer = self.accept

    async def accept(self, _: Body) -> web.Response:
        return web.Response()

    async def handle(self, request: web.Request) -> web.Response:
        self.came.append(await request.json())
        self.secrets.append(request.headers.get("X-Telegram-Bot-Api-Secret-Token", ""))
        return await self.answer(self.came[-1])

    def texts(self) -> list[str]:
        return [one["message"]["text"] for one in self.came]
