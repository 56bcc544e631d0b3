"""`tace-consult handbook`: writes the documentation of the rules."""

from pathlib import Path
from typing import Annotated

import typer

from bot.commands.mistakes import CommandError
from bot.commands.streams import standard_output


def handbook(
    out: Annotated[
        Path | None,
        typer.Option(metavar="DIR", help="Write a folder for each language there."),
    ] = None,
) -> None:
    """Write the rules as documentation, in both languages.

    It has every definition, criterion, question and caveat, rendered from the rules themselves.
    """
    from bot.handbook.contents import handbook_pages  # noqa: PLC0415 - loads all rules and wording
    from bot.wording import wording  # noqa: PLC0415 - as above
    from conversations.wording import Language  # noqa: PLC0415 - as above

    pages = {
        Path(language, name): text
        for language in Language
        for name, text in handbook_pages(wording(language)).items()
    }
    if out is None:
        with standard_output() as output:
            output.write("\n".join(pages.values()).encode())
        return
    try:
        for path, text in pages.items():
            (out / path).parent.mkdir(parents=True, exist_ok=True)
            (out / path).write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise CommandError(
            f"{error.filename or out} cannot be written: {error.strerror}; name another folder"
        ) from None
    typer.echo(f"{len(pages)} pages written to {out}")
