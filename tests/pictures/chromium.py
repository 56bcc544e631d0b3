"""A browser without a window, spoken to in the DevTools protocol."""

import asyncio
from asyncio.subprocess import DEVNULL, PIPE
from base64 import b64decode
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from itertools import count
from tempfile import TemporaryDirectory
from typing import Any

from aiohttp import ClientSession, ClientWebSocketResponse

_FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
    "--remote-debugging-port=0",
)
_ADDRESS = b"DevTools listening on "


class Tab:
    """A blank tab, which pages are put into."""

    def __init__(self, socket: ClientWebSocketResponse) -> None:
        self._socket = socket
        self._numbers = count(1)
        self._session: dict[str, str] = {}

    async def open(self) -> None:
        """Open the tab."""
        target = await self._do("Target.createTarget", url="about:blank")
        session = await self._do("Target.attachToTarget", targetId=target["targetId"], flatten=True)
        self._session = {"sessionId": session["sessionId"]}

    async def put(self, page: str, *, scale: float) -> None:
        """Show a page, so many pixels of the picture to each of its own."""
        await self._do(
            "Emulation.setDeviceMetricsOverride",
            width=1280,
            height=844,
            deviceScaleFactor=scale,
            mobile=False,
        )
        tree = await self._do("Page.getFrameTree")
        frame = tree["frameTree"]["frame"]["id"]
        await self._do("Page.setDocumentContent", frameId=frame, html=page)
        await self.evaluate("document.fonts.ready.then(() => true)")

    async def evaluate(self, script: str) -> Any:  # noqa: ANN401 - whatever the script returns
        """Return what a script comes to on the page, as JSON has it."""
        answer = await self._do(
            "Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True
        )
        if "exceptionDetails" in answer:
            raise RuntimeError(str(answer["exceptionDetails"]))
        return answer["result"]["value"]

    async def picture(self) -> bytes:
        """Return the whole page as PNG."""
        size = await self.evaluate("document.body.getBoundingClientRect().toJSON()")
        clip = {"x": 0, "y": 0, "width": size["width"], "height": size["height"], "scale": 1}
        answer = await self._do("Page.captureScreenshot", clip=clip, captureBeyondViewport=True)
        return b64decode(answer["data"])

    async def _do(self, method: str, **parameters: object) -> dict[str, Any]:
        number = next(self._numbers)
        await self._socket.send_json(
            {"id": number, "method": method, "params": parameters, **self._session}
        )
        while True:
            answer = await self._socket.receive_json()
            if answer.get("id") != number:
                continue
            if "error" in answer:
                raise RuntimeError(f"{method}: {answer['error']}")
            return dict(answer["result"])


@asynccontextmanager
async def chromium(program: str) -> AsyncIterator[Tab]:
    """Run the browser with a profile of its own, and end it."""
    with TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        browser = await asyncio.create_subprocess_exec(
            program, *_FLAGS, f"--user-data-dir={profile}", stdout=DEVNULL, stderr=PIPE
        )
        assert browser.stderr is not None  # it is piped
        try:
            address = await _address(browser.stderr)
            # Left unread, what it goes on to say would fill the pipe and stop it.
            unread = asyncio.create_task(browser.stderr.read())
            async with (
                ClientSession() as session,
                session.ws_connect(address, max_msg_size=0) as socket,
            ):
                tab = Tab(socket)
                await tab.open()
                yield tab
        finally:
            browser.terminate()
            await browser.wait()
        await unread


async def _address(stream: asyncio.StreamReader) -> str:
    async for line in stream:
        if line.startswith(_ADDRESS):
            return line.removeprefix(_ADDRESS).decode().strip()
    raise RuntimeError("the browser ended before it could be spoken to")
