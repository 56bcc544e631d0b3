"""`ask`: the consult in the terminal."""

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from bot.commands.exit_codes import FINE
from bot.commands.mistakes import CommandError
from conversations.wording import Language

if TYPE_CHECKING:
    from conversations.flow.advance import Turn
    from conversations.wording import Wording


def ask(
    start: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="CODE or shorthand",
            help="A case code to go on from, or a case in one line.",
        ),
    ] = None,
    lang: Annotated[Language, typer.Option(help="The language of the consult.")] = Language.EN,
) -> int:
    """Hold a consult in the terminal.

    Questions, wording and report are the same as on Telegram.
    """
    return hold(" ".join(start or ()), lang)


def hold(start: str, language: Language) -> int:
    """Hold the consult on standard input and output, and say how to come back to it."""
    from bot.clock import today  # noqa: PLC0415 - only this command needs them
    from bot.terminal.consult import consult_in_terminal  # noqa: PLC0415 - as above
    from bot.terminal.drawing import console  # noqa: PLC0415 - as above
    from bot.wording import wording  # noqa: PLC0415 - as above

    words, day = wording(language), today()
    turn = _opening(start.strip(), words, day)
    if sys.stdin.isatty():
        # Editing and history on the line, where the terminal offers them.
        import readline  # noqa: F401, PLC0415 - importing it is what switches it on
    left = consult_in_terminal(turn, words, day, lambda: input("> "), console())
    print(f"\n{words('terminal.left', code=left)}")  # noqa: T201 - the command's output
    return FINE


def _opening(start: str, words: "Wording", day: str) -> "Turn":
    """Return the case that a code stands for, or a new one with what a line says of it.

    Raises `CommandError` for a code that cannot be read, and a line that says who the patient is.
    """
    from conversations.consult.case_code import (  # noqa: PLC0415 - only this command needs them
        CaseCodeError,
        decode,
        looks_like_a_code,
    )
    from conversations.consult.state import Consult  # noqa: PLC0415 - as above
    from conversations.conversation import show, typed  # noqa: PLC0415 - as above
    from conversations.flow.advance import Turn  # noqa: PLC0415 - as above
    from conversations.privacy.identifiers import find_identifier  # noqa: PLC0415 - as above

    if not start:
        return Turn(Consult())
    if looks_like_a_code(start):
        try:
            return Turn(decode(start))
        except CaseCodeError as error:
            raise CommandError(words(f"code.{error.fault}")) from error
    if (found := find_identifier(start)) is not None:
        raise CommandError(words(f"identifier.{found}"))
    return typed(show(Turn(Consult()), words, day), start)
