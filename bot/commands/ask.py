"""`ask`: the consult in the terminal."""

import sys
from typing import Annotated

import typer

from bot.commands.exit_codes import FINE
from bot.commands.mistakes import CommandError
from conversations.consult.case_code import CaseCodeError, decode
from conversations.consult.state import Consult
from conversations.wording import Language


def ask(
    code: Annotated[
        str | None, typer.Argument(metavar="[CODE]", help="The case code to go on from.")
    ] = None,
    lang: Annotated[Language, typer.Option(help="The language of the consult.")] = Language.EN,
) -> int:
    """Hold a consult in the terminal: the same questions and the same report as on Telegram."""
    return hold(code, lang)


def hold(code: str | None, language: Language) -> int:
    """Hold the consult on standard input and output, and say how to come back to it."""
    from bot.clock import today  # noqa: PLC0415 - only this command needs them
    from bot.terminal.consult import consult_in_terminal  # noqa: PLC0415
    from bot.terminal.drawing import console  # noqa: PLC0415
    from bot.wording import wording  # noqa: PLC0415

    words = wording(language)
    start = Consult()
    if code:
        try:
            start = decode(code)
        except CaseCodeError as error:
            raise CommandError(words(f"code.{error.fault}")) from error
    if sys.stdin.isatty():
        # Editing and history on the line, where the terminal offers them.
        import readline  # noqa: F401, PLC0415 - importing it is what switches it on
    left = consult_in_terminal(start, words, today(), lambda: input("> "), console())
    print(f"\n{words('terminal.left', code=left)}")  # noqa: T201 - the command's output
    return FINE
