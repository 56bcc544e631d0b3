"""What keeps a command from doing its work."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.storage.interface import StorageUnavailable


class CommandError(Exception):
    """A mistake in the usage or in the configuration, told in one line that says how to mend it."""


def database_mistake(error: "StorageUnavailable") -> CommandError:
    """Say that the records cannot be used, and why."""
    return CommandError(
        f"TACE_DATABASE_URL: the database cannot be used: {error}; mend that, or name another one"
    )
