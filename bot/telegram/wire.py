"""Calls to the Bot API as plain data, for what happens at every tap.

python-telegram-bot's own methods make an object of every button, which costs more than the rest
of a call together. What they do besides, that is errors and time-outs, is done here by the same
code of the library's.
"""

import json
from collections.abc import Mapping
from typing import Any

from telegram import Bot
from telegram.request import BaseRequest, RequestData
from telegram.request._requestparameter import RequestParameter


class Wire:
    """Calls methods of the Bot API for one bot, over one kind of connection."""

    def __init__(self, bot: Bot, request: BaseRequest) -> None:
        self.bot = bot
        self._request = request

    async def call(self, method: str, read_timeout: float, **parameters: object) -> Any:  # noqa: ANN401 - whatever Telegram answers
        """Return what Telegram answers; raises `telegram.error.TelegramError`.

        A parameter that is `None` is left out; one that is no text is sent as JSON.
        """
        return await self._request.post(
            self._address(method), _written(parameters), read_timeout=read_timeout
        )

    async def tell(self, method: str, read_timeout: float, **parameters: object) -> None:
        """Call where nobody needs what Telegram answers beyond that it is done."""
        await self._request._request_wrapper(  # noqa: SLF001 - `post` reads the answer, and is no more than that
            self._address(method), "POST", _written(parameters), read_timeout=read_timeout
        )

    def _address(self, method: str) -> str:
        return f"{self.bot.base_url}/{method}"


def _written(parameters: Mapping[str, object]) -> RequestData:
    return RequestData(
        [
            RequestParameter(name, value if isinstance(value, str) else json.dumps(value), None)
            for name, value in parameters.items()
            if value is not None
        ]
    )
