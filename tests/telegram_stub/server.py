"""The HTTP side: addresses, the token, statuses, and connections that break on request."""

import asyncio

from aiohttp import web

from tests.telegram_stub.api import Api
from tests.telegram_stub.call_log import CallLog
from tests.telegram_stub.faults import Fault, Faults, refusal_of
from tests.telegram_stub.parameters import Parameters, from_request
from tests.telegram_stub.refusals import JsonObject, RefusedError

_LARGEST_BODY = 20 * 1024 * 1024
_LONGEST_SILENCE = 60.0


class Server:
    """Listens on the loopback; port 0 takes any free one."""

    def __init__(self, api: Api, calls: CallLog, faults: Faults, token: str) -> None:
        self._api = api
        self._calls = calls
        self._faults = faults
        self._token = token
        self._closing = asyncio.Event()
        self._runner: web.AppRunner | None = None

    async def open(self, port: int) -> str:
        """Start to listen and return the address."""
        app = web.Application(client_max_size=_LARGEST_BODY)
        app.router.add_route("*", "/bot{token:[^/]+}/{method:[^/]+}", self._handle)
        app.router.add_route("*", "/{path:.*}", self._not_found)
        self._runner = web.AppRunner(
            app, access_log=None, handler_cancellation=True, shutdown_timeout=1
        )
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", port).start()
        host, bound_port = self._runner.addresses[0][:2]
        return f"http://{host}:{bound_port}"

    async def close(self) -> None:
        self._closing.set()
        if self._runner is not None:
            await self._runner.cleanup()

    async def _not_found(self, _: web.Request) -> web.Response:
        return _response(RefusedError(404, "Not Found").to_json())

    async def _handle(self, request: web.Request) -> web.Response:
        if request.match_info["token"] != self._token:
            return _response(RefusedError(401, "Unauthorized").to_json())
        fault = self._faults.next_fault(request.match_info["method"])
        if fault == "drop":
            return _broken(request)
        try:
            parameters = await from_request(request)
        except web.HTTPRequestEntityTooLarge:
            return _response(RefusedError(413, "Request Entity Too Large").to_json())
        except RefusedError as refusal:
            return _response(refusal.to_json())
        answer = await self._answer(request.match_info["method"], parameters, fault)
        return _broken(request) if answer is None else _response(answer)

    async def _answer(
        self, method: str, parameters: Parameters, fault: Fault | None
    ) -> JsonObject | None:
        """Run the call and return its answer, or None when it is not to reach the bot."""
        call = self._api.start(method, parameters, in_webhook_answer=False)
        told: JsonObject | None = None
        try:
            if fault == "timeout":
                # The bot gives up long before this ends, so the call counts as finished.
                self._calls.finish(call, None)
                await self._silence(_LONGEST_SILENCE)
            elif isinstance(fault, int):
                told = refusal_of(fault).to_json()
            elif isinstance(fault, RefusedError):
                told = fault.to_json()
            else:
                answer = await self._api.run(call, parameters)
                await self._silence(self._faults.delay)
                told = None if fault == "lost" else answer
        finally:
            self._calls.finish(call, told)
        return told

    async def _silence(self, seconds: float) -> None:
        """Let time pass, but not beyond the end of the test."""
        if seconds > 0:
            try:
                async with asyncio.timeout(seconds):
                    await self._closing.wait()
            except TimeoutError:
                return


def _response(answer: JsonObject) -> web.Response:
    response = web.json_response(answer, status=answer.get("error_code", 200))
    retry_after = answer.get("parameters", {}).get("retry_after")
    if retry_after is not None:
        response.headers["Retry-After"] = str(retry_after)
    return response


def _broken(request: web.Request) -> web.Response:
    """Cut the connection; what is returned reaches nobody."""
    if request.transport is not None:
        request.transport.abort()
    return web.Response()
