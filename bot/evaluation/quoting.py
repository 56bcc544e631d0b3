"""Shows in a message what was written, without letting it fill the message or the terminal."""

import json

_LONGEST = 40


def quoted(text: str) -> str:
    """Return the text in quotes, cut where it is long, without control characters."""
    return printable(json.dumps(cut(text), ensure_ascii=False))


def cut(text: str) -> str:
    """Return the text, without what goes beyond a few words."""
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}..."


def printable(text: str) -> str:
    """Return the text with every character that a terminal could act upon written out."""
    return "".join(
        character if character.isprintable() else character.encode("unicode_escape").decode()
        for character in text
    )
