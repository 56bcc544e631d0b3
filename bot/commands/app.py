"""The command line: its commands, and how every mistake ends.

Each command imports what it needs when it runs, so that a quick one starts quickly.
"""

import sys
from collections.abc import Sequence

import typer

from bot.commands.ask import ask
from bot.commands.database import database
from bot.commands.evaluate import evaluate
from bot.commands.exit_codes import FINE, MISTAKE
from bot.commands.handbook import handbook
from bot.commands.mistakes import CommandError
from bot.commands.parse import parse
from bot.commands.run import run as run_bot
from bot.commands.show import show
from bot.commands.verify import verify

PROGRAM = "tace-consult"

app = typer.Typer(
    help="Is this liver cancer refractory to TACE? Four published definitions, side by side.",
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
app.command("run")(run_bot)
app.command()(ask)
app.command()(evaluate)
app.command()(show)
app.command()(parse)
app.command()(handbook)
app.command()(verify)
app.add_typer(database, name="db")


def run(arguments: Sequence[str]) -> int:
    """Run one command and return its exit code; a mistake is told in one line on stderr."""
    try:
        outcome = app(arguments, prog_name=PROGRAM, standalone_mode=False)
    except CommandError as error:
        return _mistaken(f"{PROGRAM}: {error}")
    except typer.TyperException as error:
        context = getattr(error, "ctx", None)
        command = context.command_path if context else PROGRAM
        # The library that checks values puts a word of its own in front of each message.
        message = error.format_message().replace("Value error, ", "")
        return _mistaken(f"{command}: {message} (see {command} --help)")
    return outcome or FINE


def _mistaken(message: str) -> int:
    print(" ".join(message.split()), file=sys.stderr)  # noqa: T201 - the one line of a mistake
    return MISTAKE
