"""Answers that exclude each other, and answers that are unlikely together."""

from collections.abc import Iterator

from bot.handbook.markdown import bullets, code, heading, paragraph, plain
from bot.handbook.phrases import Phrasing
from conversations.screens.phrases import name
from conversations.wording import Wording
from domain.facts.admissibility import NOTHING_FOLLOWS_NO_SESSION, RULES
from domain.facts.catalogue import FACTS
from domain.facts.plausibility import UNLIKELY
from domain.logic.conditions import AnyOf


def combinations_page(say: Wording) -> Iterator[str]:
    """Yield the parts of the page of combinations."""
    words = Phrasing(say)
    yield heading(1, say("handbook.combinations"))
    yield heading(2, say("handbook.contradictions"))
    for rule in RULES:
        yield from _contradiction(rule.id, say)
        yield say("handbook.holds")
        yield words.phrase(rule.statement).markdown()
    yield from _contradiction(NOTHING_FOLLOWS_NO_SESSION, say)
    yield say("handbook.following_facts")
    yield bullets(plain(name(say, fact.name)) for fact in FACTS.values() if fact.follows_tace)
    yield heading(2, say("handbook.warnings"))
    for warning in dict.fromkeys(warning for warning, _ in UNLIKELY):
        yield f"### {code(warning)}"
        yield paragraph(say(f"warning.{warning}"))
        yield say("handbook.appears")
        causes = tuple(condition for each, condition in UNLIKELY if each == warning)
        yield words.phrase(AnyOf(causes)).markdown()


def _contradiction(rule: str, say: Wording) -> Iterator[str]:
    yield heading(3, say(f"contradiction.{rule}"))
    yield code(rule)
