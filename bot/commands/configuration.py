"""The settings of this environment, for a command that needs them."""

import sys
from typing import TYPE_CHECKING

from bot.commands.mistakes import CommandError

if TYPE_CHECKING:
    from bot.settings import Settings


def settings(*, strictly: bool = False) -> "Settings":
    """Return the settings; raises `CommandError` that names each one to be mended.

    A variable that is no setting is told on stderr; `strictly`, it is a mistake like any other.
    """
    from bot.settings import load_settings, misspelt_settings  # noqa: PLC0415 - few need them
    from bot.settings_errors import SettingsError  # noqa: PLC0415 - as above

    try:
        found, misspelt = load_settings(), misspelt_settings()
    except SettingsError as error:
        raise CommandError("; ".join(error.problems)) from None
    if misspelt and strictly:
        raise CommandError("; ".join(misspelt))
    for each in misspelt:
        print(f"tace-consult: {each}", file=sys.stderr)  # noqa: T201 - nothing is logged yet
    return found
