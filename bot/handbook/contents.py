"""The pages of the handbook, by file name."""

from collections.abc import Callable, Iterator, Mapping

from bot.handbook.against import staging_page, unsuitability_page
from bot.handbook.caveats import caveats_page
from bot.handbook.combinations import combinations_page
from bot.handbook.definitions import definition_page
from bot.handbook.markdown import bullets, heading, page, paragraph, plain
from bot.handbook.questions import questions_page
from bot.handbook.sources import sources_page
from bot.handbook.verdicts import verdicts_page
from conversations.wording import Wording
from domain.definitions import DEFINITIONS
from domain.ruleset import RULESET, ruleset_hash

INDEX = "README.md"

_PAGES: Mapping[str, Callable[[Wording], Iterator[str]]] = {
    "unsuitability": unsuitability_page,
    "staging": staging_page,
    "questions": questions_page,
    "combinations": combinations_page,
    "caveats": caveats_page,
    "verdicts": verdicts_page,
    "sources": sources_page,
}


def handbook_pages(say: Wording) -> dict[str, str]:
    """Return every page in one language, by file name, in reading order."""
    pages = {INDEX: page(_index(say))}
    for definition in DEFINITIONS:
        pages[f"{definition.id}.md"] = page(definition_page(definition, say))
    for name, parts in _PAGES.items():
        pages[f"{name}.md"] = page(parts(say))
    return pages


def _index(say: Wording) -> Iterator[str]:
    yield heading(1, say("handbook.title"))
    yield paragraph(say("handbook.made", ruleset=RULESET, hash=ruleset_hash()))
    yield paragraph(say("about.text"))
    yield heading(2, say("handbook.definitions"))
    yield bullets(
        f"[{plain(say(f'definition.{each.id}.name'))}]({each.id}.md)" for each in DEFINITIONS
    )
    yield heading(2, say("handbook.more"))
    yield bullets(f"[{plain(say(f'handbook.{name}'))}]({name}.md)" for name in _PAGES)
