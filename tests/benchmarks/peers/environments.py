"""An environment of its own for each peer, made once from its locked requirements."""

import subprocess
import sys
from hashlib import sha256
from pathlib import Path

LOCKS = Path(__file__).parent
_KEPT = Path(__file__).parents[3] / "var" / "benchmarks"


def python_of(peer: str) -> str:
    """Return the interpreter of a peer's environment, which is made where it is not there yet.

    Raises `subprocess.CalledProcessError` where a package cannot be had.
    """
    lock = LOCKS / f"{peer}.lock"
    version = sha256(lock.read_bytes()).hexdigest()[:12]
    folder = _KEPT / f"{peer}-{version}"
    ready = folder / ".ready"
    python = folder / "bin" / "python"
    if not ready.exists():
        print(f"Setting up {folder}, once: this takes a minute.")
        subprocess.run([sys.executable, "-m", "venv", "--clear", folder], check=True)  # noqa: S603 - our own words
        quietly = ["--quiet", "--disable-pip-version-check"]
        subprocess.run(  # noqa: S603 - our own words
            [python, "-m", "pip", "install", *quietly, "--no-deps", "--require-hashes", "-r", lock],
            check=True,
        )
        ready.touch()
    return str(python)
