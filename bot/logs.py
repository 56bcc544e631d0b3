"""Structured logs on standard error: what happened, never what was said."""

import logging
import sys

import structlog


def log_to_stderr(level: str) -> None:
    """Log from `level` up, one line an event; libraries from warnings up.

    The HTTP and Telegram libraries log addresses and payloads at lower levels: tokens, texts
    and answers. They are kept out whatever the level is.
    """
    threshold = logging.getLevelNamesMapping()[level.upper()]
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.format_exc_info,
            structlog.processors.LogfmtRenderer(key_order=("timestamp", "level", "event")),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(threshold),
        logger_factory=structlog.WriteLoggerFactory(file=sys.stderr),
        cache_logger_on_first_use=False,
    )
    logging.basicConfig(level=logging.WARNING, stream=sys.stderr, format="%(levelname)s %(name)s")
