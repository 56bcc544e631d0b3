"""What `/verify` answers: the checks of the rules, run on this machine."""

import asyncio

from bot.commands.checking import every_check
from conversations.wording import Wording
from domain.ruleset import RULESET, ruleset_hash
from domain.verification.check import Check


async def verification_text(wording: Wording) -> str:
    """Run every check, beside whatever else is going on, and return what they came to."""
    checks = await asyncio.to_thread(_all_checks)
    cases = sum(check.cases for check in checks)
    failed = [check.name for check in checks if not check.passed]
    outcome = (
        wording("verify.failed", checks=", ".join(failed))
        if failed
        else wording("verify.passed", checks=len(checks), cases=cases)
    )
    return wording("verify.text", ruleset=RULESET, hash=ruleset_hash(), outcome=outcome)


def _all_checks() -> list[Check]:
    return list(every_check())
