"""What was understood, as the plain data of the contract."""

from conversations.shorthand.saying import told, why
from conversations.shorthand.understood import NoteKind, Understood
from conversations.wording import Wording

_LEFT_OUT = frozenset(
    {NoteKind.EXTENSION, NoteKind.FOLLOWS_FROM_CR, NoteKind.MEANS_CR, NoteKind.DIAMETER}
)
"""Notes of something that could have been recorded as well, and was not."""


def as_contract(understood: Understood, wording: Wording) -> dict[str, object]:
    """Return `{"facts": {...}, "ignored": [{"text": ..., "why": ...}]}`, ready for JSON.

    `ignored` also has what was not recorded because something that was recorded says it.
    """
    left_out = [(each.start, each.text, why(each, wording)) for each in understood.ignored]
    left_out += [
        (each.start, each.text, told(each, wording))
        for each in understood.notes
        if each.kind in _LEFT_OUT
    ]
    return {
        "facts": {
            fact: str(answer) if isinstance(answer, str) else answer
            for fact, answer in understood.facts.items()
        },
        "ignored": [{"text": text, "why": reason} for _, text, reason in sorted(left_out)],
    }
