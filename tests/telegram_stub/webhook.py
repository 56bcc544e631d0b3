"""The methods setWebhook, deleteWebhook and getWebhookInfo."""

import re
from dataclasses import dataclass

from yarl import URL

from tests.telegram_stub.clock import Clock
from tests.telegram_stub.courier import Courier, RunAnswer
from tests.telegram_stub.parameters import Handler, Parameters
from tests.telegram_stub.refusals import JsonObject, bad_request
from tests.telegram_stub.updates import DEFAULT_KINDS, UpdateQueue
from tests.telegram_stub.waiting import Changes

_PORTS = {443, 88, 80, 8443}
_LOOPBACK = {"127.0.0.1", "localhost"}
_SECRET = re.compile(r"[A-Za-z0-9_-]*")
_LONGEST_SECRET = 256


@dataclass(frozen=True)
class _Setting:
    url: str
    secret_token: str
    max_connections: int


class Webhook:
    """Where updates go when the bot does not ask for them.

    Plain http is taken on the loopback only. Nothing leaves the machine: for any other address
    `route` names the server on the loopback that stands for it, as a load balancer would.
    """

    def __init__(self, queue: UpdateQueue, changes: Changes, clock: Clock) -> None:
        self.route: str | None = None
        self.run_answer: RunAnswer | None = None
        self.last_error = ""
        self._queue = queue
        self._changes = changes
        self._clock = clock
        self._setting: _Setting | None = None
        self._courier: Courier | None = None
        self._last_error_date = 0

    @property
    def is_set(self) -> bool:
        return self._setting is not None

    def methods(self) -> dict[str, Handler]:
        return {
            "deleteWebhook": self.delete,
            "getWebhookInfo": self.info,
            "setWebhook": self.set,
        }

    async def set(self, parameters: Parameters) -> bool:
        url = parameters.text("url").strip()
        setting = _checked(url, parameters) if url else None
        if parameters.flag("drop_pending_updates"):
            self._queue.clear()
        if url:
            self._queue.allow(parameters.json("allowed_updates", "can't parse allowed_updates"))
        if setting != self._setting:
            await self._change(setting)
        return True

    async def delete(self, parameters: Parameters) -> bool:
        if parameters.flag("drop_pending_updates"):
            self._queue.clear()
        await self._change(None)
        return True

    async def info(self, _: Parameters) -> JsonObject:
        body: JsonObject = {
            "url": "",
            "has_custom_certificate": False,
            "pending_update_count": len(self._queue.pending),
        }
        if self._setting is not None:
            body |= {
                "url": self._setting.url,
                "max_connections": self._setting.max_connections,
            }
        if self.last_error:
            body |= {
                "last_error_date": self._last_error_date,
                "last_error_message": self.last_error,
            }
        if self._queue.allowed != DEFAULT_KINDS:
            body["allowed_updates"] = sorted(self._queue.allowed)
        return body

    async def close(self) -> None:
        await self._change(None)

    async def _change(self, setting: _Setting | None) -> None:
        target = self._target(setting.url) if setting is not None else None
        self._setting = setting
        self.last_error = ""
        self._queue.on_new = self._changes.tell
        self._changes.tell()
        if self._courier is not None:
            await self._courier.close()
            self._courier = None
        if setting is not None and target is not None:
            secret = setting.secret_token
            self._courier = Courier(
                self._queue,
                target,
                {"X-Telegram-Bot-Api-Secret-Token": secret} if secret else {},
                setting.max_connections,
            )
            self._courier.on_error = self._note_error
            self._courier.run_answer = self.run_answer
            self._queue.on_new = self._courier.go
            self._courier.go()

    def _target(self, url: str) -> URL:
        target = URL(url)
        if target.host in _LOOPBACK:
            return target
        if self.route is None:
            raise bad_request(f"stub: set `webhook.route` first, {target.host} is not called")
        return URL(self.route).join(target.relative())

    def _note_error(self, reason: str) -> None:
        self.last_error = reason
        self._last_error_date = self._clock.date()


def _checked(url: str, parameters: Parameters) -> _Setting:
    try:
        target = URL(url)
    except ValueError:
        raise bad_request("invalid webhook URL specified") from None
    if not target.host or target.scheme not in {"http", "https"}:
        raise bad_request("invalid webhook URL specified")
    secret = parameters.text("secret_token")
    if len(secret) > _LONGEST_SECRET:
        raise bad_request("secret token is too long")
    if not _SECRET.fullmatch(secret):
        raise bad_request("secret token contains unallowed characters")
    if target.host not in _LOOPBACK:
        if target.scheme != "https":
            raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
        if target.port not in _PORTS:
            raise bad_request(
                "bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443"
            )
    return _Setting(url, secret, parameters.within("max_connections", 40, 1, 100))
