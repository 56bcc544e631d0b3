"""How facts and answers are named in a sentence."""

from collections.abc import Iterable

from conversations.wording import Wording
from domain.facts.catalogue import FACTS
from domain.facts.fact import Answer, Number


def value_key(answer: Answer | str) -> str:
    """Return the last part of the wording key of a named answer."""
    return str(answer).lower() if isinstance(answer, bool) else str(answer)


def said(wording: Wording, fact: str, answer: Answer | str) -> str:
    """Return how an answer reads in a report: "3 sessions", "SD"."""
    if answer == 0 and f"said.{fact}.none" in wording:
        return wording(f"said.{fact}.none")
    if isinstance(FACTS[fact], Number) and not isinstance(answer, (str, bool)):
        return wording.count(f"said.{fact}.number", answer, value=answer)
    return wording(f"said.{fact}.{value_key(answer)}")


def briefly(wording: Wording, fact: str, answer: Answer) -> str:
    """Return how an answer reads where there is little room, such as "scan <4 wk"."""
    key = f"brief.{fact}"
    if answer == 0 and f"{key}.none" in wording:
        return wording(f"{key}.none")
    if isinstance(FACTS[fact], Number) and not isinstance(answer, (str, bool)):
        return wording(key, value=answer) if key in wording else said(wording, fact, answer)
    named = f"{key}.{value_key(answer)}"
    return wording(named) if named in wording else said(wording, fact, answer)


def label(wording: Wording, fact: str, answer: Answer | str) -> str:
    """Return what the button of a named answer says."""
    return wording(f"value.{fact}.{value_key(answer)}")


def name(wording: Wording, fact: str) -> str:
    """Return the short name of a fact."""
    return wording(f"fact.{fact}.name")


def names(wording: Wording, facts: Iterable[str]) -> str:
    """Return the names of facts as a list in words."""
    return wording("list.comma").join(name(wording, fact) for fact in facts)
