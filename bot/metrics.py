"""What is counted while the bot runs. Names and numbers only: no ids, no answers, no texts."""

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest

from domain.appraisal.appraise import appraise
from domain.facts.case import Case
from domain.ruleset import RULESET

_SECONDS = (0.025, 0.05, 0.1, 0.2, 0.3, 0.5, 0.75, 1.0, 2.0, 5.0, 10.0)


class Metrics:
    """One service's figures, in a registry of their own."""

    def __init__(self) -> None:
        self._registry = CollectorRegistry()
        self.updates = self._counter("updates", "Updates taken, by kind.", "kind")
        self.tap_to_edit = Histogram(
            "tace_tap_to_edit_seconds",
            "From a tap's arrival until Telegram has taken its screen.",
            buckets=_SECONDS,
            registry=self._registry,
        )
        self.retries = self._counter(
            "retries", "Calls and updates that were tried again, by reason.", "reason"
        )
        self.errors = self._counter("errors", "What went wrong on our side, by kind.", "kind")
        self.refused_requests = self._counter(
            "refused_requests", "Requests to the webhook that were no update, by reason.", "reason"
        )
        self.verdicts = self._counter(
            "verdicts", "Verdicts shown in reports.", "ruleset", "definition", "verdict"
        )
        self.queue = self._gauge("queue_length", "Updates under way or waiting for their turn.")
        self.held_chats = self._gauge("held_chats", "Chats that Telegram asks to leave alone.")
        self.unshown = self._gauge("unshown_screens", "Screens waiting to be shown, last counted.")

    def count_verdicts(self, case: Case) -> None:
        """Count what each definition says of a case whose report is shown."""
        for definition, finding in appraise(case).definitions.items():
            self.verdicts.labels(RULESET, definition, str(finding.verdict)).inc()

    def exposition(self) -> bytes:
        """Return everything in Prometheus' text format."""
        return generate_latest(self._registry)

    def _counter(self, name: str, documentation: str, *labels: str) -> Counter:
        return Counter(f"tace_{name}", documentation, labels, registry=self._registry)

    def _gauge(self, name: str, documentation: str) -> Gauge:
        return Gauge(f"tace_{name}", documentation, registry=self._registry)
