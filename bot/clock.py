"""The day, which the inner rooms are told and never look up."""

from datetime import UTC, datetime


def today() -> str:
    """Return the day in UTC, as a report prints it."""
    return datetime.now(UTC).date().isoformat()
