"""`tace-consult show`: the case behind a case code."""

from typing import Annotated

import typer

from bot.commands.mistakes import CommandError
from bot.commands.streams import standard_output


def show(
    code: Annotated[str, typer.Argument(metavar="CODE", help="A case code.")],
) -> None:
    """Show the facts and the report behind a case code."""
    from bot.clock import today  # noqa: PLC0415 - loads the rules, as do the next
    from bot.evaluation.full_report import facts_line, full_report  # noqa: PLC0415 - as above
    from bot.wording import wording  # noqa: PLC0415 - as above
    from conversations.consult.case_code import CaseCodeError, decode  # noqa: PLC0415 - as above
    from conversations.screens.scene import Scene  # noqa: PLC0415 - as above
    from conversations.wording import Language  # noqa: PLC0415 - as above

    words = wording(Language.EN)
    try:
        consult = decode(code.strip())
    except CaseCodeError as error:
        raise CommandError(words(f"code.{error.fault}")) from None
    with standard_output() as output:
        report = full_report(Scene(consult, words, today()))
        output.write(f"{facts_line(consult)}\n\n{report}\n".encode())
