"""What `/verify` answers: the checks of the rules, run on this machine."""

import asyncio
from collections import Counter
from functools import cache
from threading import Lock

from bot.checking import every_check
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
    failed = [check for check in checks if not check.passed]
    outcome = wording("verify.failed" if failed else "verify.passed")
    cases: Counter[str] = Counter()
    for check in failed or checks:
        cases[check.name] += check.cases
    taken = [f"· {wording(f'verify.check.{name}', cases=number)}" for name, number in cases.items()]
    head = wording("verify.rules", ruleset=RULESET, hash=ruleset_hash())
    return "\n".join((head, outcome, *taken))


def _checked() -> tuple[Check, ...]:
    with _ONE_AT_A_TIME:
        return all_checks()


@cache
def all_checks() -> tuple[Check, ...]:
    """Return every check as it came out in this process."""
    return tuple(every_check())
