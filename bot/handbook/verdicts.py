"""What each verdict and each status means."""

from collections.abc import Iterator

from bot.handbook.markdown import code, heading, paragraph, plain, table
from conversations.wording import Wording
from domain.rules.definition import Status, Verdict
from domain.unsuitability import Unsuitability


def verdicts_page(say: Wording) -> Iterator[str]:
    """Yield the parts of the page of verdicts."""
    yield heading(1, say("handbook.verdicts"))
    yield heading(2, say("handbook.definition_verdicts"))
    yield _table(
        say,
        [(each, say(f"verdict.{each}"), say(f"verdict.{each}.long")) for each in Verdict],
    )
    yield heading(2, say("handbook.criteria"))
    yield _table(
        say,
        [(each, say(f"status.{each}"), say(f"handbook.status.{each}")) for each in Status],
    )
    yield heading(2, say("handbook.unsuitability"))
    yield _table(
        say,
        [
            (each, say(f"unsuitability.{each}"), say(f"handbook.unsuitability.{each}"))
            for each in Unsuitability
        ],
    )
    yield paragraph(say("handbook.certainty"))


def _table(say: Wording, rows: list[tuple[str, str, str]]) -> str:
    header = [say(f"handbook.{column}") for column in ("value", "label", "meaning")]
    return table(header, [(code(value), plain(shown), plain(long)) for value, shown, long in rows])
