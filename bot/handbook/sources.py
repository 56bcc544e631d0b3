"""Sources, behind what they support and in full."""

from collections.abc import Iterable, Iterator

from bot.handbook.markdown import bullets, heading, paragraph, plain
from conversations.wording import Wording
from domain.rules.source import VOICES, Source


def cited(sources: Iterable[Source], say: Wording) -> str:
    """Return sources in their short form, in brackets."""
    short = say("list.semicolon").join(say(f"cited.{source}") for source in sources)
    return plain(f"[{short}]")


def in_full(sources: Iterable[Source], say: Wording) -> str:
    """Return the full citations as a list."""
    return bullets(plain(say(f"source.{source}")) for source in sources)


def sources_page(say: Wording) -> Iterator[str]:
    """Yield the parts of the page of sources, with the outlook of the article."""
    yield heading(1, say("handbook.sources"))
    yield in_full((source for source in Source if source not in VOICES), say)
    yield heading(2, say("handbook.outlook"))
    yield paragraph(say("about.outlook"))
