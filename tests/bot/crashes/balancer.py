"""A load balancer before several replicas, as simple as one can be."""

from __future__ import annotations

from contextlib import asynccontextmanager
from itertools import cycle, islice
from typing import TYPE_CHECKING

from aiohttp import ClientConnectorError, ClientError, ClientResponse, ClientSession, web

from bot.web.secret import HEADER

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Sequence


@asynccontextmanager
async def balancing(backends: Sequence[str]) -> AsyncIterator[str]:
    """Pass each request to the next replica in turn; return the address to send them to.

    A replica that is down is passed over. A request that one has taken and not answered is
    answered with 502, since nobody knows what became of it.
    """
    turns = cycle(backends)
    async with ClientSession() as session:

        async def passed_on(request: web.Request) -> web.Response:
            body = await request.read()
            headers = {each: request.headers.get(each, "") for each in (HEADER, "Content-Type")}
            for backend in islice(turns, len(backends)):
                try:
                    async with session.post(
                        backend + request.path, data=body, headers=headers
                    ) as answer:
                        return await _told(answer)
                except ClientConnectorError:
                    continue
                except ClientError:
                    break
            return web.Response(status=502)

        app = web.Application()
        app.router.add_post("/{path:.*}", passed_on)
        runner = web.AppRunner(app, access_log=None, shutdown_timeout=1)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        host, port = runner.addresses[0][:2]
        try:
            yield f"http://{host}:{port}"
        finally:
            await runner.cleanup()


async def _told(answer: ClientResponse) -> web.Response:
    headers = {
        name: answer.headers[name]
        for name in ("Content-Type", "Retry-After")
        if name in answer.headers
    }
    return web.Response(status=answer.status, body=await answer.read(), headers=headers)
