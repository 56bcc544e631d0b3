"""One page a definition: the rule in words, and as it is decided."""

from collections.abc import Iterator

from bot.handbook.caveats import caveats
from bot.handbook.markdown import code, heading, paragraph
from bot.handbook.phrases import Phrasing
from bot.handbook.sources import in_full
from conversations.wording import Wording
from domain.rules.definition import Criterion, Definition


def definition_page(definition: Definition, say: Wording) -> Iterator[str]:
    """Yield the parts of a definition's page."""
    words = Phrasing(say, definition.id)
    key = f"definition.{definition.id}"
    yield heading(1, say(f"{key}.name"))
    yield code(definition.id)
    yield paragraph(say(f"{key}.origin"))
    yield heading(2, say("handbook.rule"))
    yield paragraph(say(f"{key}.rule"))
    yield paragraph(say(f"{key}.reading"))
    yield heading(2, say("handbook.criteria"))
    for criterion in definition.criteria:
        yield from _criterion(criterion, definition, say, words)
    yield heading(2, say("handbook.caveats"))
    yield from caveats(definition.caveats, say, words, level=3)
    yield heading(2, say("handbook.sources"))
    yield in_full(definition.sources, say)


def _criterion(
    criterion: Criterion, definition: Definition, say: Wording, words: Phrasing
) -> Iterator[str]:
    key = f"criterion.{definition.id}.{criterion.id}"
    yield heading(3, say(f"{key}.name"))
    yield code(criterion.id)
    yield paragraph(say(f"{key}.rule"))
    yield say("handbook.failure")
    yield words.phrase(criterion.failure).markdown()
    if criterion.fair_trial:
        yield say("handbook.fair_trial")
        yield words.phrase(criterion.trial).markdown()
    else:
        yield say("handbook.no_fair_trial")
