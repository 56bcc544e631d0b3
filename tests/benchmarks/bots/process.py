"""A bot in a process of its own, and what it takes of the machine."""

import asyncio
import os
import socket
import time
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, asynccontextmanager, contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[3]

_ENDING_SECONDS = 30.0
_KIB = 1024


class EndedError(Exception):
    """A bot ended before it was asked to."""


@dataclass(frozen=True)
class Running:
    """A process by its id."""

    pid: int

    def cpu_seconds(self) -> float:
        """Return the processor time that it has taken so far, in all its threads."""
        return time.clock_gettime(~self.pid << 3 | 2)  # Linux' clock of another process

    def resident_mb(self) -> float:
        """Return the memory it holds, in millions of bytes."""
        for line in Path(f"/proc/{self.pid}/status").read_text(encoding="ascii").splitlines():
            if line.startswith("VmRSS:"):
                return int(line.split()[1]) * _KIB / 1e6
        raise ProcessLookupError(self.pid)


@contextmanager
def on_core(core: int | None) -> Iterator[None]:
    """Let what is started meanwhile run on one core only; `None` leaves it free."""
    before = os.sched_getaffinity(0)
    if core is not None:
        os.sched_setaffinity(0, {core})
    try:
        yield
    finally:
        os.sched_setaffinity(0, before)


def beside(core: int | None) -> AbstractContextManager[None]:
    """Keep this process off the bot's core meanwhile."""
    others = os.sched_getaffinity(0) - {core}
    return on_core(min(others) if core is not None and others else None)


def loop_ms(core: int | None) -> float:
    """Return the processor time of a loop that is always the same, in milliseconds."""
    total = 0
    with on_core(core):
        start = time.process_time()
        for number in range(1_000_000):
            total += number
        return (time.process_time() - start) * 1000


@asynccontextmanager
async def running(
    command: Sequence[str], environment: Mapping[str, str], folder: Path, core: int | None
) -> AsyncIterator[Running]:
    """Run a bot in a folder of its own, and end it; what it says goes to `log` there.

    Raises `EndedError` where it has ended before.
    """
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("TACE_")}
    with (folder / "log").open("ab") as log, on_core(core):
        process = await asyncio.create_subprocess_exec(
            *command,
            cwd=folder,
            env={**inherited, "PYTHONPATH": str(ROOT), **environment},
            stdin=asyncio.subprocess.DEVNULL,
            stdout=log,
            stderr=log,
        )
    try:
        try:
            yield Running(process.pid)
        finally:
            if process.returncode is not None:
                raise EndedError(f"the bot ended by itself:\n{_last_words(folder)}")
    finally:
        if process.returncode is None:
            process.terminate()
        try:
            await asyncio.wait_for(process.wait(), _ENDING_SECONDS)
        except TimeoutError:
            process.kill()
            await process.wait()


def _last_words(folder: Path) -> str:
    return (folder / "log").read_text(encoding="utf-8", errors="replace")[-2000:]


def free_port() -> int:
    """Return a port of the loopback that nobody listens at."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port: int = listener.getsockname()[1]
        return port
