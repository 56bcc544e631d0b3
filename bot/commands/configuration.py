"""The settings of this environment, for a command that needs them."""

from typing import TYPE_CHECKING

from bot.commands.mistakes import CommandError

if TYPE_CHECKING:
    from bot.settings import Settings


def settings() -> "Settings":
    """Return the settings; raises `CommandError` that names each one to be mended."""
    from bot.settings import load_settings  # noqa: PLC0415 - few commands need them
    from bot.settings_errors import SettingsError  # noqa: PLC0415 - as above

    try:
        return load_settings()
    except SettingsError as error:
        raise CommandError("; ".join(error.problems)) from None
