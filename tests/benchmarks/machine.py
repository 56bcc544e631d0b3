"""What the figures were measured on, and with which versions."""

import os
import platform
import re
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from tests.benchmarks.peers.environments import LOCKS

_OURS = ("python-telegram-bot", "aiohttp", "sqlalchemy", "uvicorn", "uvloop")
_THEIRS = re.compile(r"^(python-telegram-bot|aiogram|aiogram-dialog)==(\S+)", re.MULTILINE)


def machine_notes() -> list[str]:
    """Return lines about day, machine and versions."""
    ours = ", ".join(f"{name} {version(name)}" for name in _OURS)
    peers = ", ".join(
        " ".join(found)
        for lock in sorted(LOCKS.glob("*.lock"))
        for found in _THEIRS.findall(lock.read_text(encoding="ascii"))
    )
    system = f"{platform.system()} {platform.release()}, Python {platform.python_version()}"
    where = f"{_processor()}, {os.cpu_count()} cores, {system}"
    return [
        f"Measured on {datetime.now(UTC):%Y-%m-%d}: {where}.",
        f"TACE Consult with {ours}. Peers: {peers}.",
    ]


def _processor() -> str:
    found = re.search(r"model name\s*: (.+)", Path("/proc/cpuinfo").read_text(encoding="utf-8"))
    return found[1] if found else platform.machine()
