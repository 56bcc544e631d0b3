"""Reading a request's body, bounded in size and in time."""

import asyncio
from http import HTTPStatus

from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request

MOST_BYTES = 256 * 1024
"""Far more than an update can take: a text has 4,096 characters at most."""


async def body_of(request: Request, seconds: float) -> bytes:
    """Return the whole body, which may take so many seconds.

    Raises `HTTPException`: 413 for one that is too large, whether it says so or not, 408 for one
    that takes too long, 400 for one that breaks off or lies about its length.
    """
    announced = request.headers.get("content-length", "0")
    if not announced.isascii() or not announced.isdecimal():
        raise HTTPException(HTTPStatus.BAD_REQUEST)
    if int(announced) > MOST_BYTES:
        raise HTTPException(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
    body = bytearray()
    try:
        async with asyncio.timeout(seconds):
            async for chunk in request.stream():
                body += chunk
                if len(body) > MOST_BYTES:
                    raise HTTPException(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
    except TimeoutError:
        raise HTTPException(HTTPStatus.REQUEST_TIMEOUT) from None
    except ClientDisconnect:
        raise HTTPException(HTTPStatus.BAD_REQUEST) from None
    return bytes(body)
