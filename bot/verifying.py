"""What `/verify` answers: the checks of the rules, run on this machine."""

import asyncio
from functools import cache
from threading import Lock

from bot.commands.checking import every_check
from conversations.wording import Wording
from domain.ruleset import RULESET, ruleset_hash
from domain.verification.check import Check

_ONE_AT_A_TIME = Lock()


async def verification_text(wording: Wording) -> str:
    """Run every check, beside whatever else is going on, and return what they came to.

    They run once in the life of a process, whose rules stay the same: they take seconds of a core,
    and anybody may ask for them as often as the rate limit lets them.
    """
    checks = await asyncio.to_thread(_checked)
    cases = sum(check.cases for check in checks)
    failed = [check.name for check in checks if not check.passed]
    outcome = (
        wording("verify.failed", checks=", ".join(failed))
        if failed
        else wording("verify.passed", checks=len(checks), cases=cases)
    )
    return wording("verify.text", ruleset=RULESET, hash=ruleset_hash(), outcome=outcome)


def _checked() -> tuple[Check, ...]:
    with _ONE_AT_A_TIME:
        return all_checks()


@cache
def all_checks() -> tuple[Check, ...]:
    """Return every check as it came out in this process."""
    return tuple(every_check())
