"""Which button is tapped: mostly an answer, now and then a way aside, as clinicians do it."""

import random
from functools import cache

from bot.wording import wording
from conversations.wording import Language

_REPORT_IS_ENOUGH = 0.5
"""How often nothing behind a report is opened any more."""
_ASIDE = 0.08
"""How often a question's meaning is read, or the one before it is seen again."""
_FIRST = 0.3
"""How often the first answer is given outright, as the one-tap answer of a group mostly is."""


def choose(labels: list[str], chance: random.Random) -> int:
    """Return the place of the button that is tapped next."""
    ends = [place for place, label in enumerate(labels) if label in _labels("new")]
    back = [place for place, label in enumerate(labels) if label in _labels("to_report")]
    if back or (ends and chance.random() < _REPORT_IS_ENOUGH):
        return (back or ends)[0]
    aside = [place for place, label in enumerate(labels) if label in _labels(*_ASIDES)]
    answers = [
        place for place, label in enumerate(labels) if label not in _labels(*_ASIDES, *_LEFT_OUT)
    ]
    if aside and (not answers or chance.random() < _ASIDE):
        return chance.choice(aside)
    if not answers:
        return chance.randrange(len(labels))
    return answers[0] if chance.random() < _FIRST else chance.choice(answers)


def ends_the_consult(label: str) -> bool:
    """Tell whether a button begins a new consult."""
    return label in _labels("new")


_ASIDES = ("back", "more", "less")

_LEFT_OUT = ("labs", "sums", "change", "report", "go_on", "new")
"""Helpers and corrections, which would lengthen a consult without end."""


@cache
def _labels(*buttons: str) -> frozenset[str]:
    return frozenset(
        wording(language)(f"button.{button}") for language in Language for button in buttons
    )
