"""`tace-consult verify`: checks the rules on this machine."""

from typing import TYPE_CHECKING

import typer

from bot.commands.exit_codes import FINE, SOMETHING_WRONG
from bot.commands.streams import standard_output

if TYPE_CHECKING:
    from domain.verification.check import Check

TAKEN = {
    "complete_verdicts": "complete cases judged in two independent ways",
    "settled_verdicts": "unfinished cases compared with what they become",
    "stages": "complete cases staged in two independent ways",
    "worked_examples": "worked examples compared with their known verdicts",
    "case_codes": "case codes read back",
}


def verify() -> int:
    """Check the rules here, and print their version and their hash."""
    from bot.checking import every_check  # noqa: PLC0415 - loads all rules
    from domain.ruleset import RULESET, ruleset_hash  # noqa: PLC0415 - as above

    code = FINE
    with standard_output():
        typer.echo(f"ruleset: {RULESET}")
        typer.echo(f"hash: {ruleset_hash()}")
        for check in every_check():
            typer.echo(_line(check))
            if not check.passed:
                code = SOMETHING_WRONG
    return code


def _line(check: "Check") -> str:
    about = check.about or "all rules"
    taken = f"{about}: {check.cases} {TAKEN[check.name]}"
    if check.passed:
        return f"{taken}: all agree"
    return f"{taken}: {len(check.disagreements)} DISAGREE, first: {check.disagreements[0]}"
