"""`run`: the Telegram bot, or the consult in the terminal where there is no token."""

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from bot.commands.ask import hold
from bot.commands.configuration import settings
from bot.commands.exit_codes import FINE
from bot.commands.mistakes import CommandError, database_mistake
from conversations.wording import Language

if TYPE_CHECKING:
    from asyncio import AbstractEventLoop
    from collections.abc import Callable

    from bot.settings import Settings


def run(
    *,
    check: Annotated[
        bool, typer.Option("--check", help="Check settings, address, records and token, then exit.")
    ] = False,
) -> int:
    """Run the bot; without a token, hold a consult in the terminal."""
    found = settings(strictly=check)
    if found.telegram_token is None:
        instead = "every setting is readable" if check else "here is the consult in the terminal"
        print(  # noqa: T201 - the command's output
            f"TACE_TELEGRAM_TOKEN is not set, so no bot runs; {instead}.", file=sys.stderr
        )
        return FINE if check else hold("", Language.EN)
    return _telegram(found, found.telegram_token.get_secret_value(), check=check)


def _telegram(found: "Settings", token: str, *, check: bool) -> int:
    from bot.lean import leave_out_what_is_unused  # noqa: PLC0415 - the bot alone needs it

    leave_out_what_is_unused()

    import asyncio  # noqa: PLC0415 - other commands do without the network

    from telegram.error import InvalidToken, TelegramError  # noqa: PLC0415 - as above

    from bot.logs import log_to_stderr  # noqa: PLC0415 - as above
    from bot.storage.cipher import EncryptionKeyError  # noqa: PLC0415 - as above
    from bot.storage.interface import StorageUnavailable  # noqa: PLC0415 - as above
    from bot.telegram.service import (  # noqa: PLC0415 - as above
        WebhookRefusedError,
        check_connection,
        serve,
    )
    from bot.web.app import WebhookPathError  # noqa: PLC0415 - as above
    from bot.web.listening import CannotListenError  # noqa: PLC0415 - as above

    log_to_stderr(found.log)
    try:
        with asyncio.Runner(loop_factory=_loop_factory()) as runner:
            runner.run(check_connection(found, token) if check else serve(found, token))
    except InvalidToken:
        raise CommandError(
            "TACE_TELEGRAM_TOKEN: Telegram refuses this token; copy it again from @BotFather"
        ) from None
    except WebhookRefusedError as error:
        raise CommandError(f"TACE_WEBHOOK_URL: Telegram refuses it: {error}") from None
    except WebhookPathError as error:
        raise CommandError(f"TACE_WEBHOOK_URL: {error}") from None
    except CannotListenError as error:
        raise CommandError(
            f"TACE_LISTEN: {error}; name another address, or end what listens there"
        ) from None
    except TelegramError as error:
        raise CommandError(
            f"TACE_TELEGRAM_API: {found.telegram_api} does not answer as Telegram does"
            f" ({type(error).__name__}); check the address and the network"
        ) from None
    except EncryptionKeyError as error:
        raise CommandError(f"TACE_ENCRYPTION_KEYS: {error}") from None
    except StorageUnavailable as error:
        raise database_mistake(error) from None
    if check:
        print("Settings, address, records and token are fine.")  # noqa: T201 - the command's output
    return FINE


def _loop_factory() -> "Callable[[], AbstractEventLoop] | None":
    """Return what makes the faster event loop, where there is one for this system."""
    try:
        from uvloop import new_event_loop  # noqa: PLC0415 - the bot alone needs it
    except ImportError:
        return None
    return new_event_loop
