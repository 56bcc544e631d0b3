"""The real command, in a process of its own."""

import asyncio
import os
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

PATIENCE_SECONDS = 120
"""After so long a process that does not end is taken to be stuck."""

COMMAND = (sys.executable, "-m", "bot")


@dataclass(frozen=True)
class Ended:
    """How a process ended, and what it printed."""

    code: int
    out: str
    err: str


def environment(folder: Path, **settings: str) -> dict[str, str]:
    """Return what a process is given: a folder of its own, and no settings but these."""
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("TACE_")}
    return {
        **inherited,
        "XDG_DATA_HOME": str(folder),
        "XDG_CONFIG_HOME": str(folder / "configuration"),
        "PYTHONPATH": str(Path(__file__).parents[3]),
        "PYTHONIOENCODING": "utf-8",
        **settings,
    }


@asynccontextmanager
async def process_of(
    *arguments: str, folder: Path, **settings: str
) -> AsyncIterator[asyncio.subprocess.Process]:
    """Start `tace-consult` in a folder; it outlives the context in no case."""
    process = await asyncio.create_subprocess_exec(
        *COMMAND,
        *arguments,
        cwd=folder,
        env=environment(folder, **settings),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    try:
        yield process
    finally:
        if process.returncode is None:
            process.kill()
            await process.communicate()


async def ended(process: asyncio.subprocess.Process, typed: str = "") -> Ended:
    """Type something, wait for the end, and return what came of it."""
    async with asyncio.timeout(PATIENCE_SECONDS):
        out, err = await process.communicate(typed.encode())
    assert process.returncode is not None
    return Ended(process.returncode, out.decode(), err.decode())
