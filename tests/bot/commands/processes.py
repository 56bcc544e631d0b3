"""The real command, in a process of its own."""

import asyncio
import os
import sys
from dataclasses import dataclass
from pathlib import Path

PATIENCE_SECONDS = 30


@dataclass(frozen=True)
class Ended:
    """How a process ended, and what it printed."""

    code: int
    out: str
    err: str


async def start(*arguments: str, folder: Path, **environment: str) -> asyncio.subprocess.Process:
    """Start `tace-consult` in a folder of its own, with no settings but those given."""
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("TACE_")}
    return await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "bot",
        *arguments,
        cwd=folder,
        env={
            **inherited,
            "XDG_DATA_HOME": str(folder),
            "XDG_CONFIG_HOME": str(folder / "configuration"),
            "PYTHONPATH": str(Path(__file__).parents[3]),
            "PYTHONIOENCODING": "utf-8",
            **environment,
        },
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )


async def ended(process: asyncio.subprocess.Process, typed: str = "") -> Ended:
    """Type something, wait for the end, and return what came of it."""
    async with asyncio.timeout(PATIENCE_SECONDS):
        out, err = await process.communicate(typed.encode())
    assert process.returncode is not None
    return Ended(process.returncode, out.decode(), err.decode())
