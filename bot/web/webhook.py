"""Telegram's webhook: an update is acknowledged when it is dealt with, and not before."""

import asyncio
import json
import math
from http import HTTPStatus

import structlog
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.types import Receive, Scope, Send

from bot.metrics import Metrics
from bot.telegram.errors import NotDone
from bot.telegram.patience import Patience
from bot.telegram.reception import Reception
from bot.telegram.spinner import Spinner
from bot.telegram.updates import Arrival, Raw, number_of, update_of
from bot.telegram.wire import Wire
from bot.web.body import body_of
from bot.web.secret import HEADER, is_right

log = structlog.get_logger(__name__)

_REASONS = {
    HTTPStatus.UNAUTHORIZED: "secret",
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: "size",
    HTTPStatus.REQUEST_TIMEOUT: "time",
    HTTPStatus.BAD_REQUEST: "malformed",
}


class Webhook:
    """Answers Telegram's requests."""

    def __init__(
        self,
        wire: Wire,
        reception: Reception,
        secret: str,
        metrics: Metrics,
        patience: Patience,
    ) -> None:
        self._wire = wire
        self._reception = reception
        self._secret = secret
        self._metrics = metrics
        self._patience = patience
        self._stopping: set[asyncio.Task[None]] = set()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, as ASGI has it."""
        response = await self.answer(Request(scope, receive))
        await response(scope, receive, send)

    async def answer(self, request: Request) -> Response:
        """Answer 200 once the update is dealt with, 503 where Telegram is to send it again."""
        try:
            raw = await self._update_in(request)
        except HTTPException as error:
            reason = _REASONS[HTTPStatus(error.status_code)]
            self._metrics.refused_requests.labels(reason).inc()
            log.warning("a request was refused", reason=reason)
            return Response(status_code=error.status_code)
        update = update_of(raw, self._wire.bot, self._metrics)
        return Response() if update is None else await self._deal_with(update)

    async def _update_in(self, request: Request) -> Raw:
        """Return what was sent; raises `HTTPException` for anything that is no update."""
        if not is_right(request.headers.get(HEADER), self._secret):
            raise HTTPException(HTTPStatus.UNAUTHORIZED)
        try:
            raw = json.loads(await body_of(request, self._patience.body))
        except (ValueError, RecursionError):
            raise HTTPException(HTTPStatus.BAD_REQUEST) from None
        if not isinstance(raw, dict) or number_of(raw) is None:
            raise HTTPException(HTTPStatus.BAD_REQUEST)
        return raw

    async def _deal_with(self, update: Arrival) -> Response:
        spinner = Spinner(self._wire, may_wait=True)
        clock = asyncio.get_running_loop()
        timer = clock.call_later(self._patience.spinner, self._wait_no_longer, spinner)
        try:
            await self._reception.take(update, spinner)
        except NotDone as error:
            self._metrics.retries.labels("not done").inc()
            log.warning("an update is to be sent again", reason=str(error))
            seconds = str(math.ceil(error.seconds))
            return Response(
                status_code=HTTPStatus.SERVICE_UNAVAILABLE, headers={"Retry-After": seconds}
            )
        finally:
            timer.cancel()
        said = spinner.response()
        return Response() if said is None else JSONResponse(said)

    def _wait_no_longer(self, spinner: Spinner) -> None:
        stopping = asyncio.create_task(spinner.wait_no_longer())
        self._stopping.add(stopping)
        stopping.add_done_callback(self._stopping.discard)
