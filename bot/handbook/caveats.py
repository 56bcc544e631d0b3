"""Caveats: what each says, when it appears, and where it comes from."""

from collections.abc import Iterable, Iterator

from bot.handbook.markdown import code, heading, paragraph
from bot.handbook.phrases import Phrasing
from bot.handbook.sources import cited
from conversations.wording import Wording
from domain.caveats.report import REPORT_CAVEATS, STAGING_CAVEATS
from domain.rules.caveat import Caveat


def caveats_page(say: Wording) -> Iterator[str]:
    """Yield the parts of the page of caveats that concern more than one definition."""
    yield heading(1, say("handbook.caveats"))
    yield paragraph(say("handbook.caveats_scope"))
    yield heading(2, say("handbook.caveats_report"))
    yield from caveats(REPORT_CAVEATS, say, Phrasing(say), level=3)
    yield heading(2, say("handbook.caveats_staging"))
    yield from caveats(STAGING_CAVEATS, say, Phrasing(say), level=3)


def caveats(each: Iterable[Caveat], say: Wording, words: Phrasing, *, level: int) -> Iterator[str]:
    """Yield the parts that tell of caveats, each under a heading of its own."""
    places = {
        "split": say("handbook.caveats_split"),
        "reasons": say("handbook.caveats_reasons"),
    }
    for caveat in each:
        yield f"{'#' * level} {code(caveat.id)}"
        yield f"{paragraph(say(f'caveat.{caveat.id}', **places))} {cited(caveat.sources, say)}"
        yield say("handbook.appears")
        yield words.phrase(caveat.when).markdown()
