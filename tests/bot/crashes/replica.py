"""One process of the bot, which can be killed at any moment and started again."""

from __future__ import annotations

import asyncio
import signal
import socket
from typing import TYPE_CHECKING

from aiohttp import ClientError, ClientSession

from tests.bot.commands.processes import COMMAND, PATIENCE_SECONDS, environment
from tests.bot.keys import KEY

if TYPE_CHECKING:
    from pathlib import Path

    from tests.telegram_stub import TelegramStub

_PATH = "/telegram"


class Replica:
    """A real `python -m bot run`, by long polling until it is told where updates are brought to.

    What it logs goes to a file, for it may be killed at any moment.
    """

    def __init__(self, telegram: TelegramStub, folder: Path, database_url: str) -> None:
        with socket.create_server(("127.0.0.1", 0)) as probe:
            address = f"127.0.0.1:{probe.getsockname()[1]}"
        self.url = f"http://{address}"
        self.starts = 0
        self._folder = folder
        self._log = folder / f"{address.rpartition(':')[2]}.log"
        self._environment = environment(
            folder,
            TACE_TELEGRAM_TOKEN=telegram.token,
            TACE_TELEGRAM_API=telegram.base_url,
            TACE_DATABASE_URL=database_url,
            TACE_ENCRYPTION_KEYS=KEY,
            TACE_LISTEN=address,
            TACE_RATE_LIMIT="0",
        )
        self._process: asyncio.subprocess.Process | None = None

    def take_updates_by_webhook(self, at: str) -> None:
        """Let Telegram bring updates to this address, which leads here."""
        self._environment["TACE_WEBHOOK_URL"] = at + _PATH

    async def start(self) -> None:
        """Start the process, and do not wait until it is up."""
        self.starts += 1
        with self._log.open("ab") as log:
            self._process = await asyncio.create_subprocess_exec(
                *COMMAND,
                "run",
                cwd=self._folder,
                env=self._environment,
                stdin=asyncio.subprocess.DEVNULL,
                stdout=log,
                stderr=log,
            )

    async def crash(self) -> None:
        """Kill the process, which cannot do anything about it."""
        await self._end(signal.SIGKILL)

    async def stop(self) -> str:
        """Ask the process to end, once it is up; return what it logged in all its lives."""
        await self._answers()
        code = await self._end(signal.SIGTERM)
        logged = self._log.read_text()
        assert code == 0, logged
        return logged

    async def _answers(self) -> None:
        async with asyncio.timeout(PATIENCE_SECONDS), ClientSession() as session:
            while True:
                try:
                    async with session.get(f"{self.url}/healthz") as answer:
                        answer.raise_for_status()
                        return
                except ClientError:
                    await asyncio.sleep(0.05)

    async def _end(self, how: signal.Signals) -> int | None:
        process, self._process = self._process, None
        if process is None:
            return 0
        if process.returncode is None:
            process.send_signal(how)
        async with asyncio.timeout(PATIENCE_SECONDS):
            return await process.wait()
