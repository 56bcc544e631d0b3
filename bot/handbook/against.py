"""TACE-unsuitable, and the CNLC stage with its indication."""

from collections.abc import Iterator

from bot.handbook.markdown import code, heading, paragraph
from bot.handbook.phrases import Phrasing
from bot.handbook.sources import in_full
from conversations.wording import Wording
from domain.staging import INDICATIONS, SOURCES, STAGES
from domain.unsuitability import REASONS, SOURCE


def unsuitability_page(say: Wording) -> Iterator[str]:
    """Yield the parts of the page of reasons against TACE."""
    words = Phrasing(say)
    yield heading(1, say("handbook.unsuitability"))
    yield paragraph(say("handbook.unsuitability_rule"))
    for reason, condition in REASONS.items():
        yield heading(2, say(f"reason.{reason}"))
        yield code(reason)
        yield words.phrase(condition).markdown()
    yield heading(2, say("handbook.sources"))
    yield in_full((SOURCE,), say)


def staging_page(say: Wording) -> Iterator[str]:
    """Yield the parts of the page of stages, from the one that is looked at first."""
    words = Phrasing(say)
    yield heading(1, say("handbook.staging"))
    yield paragraph(say("handbook.staging_rule"))
    for condition, stage in STAGES:
        yield heading(2, say("cnlc.stage", stage=stage))
        yield paragraph(say(f"cnlc.{INDICATIONS[stage]}"))
        yield words.phrase(condition).markdown()
    yield heading(2, say("handbook.sources"))
    yield in_full(SOURCES, say)
