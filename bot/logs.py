"""Structured logs on standard error: what happened and how often, never what was said.

Our own events hold ids and counts. Libraries log addresses with the token in them, texts and
answers; so their records lose their words before any handler sees them, at every level and
wherever they would go.
"""

import logging
import sys
import traceback
from collections.abc import MutableMapping
from pathlib import Path
from types import TracebackType

from bot.lean import without

with without("rich", "greenlet"):
    # It would load what draws tracebacks in colors, and for another kind of threads what SQLite
    # does without, too: five megabytes that nobody uses.
    import structlog

_EXCEPTION = tuple[type[BaseException], BaseException, TracebackType | None]
_MOST_FRAMES = 6
_HERE = Path(__file__).parents[1]


def log_to_stderr(level: str) -> None:
    """Log from `level` up, one line an event; libraries from warnings up, and without words."""
    threshold = logging.getLevelNamesMapping()[level.upper()]
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            _exception_without_words,
            structlog.processors.LogfmtRenderer(key_order=("timestamp", "level", "event")),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(threshold),
        logger_factory=structlog.WriteLoggerFactory(file=sys.stderr),
        cache_logger_on_first_use=False,
    )
    logging.setLogRecordFactory(_WordlessRecord)
    logging.basicConfig(
        level=logging.WARNING,
        stream=sys.stderr,
        format='level=%(levelname)s event="%(message)s" logger=%(name)s at=%(module)s:%(lineno)d',
    )


class _WordlessRecord(logging.LogRecord):
    """What a library logs, without its message: that may hold a token, a text or an answer."""

    def __init__(  # noqa: PLR0913, PLR0917 - the signature is the base class's
        self,
        name: str,
        level: int,
        pathname: str,
        lineno: int,
        msg: object,
        args: object,
        exc_info: _EXCEPTION | tuple[None, None, None] | None,
        func: str | None = None,
        sinfo: str | None = None,
    ) -> None:
        del msg, args, sinfo
        error = exc_info[1] if exc_info else None
        words = f"a library: {what(error)}" if error else "a library"
        super().__init__(name, level, pathname, lineno, words, None, None, func)


def what(error: BaseException) -> str:
    """Name an exception and where it came from; its text may quote what was said."""
    frames = traceback.extract_tb(error.__traceback__)[-_MOST_FRAMES:]
    places = [f"{_short(frame.filename)}:{frame.lineno}" for frame in reversed(frames)]
    return " < ".join([type(error).__name__, *places])


def _short(filename: str) -> str:
    path = Path(filename)
    return str(path.relative_to(_HERE)) if path.is_relative_to(_HERE) else path.name


def _exception_without_words(
    _: object, __: str, event: MutableMapping[str, object]
) -> MutableMapping[str, object]:
    """Replace `exc_info` by the exception's name and where it came from."""
    found = event.pop("exc_info", None)
    error = sys.exc_info()[1] if found is True else found
    if isinstance(error, BaseException):
        event["exception"] = what(error)
    return event
