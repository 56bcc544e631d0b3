"""A number in words, or a time, typed at the question that it answers: shorthand in its context.

"6 weeks" alone may be anything; at the question how long after TACE the scan was made, it is
what a line of shorthand says with these words around it. It counts only where that line says
this one thing and leaves nothing out.
"""

import re
from collections.abc import Mapping
from types import MappingProxyType

from conversations.consult.format_a import Plain
from conversations.shorthand.reader import read_shorthand
from domain.facts.catalogue import IMAGING_TIMING, TACE_SESSIONS

_CONTEXTS: Mapping[str, tuple[str, re.Pattern[str]]] = MappingProxyType(
    {
        # A day or a month as well as a time, "6月" is June and "2/12" a day of December.
        IMAGING_TIMING.name: (
            "contrast MRI {text} after last TACE",
            re.compile(r"(?![-–—])(?!.*\d\s*(?:月|/\s*(?:7|12)(?!\d))).+"),
        ),
        TACE_SESSIONS.name: ("TACE {text}", re.compile(r"[x×]\s*\d+|\D+", re.IGNORECASE)),
    }
)
"""The words around an answer, and what an answer must look like."""


def read_in_context(fact: str, text: str) -> Plain | None:
    """Return what a text answers at the question for `fact`, `None` if that is not sure."""
    if fact not in _CONTEXTS:
        return None
    context, form = _CONTEXTS[fact]
    if not form.fullmatch(text):
        return None
    understood = read_shorthand(context.format(text=text))
    if understood.ignored or understood.notes or understood.facts.keys() != {fact}:
        return None
    return understood.facts[fact]
