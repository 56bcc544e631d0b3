"""Runs one call: finds the method, applies what a test has arranged, keeps the log."""

from collections.abc import Mapping

from tests.telegram_stub.call_log import Call, CallLog
from tests.telegram_stub.catalogue import CANONICAL, readable, unknown_parameters
from tests.telegram_stub.clock import Clock
from tests.telegram_stub.faults import Faults
from tests.telegram_stub.parameters import Handler, Parameters
from tests.telegram_stub.refusals import JsonObject, RefusedError

_NOT_IN_WEBHOOK_ANSWERS = {"setWebhook", "deleteWebhook", "close", "logOut"}


class Api:
    def __init__(
        self, methods: Mapping[str, Handler], calls: CallLog, faults: Faults, clock: Clock
    ) -> None:
        self._methods = {
            **methods,
            "close": self._close,
            "logOut": self._log_out,
        }
        self._calls = calls
        self._faults = faults
        self._clock = clock
        self._logged_out = False

    def start(self, method: str, parameters: Parameters, *, in_webhook_answer: bool) -> Call:
        """Note a call that begins; a method's name counts in any case."""
        name = CANONICAL.get(method.lower(), method)
        unknown = unknown_parameters(name, parameters) if name in self._methods else frozenset()
        call = Call(name, readable(parameters), self._clock.now(), unknown, in_webhook_answer)
        self._calls.start(call)
        return call

    async def run(self, call: Call, parameters: Parameters) -> JsonObject:
        """Return the body of the answer, be it a result or a refusal."""
        try:
            method = self._method(call.method)
            self._faults.check_pace(call.method, parameters)
            result = await method(parameters)
        except RefusedError as refusal:
            return refusal.to_json()
        return {"ok": True, "result": result}

    def _method(self, name: str) -> Handler:
        if name not in self._methods:
            raise RefusedError(404, "Not Found: method not found")
        if self._logged_out:
            raise RefusedError(400, "Logged out")
        return self._methods[name]

    async def run_in_webhook_answer(self, parameters: Parameters) -> None:
        """Run the method that a webhook's answer names; its own answer goes nowhere."""
        method = CANONICAL.get(parameters.text("method").lower(), "")
        if not method or method.startswith("get") or method in _NOT_IN_WEBHOOK_ANSWERS:
            return
        call = self.start(method, parameters, in_webhook_answer=True)
        self._calls.finish(call, await self.run(call, parameters))

    async def _close(self, _: Parameters) -> bool:
        return True

    async def _log_out(self, _: Parameters) -> bool:
        self._logged_out = True
        return True
