"""Telegram for one bot: calls in, updates out."""

import asyncio
import json
import math
import time
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import count
from typing import Protocol
from urllib.parse import urlsplit

from tests.benchmarks.bot_api.courier import Address, Courier
from tests.benchmarks.bot_api.parameters import Parameters, parameters_in
from tests.benchmarks.bot_api.screens import RefusedError, Screen, Screens, chat_json
from tests.benchmarks.bot_api.updates import Updates

Answer = Callable[[int, str], None]
"""Takes the status and the body of a call's answer."""

_MOST_CONNECTIONS = 40
"""Telegram's default for webhooks."""


class Phone(Protocol):
    """Whoever looks at a chat."""

    def arrives(self, screen: Screen) -> None:
        """Learn that the bot's call with a screen has reached Telegram."""

    def shows(self, screen: Screen) -> None:
        """Show the screen; the bot's call is answered at this moment."""


class Telegram:
    """Answers calls `delay` seconds after they came; a screen is seen when its call is answered.

    `api` is its own address. `targets` are where a webhook's updates go, in turn, whichever way
    its URL leads.
    """

    def __init__(self, token: str) -> None:
        self.token = token
        self.api = ""
        self.targets: Sequence[Address] = ()
        self.delay = 0.0
        self.phones: dict[int, Phone] = {}
        self.calls: Counter[str] = Counter()
        self.taps = 0
        self.updates = Updates()
        self.courier: Courier | None = None
        bot = {"id": int(token.partition(":")[0]), "is_bot": True, "first_name": "Bench"}
        self._me = json.dumps({**bot, "username": "bench_bot", "can_join_groups": True})
        self.screens = Screens(json.dumps({**bot, "username": "bench_bot"}))
        self._held: dict[int, float] = {}
        self._update_ids = count(100_000_001)
        self._loop = asyncio.get_running_loop()
        self._methods: dict[str, Callable[[Parameters], str]] = {
            "getme": lambda _: self._me,
            "setwebhook": self._set_webhook,
            "deletewebhook": self._delete_webhook,
        }

    def hold_back(self, chat_id: int, seconds: float) -> None:
        """Answer 429 to whatever is put into the chat until the seconds are over."""
        self._held[chat_id] = self._loop.time() + seconds

    def send(self, chat_id: int, language_code: str, text: str) -> None:
        """Let a person write to the bot."""
        length = len(text.partition(" ")[0])
        entities = (
            f',"entities":[{{"type":"bot_command","offset":0,"length":{length}}}]'
            if text.startswith("/")
            else ""
        )
        self._deliver(
            chat_id,
            f'"message":{{"message_id":{self.screens.next_message_id()},'
            f'"from":{_user(chat_id, language_code)},"chat":{chat_json(chat_id)},'
            f'"date":{int(time.time())},"text":{json.dumps(text)}{entities}}}',
        )

    def tap(self, screen: Screen, language_code: str, data: str) -> None:
        """Let a person tap a button under a screen."""
        self.taps += 1
        number = next(self._update_ids)
        self._deliver(
            screen.chat_id,
            f'"callback_query":{{"id":"{4_000_000_000_000_000_000 + number}",'
            f'"from":{_user(screen.chat_id, language_code)},"message":{screen.json},'
            f'"chat_instance":"{screen.chat_id}","data":{json.dumps(data)}}}',
        )

    def forget(self, chat_id: int) -> None:
        """Keep nothing of a chat that nobody looks at any more."""
        self.phones.pop(chat_id, None)
        self.screens.forget(chat_id)

    def _deliver(self, chat_id: int, content: str) -> None:
        number = next(self._update_ids)
        update = f'{{"update_id":{number},{content}}}'.encode()
        if self.courier is not None:
            self.courier.bring(chat_id, update)
        else:
            self.updates.add(number, update)

    def call(self, method: str, parameters: Parameters, answer: Answer) -> None:
        """Carry out one call."""
        name = method.lower()
        self.calls[name] += 1
        if name == "getupdates":
            self._get_updates(parameters, answer)
            return
        try:
            if name in {"sendmessage", "editmessagetext"}:
                self._check_hold(int(parameters["chat_id"]))
                put = self.screens.send if name == "sendmessage" else self.screens.edit
                self._show(put(parameters), answer)
                return
            # Whatever else a bot says, Telegram is content with.
            carry_out = self._methods.get(name)
            result = carry_out(parameters) if carry_out else "true"
        except RefusedError as refusal:
            self._later(answer, refusal.code, _refusal(refusal))
        else:
            self._later(answer, 200, _success(result))

    def _show(self, screen: Screen, answer: Answer) -> None:
        phone = self.phones.get(screen.chat_id)
        if phone is not None:
            phone.arrives(screen)

        def tell(code: int, body: str) -> None:
            answer(code, body)
            if phone is not None:
                phone.shows(screen)

        self._later(tell, 200, _success(screen.json))

    def _later(self, answer: Answer, code: int, body: str) -> None:
        if self.delay:
            self._loop.call_later(self.delay, answer, code, body)
        else:
            answer(code, body)

    def _check_hold(self, chat_id: int) -> None:
        left = self._held.get(chat_id, 0.0) - self._loop.time()
        if left > 0:
            seconds = math.ceil(left)
            description = f"Too Many Requests: retry after {seconds}"
            raise RefusedError(429, description, seconds)

    def _get_updates(self, parameters: Parameters, answer: Answer) -> None:
        """Answer with the updates there are when the call has come, or else with the next."""

        def tell(updates: list[bytes]) -> None:
            answer(200, _success(f"[{b','.join(updates).decode()}]"))

        def refuse() -> None:
            answer(409, _refusal(RefusedError(409, "Conflict: terminated by other getUpdates")))

        self._loop.call_later(self.delay, self.updates.ask, parameters, tell, refuse)

    def _set_webhook(self, parameters: Parameters) -> str:
        url = urlsplit(parameters["url"])
        if self.courier is None:
            self.courier = Courier(
                url.path or "/",
                parameters.get("secret_token", ""),
                int(parameters.get("max_connections", _MOST_CONNECTIONS)),
                self.targets,
                self._take_response,
            )
            for number, update in enumerate(self.updates.take_all()):
                self.courier.bring(-number, update)
        return "true"

    def _delete_webhook(self, _: Parameters) -> str:
        self.close()
        return "true"

    def close(self) -> None:
        """Bring no more updates."""
        if self.courier is not None:
            self.courier.close()
            self.courier = None

    def _take_response(self, content_type: str, body: bytes) -> None:
        """Carry out what a webhook's response asks for; nobody is told how it went."""
        parameters = parameters_in(content_type, body)
        if method := parameters.pop("method", ""):
            self.call(method, parameters, lambda _, __: None)


def _user(user_id: int, language_code: str) -> str:
    return (
        f'{{"id":{user_id},"is_bot":false,"first_name":"Anna","language_code":"{language_code}"}}'
    )


def _success(result: str) -> str:
    return f'{{"ok":true,"result":{result}}}'


def _refusal(refusal: RefusedError) -> str:
    told: dict[str, object] = {
        "ok": False,
        "error_code": refusal.code,
        "description": str(refusal),
    }
    if refusal.retry_after:
        told["parameters"] = {"retry_after": refusal.retry_after}
    return json.dumps(told)
