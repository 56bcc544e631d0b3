"""`tace-consult evaluate`: judges many cases at once."""

from typing import Annotated

import typer

from bot.commands.exit_codes import FINE, SOMETHING_WRONG
from bot.commands.mistakes import CommandError
from bot.commands.streams import STANDARD_INPUT, name_of, opened, standard_output
from bot.evaluation.formats import InputFormat, OutputFormat, ends_as_csv


def evaluate(
    file: Annotated[
        str, typer.Argument(metavar="FILE", help="A file of cases; - is standard input.")
    ] = STANDARD_INPUT,
    written: Annotated[
        InputFormat | None, typer.Option("--input", help="How the cases are written.")
    ] = None,
    wanted: Annotated[
        OutputFormat | None, typer.Option("--output", help="How the results are written.")
    ] = None,
) -> int:
    """Judge many cases: one result a line, in order.

    Input and output are CSV where the file's name ends so, else JSON Lines. A line that is no case
    gets an error for its result, and the exit code is 1.
    """
    # The rules are loaded only once the options are known to be right.
    from bot.evaluation.csv_rows import HeaderError  # noqa: PLC0415 - see above
    from bot.evaluation.evaluation import evaluated  # noqa: PLC0415 - see above
    from bot.evaluation.outcomes import Refused  # noqa: PLC0415 - see above
    from bot.evaluation.progress import with_progress  # noqa: PLC0415 - see above

    is_csv = ends_as_csv(file)
    written = written or (InputFormat.CSV if is_csv else InputFormat.JSONL)
    wanted = wanted or (OutputFormat.CSV if is_csv else OutputFormat.JSONL)
    code = FINE
    with opened(file) as source, standard_output() as target, with_progress(source) as followed:
        try:
            for outcome in evaluated(followed, target, written=written, wanted=wanted):
                if isinstance(outcome, Refused):
                    code = SOMETHING_WRONG
        except HeaderError as error:
            raise CommandError(f"{name_of(file)}: {error}") from None
    return code
