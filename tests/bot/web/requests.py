"""Requests to the bot's web endpoint, as Telegram or anybody else makes them."""

from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from typing import Any

from aiohttp import ClientSession

from bot.web.secret import HEADER, webhook_secret
from tests.bot.telegram.conftest import PATH
from tests.telegram_stub import TelegramStub


@dataclass(frozen=True)
class Answered:
    """What came back."""

    status: int
    headers: Mapping[str, str]
    body: str


async def get(url: str) -> Answered:
    async with ClientSession() as session, session.get(url) as answer:
        return Answered(answer.status, answer.headers, await answer.text())


async def post(
    url: str,
    telegram: TelegramStub,
    data: bytes | AsyncIterator[bytes] | None = None,
    secret: str | None = None,
    **sent: Any,  # noqa: ANN401 - whatever the client takes
) -> Answered:
    """Post to the webhook, with the secret that Telegram was given unless told otherwise."""
    headers = {HEADER: webhook_secret(None, telegram.token) if secret is None else secret}
    async with (
        ClientSession() as session,
        session.post(url + PATH, data=data, headers=headers, **sent) as answer,
    ):
        return Answered(answer.status, answer.headers, await answer.text())


async def figure(url: str, name: str) -> float:
    """Return one figure of the bot's, 0 where it was never counted."""
    for line in (await get(f"{url}/metrics")).body.splitlines():
        if line.rpartition(" ")[0] == name:
            return float(line.rpartition(" ")[2])
    return 0.0
