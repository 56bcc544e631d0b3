"""The peers that the product is compared with."""

from tests.benchmarks.bots.bot import Assignment, Bot, Launch, Way
from tests.benchmarks.peers.environments import python_of


def _peer(name: str, environment: str, leaves_out: str, *arguments: str) -> Bot:
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

    return Bot(name, launch, leaves_out, lambda: python_of(environment))


_NO_RECORDS = (
    "keeps answers in memory alone: no storage, encryption, access control, metrics or logs,"
    " nothing comes back after a restart"
)

CONVERSATION_HANDLER = _peer("ConversationHandler", "conversation_handler", _NO_RECORDS)
CONCURRENT = _peer(
    "ConversationHandler, concurrent", "conversation_handler", _NO_RECORDS, "concurrent"
)
AIOGRAM_DIALOG = _peer("aiogram-dialog", "aiogram_dialog", _NO_RECORDS)
