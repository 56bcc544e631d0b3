"""Shows how far a long evaluation is."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from stat import S_ISREG
from typing import BinaryIO, TextIO


@contextmanager
def with_progress(source: BinaryIO) -> Iterator[BinaryIO]:
    """Yield the source, with a bar on stderr that follows how much of it has been read.

    There is no bar unless stderr is a terminal, and none either where the results go to a
    terminal too: they show the progress themselves, and the bar would write over them.
    """
    if not _is_terminal(sys.stderr) or _is_terminal(sys.stdout):
        yield source
        return
    # Slow to load, and no script sees it.
    from rich.console import Console  # noqa: PLC0415 - see above
    from rich.progress import Progress  # noqa: PLC0415 - see above

    with Progress(console=Console(stderr=True), transient=True) as progress:
        yield progress.wrap_file(source, total=_size(source), description="Cases")


def _is_terminal(stream: TextIO | None) -> bool:
    # A standard stream is None where the caller closed it.
    return stream is not None and stream.isatty()


def _size(source: BinaryIO) -> int | None:
    """Return how many bytes there are to read, `None` where that is not known beforehand."""
    state = os.fstat(source.fileno())
    return state.st_size if S_ISREG(state.st_mode) else None
