"""Every fact: how it is asked, what is meant, which answers it takes and who reads it."""

from collections.abc import Iterator
from enum import StrEnum

from bot.handbook.markdown import bullets, code, heading, paragraph, plain, table
from conversations.screens.phrases import label, name, said, value_key
from conversations.wording import Wording
from domain.calculators.ecog import GRADES
from domain.definitions import DEFINITIONS
from domain.facts.catalogue import ECOG, FACTS
from domain.facts.fact import Answer, Choice, Fact, Number
from domain.staging import STAGES
from domain.unsuitability import REASONS


def questions_page(say: Wording) -> Iterator[str]:
    """Yield the parts of the page of questions."""
    yield heading(1, say("handbook.questions"))
    yield paragraph(say("anchor"))
    for fact in FACTS.values():
        yield from _question(fact, say)


def _question(fact: Fact, say: Wording) -> Iterator[str]:
    key = f"fact.{fact.name}"
    yield heading(2, name(say, fact.name))
    yield code(fact.name)
    yield f"**{plain(say(f'{key}.ask'))}**"
    yield paragraph(say(f"{key}.meant"))
    yield bullets(plain(line) for line in say(f"{key}.more").split("\n"))
    yield _answers(fact, say)
    yield paragraph(
        "\n".join(
            (
                say("handbook.typed", text=say(f"{key}.typed")),
                say("handbook.unsure", text=say(f"unsure.{fact.name}")),
                say("handbook.read_by", text=_readers(fact.name, say)),
            )
        )
    )


def _answers(fact: Fact, say: Wording) -> str:
    """Return a table of the answers that have words, nothing where a fact has numbers alone."""
    if fact == ECOG:
        header = [say(f"handbook.{column}") for column in ("value", "meaning")]
        return table(header, [(code(str(grade)), plain(say(f"ecog.{grade}"))) for grade in GRADES])
    named: list[tuple[str, Answer]] = [(value_key(each), each) for each in _named(fact)]
    if f"value.{fact.name}.none" in say and isinstance(fact, Number):
        named.insert(0, ("none", 0))
    header = [say(f"handbook.{column}") for column in ("value", "answer", "report")]
    rows = [
        (
            code(value_key(each)),
            plain(label(say, fact.name, key)),
            plain(said(say, fact.name, each)),
        )
        for key, each in named
    ]
    return table(header, rows) if rows else ""


def _named(fact: Fact) -> tuple[bool | StrEnum, ...]:
    return fact.values if isinstance(fact, Choice) else tuple(fact.ranges)


def _readers(fact: str, say: Wording) -> str:
    """Name the rules that read the fact."""
    readers = [say(f"definition.{each.id}.short") for each in DEFINITIONS if fact in each.facts]
    if any(fact in condition.facts for condition in REASONS.values()):
        readers.append(say("handbook.unsuitability"))
    if any(fact in condition.facts for condition, _ in STAGES):
        readers.append(say("handbook.staging"))
    return say("list.comma").join(readers)
