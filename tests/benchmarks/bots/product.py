"""The project's own bot, as an operator runs it."""

import sys

from tests.benchmarks.bots.bot import Assignment, Bot, Launch, Way

KEY = "a2V5IG9mIHRoZSBiZW5jaG1hcmtzLCBvZiB0aGVtISE="
"""What the records of the benchmarks are encrypted with."""


def _launch(assignment: Assignment) -> Launch:
    folder = assignment.folder
    database = assignment.database_url or f"sqlite:///{folder / 'consult.db'}"
    webhook = {"TACE_WEBHOOK_URL": assignment.webhook_url} if assignment.way is Way.WEBHOOK else {}
    return Launch(
        [sys.executable, "-m", "bot", "run"],
        {
            "TACE_TELEGRAM_TOKEN": assignment.token,
            "TACE_TELEGRAM_API": assignment.api,
            "TACE_LISTEN": f"127.0.0.1:{assignment.port}",
            "TACE_DATABASE_URL": database,
            "TACE_ENCRYPTION_KEYS": KEY,
            "TACE_RATE_LIMIT": "0",  # these people tap faster than any
            "XDG_DATA_HOME": str(folder),
            "XDG_CONFIG_HOME": str(folder),
            **webhook,
        },
    )


PRODUCT = Bot("TACE Consult", _launch)
