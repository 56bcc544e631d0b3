"""The peers that the product is compared with."""

from tests.benchmarks.bots.bot import Assignment, Bot, Launch, Way
from tests.benchmarks.peers.environments import python_of


def _peer(name: str, environment: str, differs: str, *arguments: str) -> Bot:
    def launch(assignment: Assignment) -> Launch:
        webhook = (
            {"BENCHMARK_WEBHOOK_URL": assignment.webhook_url}
            if assignment.way is Way.WEBHOOK
            else {}
        )
        return Launch(
            [python_of(environment), "-m", f"tests.benchmarks.peers.{environment}", *arguments],
            {
                "BENCHMARK_TOKEN": assignment.token,
                "BENCHMARK_API": assignment.api,
                **webhook,
            },
        )

    return Bot(name, launch, differs, lambda: python_of(environment))


_NO_RECORDS = (
    "keeps answers in memory alone: no records, so nothing comes back after a restart, no"
    " encryption, no access control, no limits, no metrics"
)

CONVERSATION_HANDLER = _peer(
    "ConversationHandler",
    "conversation_handler",
    f"takes one update after another, as python-telegram-bot does by default; {_NO_RECORDS}",
)
CONCURRENT = _peer(
    "ConversationHandler, concurrent",
    "conversation_handler",
    "is the same, but takes updates of different chats at once, those of one chat in order",
    "concurrent",
)
AIOGRAM_DIALOG = _peer(
    "aiogram-dialog",
    "aiogram_dialog",
    f"takes updates of different chats at once, those of one chat in order; {_NO_RECORDS}",
)
