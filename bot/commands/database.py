"""`tace-consult db`: looks after the database of the bot."""

from typing import TYPE_CHECKING

import typer

from bot.commands.configuration import settings
from bot.commands.mistakes import CommandError, database_mistake

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

    from bot.settings import Settings

    Work = Callable[[Settings], Coroutine[None, None, str]]

database = typer.Typer(help="Look after the database of the bot.")


@database.command()
def upgrade() -> None:
    """Bring the database to the schema of this release."""
    from bot.commands.database_work import upgrade_database  # noqa: PLC0415 - loads the database libraries

    _carry_out(upgrade_database)


@database.command()
def purge() -> None:
    """Delete the consults past their retention."""
    from bot.commands.database_work import purge_database  # noqa: PLC0415 - loads the database libraries

    _carry_out(purge_database)


@database.command()
def rotate() -> None:
    """Encrypt everything anew with the first of the keys."""
    from bot.commands.database_work import rotate_database  # noqa: PLC0415 - loads the database libraries

    _carry_out(rotate_database)


def _carry_out(work: "Work") -> None:
    """Do the work on the database that the settings name, and print what it reports."""
    import asyncio  # noqa: PLC0415 - slow to load, and other commands do without

    from bot.storage.cipher import EncryptionKeyError  # noqa: PLC0415 - as above
    from bot.storage.interface import StorageUnavailable  # noqa: PLC0415 - as above

    try:
        report = asyncio.run(work(settings()))
    except EncryptionKeyError as error:
        raise CommandError(f"TACE_ENCRYPTION_KEYS: {error}") from None
    except StorageUnavailable as error:
        raise database_mistake(error) from None
    typer.echo(report)
