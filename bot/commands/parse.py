"""`parse`: what shorthand understands of a line."""

import json
from typing import Annotated

import typer

from bot.commands.exit_codes import FINE
from bot.commands.streams import standard_output
from conversations.wording import Language


def parse(
    line: Annotated[list[str], typer.Argument(metavar="LINE", help="A case in one line.")],
    lang: Annotated[Language, typer.Option(help="The language of the reasons.")] = Language.EN,
) -> int:
    """Print as JSON what is understood of a case in one line.

    These are the facts that it says surely, and what was left out of it, with the reason.
    """
    from bot.wording import wording  # noqa: PLC0415 - only some commands need them
    from conversations.shorthand.contract import as_contract  # noqa: PLC0415 - as above
    from conversations.shorthand.reader import read_shorthand  # noqa: PLC0415 - as above

    understood = read_shorthand(" ".join(line))
    with standard_output():
        typer.echo(json.dumps(as_contract(understood, wording(lang)), ensure_ascii=False))
    return FINE
