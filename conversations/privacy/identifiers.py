"""Recognises what looks like an identifier in a typed text, in both languages.

A case is findings and numbers of few digits; an identifier is a long number,
a date of birth, or a name beside a number, an age, a sex or a title. Missing one leaks a
person; a false alarm costs a clinician the line they typed. So each pattern asks for what a
finding never has.
"""

from enum import StrEnum
from unicodedata import normalize

from conversations.privacy import dates, names, numbers


class Identifier(StrEnum):
    """What a text seems to hold."""

    ID_CARD = "id_card"
    PHONE = "phone"
    RECORD_NUMBER = "record_number"
    DATE_OF_BIRTH = "date_of_birth"
    NAME = "name"


def find_identifier(text: str) -> Identifier | None:
    """Return what kind of identifier a typed text seems to hold, `None` if none."""
    written = normalize("NFKC", text)
    small = written.casefold()
    bare = numbers.without_findings(small)
    for kind, found in (
        (Identifier.ID_CARD, numbers.ID_CARD.search(small)),
        (Identifier.DATE_OF_BIRTH, dates.OF_BIRTH.search(small)),
        (Identifier.PHONE, numbers.PHONE.search(small) or numbers.PHONE_ALONE.search(bare)),
        (Identifier.RECORD_NUMBER, numbers.RECORD.search(small)),
        (Identifier.NAME, names.LATIN.search(written) or names.CHINESE.search(written)),
        (Identifier.RECORD_NUMBER, numbers.LONG.search(bare)),
    ):
        if found:
            return kind
    return None
