"""What `/verify` answers: the checks of the rules, run on this machine."""

import asyncio
from collections import Counter

from bot.commands.checking import every_check
from conversations.wording import Wording
from domain.ruleset import RULESET, ruleset_hash
from domain.verification.check import Check


async def verification_text(wording: Wording) -> str:
    """Run every check, beside whatever else is going on, and return what they came to."""
    checks = await asyncio.to_thread(_all_checks)
    failed = [check for check in checks if not check.passed]
    outcome = wording("verify.failed" if failed else "verify.passed")
    cases: Counter[str] = Counter()
    for check in failed or checks:
        cases[check.name] += check.cases
    taken = [f"· {wording(f'verify.check.{name}', cases=number)}" for name, number in cases.items()]
    head = wording("verify.rules", ruleset=RULESET, hash=ruleset_hash())
    return "\n".join((head, outcome, *taken))


def _all_checks() -> list[Check]:
    return list(every_check())
