"""What a bot under measurement is told, and how it is started."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path


class Way(StrEnum):
    """How updates come to a bot."""

    WEBHOOK = "webhook"
    POLLING = "polling"


@dataclass(frozen=True)
class Assignment:
    """Where a bot works. Its records, where it keeps any, are at `database_url`."""

    token: str
    api: str
    way: Way
    port: int
    folder: Path
    database_url: str = ""

    @property
    def webhook_url(self) -> str:
        """Where updates are sent, whichever way they come."""
        return f"http://127.0.0.1:{self.port}/telegram"


@dataclass(frozen=True)
class Launch:
    """A command and the environment it runs in."""

    command: Sequence[str]
    environment: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Bot:
    """A bot by its name; `differs` says what it does otherwise than the product, or not at all.

    `prepare` installs what it needs, where that is not there yet.
    """

    name: str
    launch: Callable[[Assignment], Launch]
    differs: str = ""
    prepare: Callable[[], object] = lambda: None
