"""How wide a text is on a phone, in columns: a Chinese character takes two."""

from unicodedata import east_asian_width

PHONE_COLUMNS = 38


def columns(text: str) -> int:
    """Return the width of one line of text."""
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in text)
