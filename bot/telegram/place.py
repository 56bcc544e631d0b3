"""Where a screen stands."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Place:
    """A message of the bot's."""

    chat_id: int
    message_id: int
