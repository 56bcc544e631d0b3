"""Calls to the Bot API as plain data, for what happens at every tap.

python-telegram-bot's own methods make an object of every button, which costs more than the rest
of a call together. What they do besides, that is errors and time-outs, is done here by the same
code of the library's.
"""

import json
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
        given = [
            RequestParameter(name, value if isinstance(value, str) else json.dumps(value), None)
            for name, value in parameters.items()
            if value is not None
        ]
        address = f"{self.bot.base_url}/{method}"
        return await self._request.post(address, RequestData(given), read_timeout=read_timeout)
