"""What everything is called and how it is asked, in each language.

The catalogues beside this file are gettext PO files with symbolic keys. `bot` reads them
and hands a `Wording` in; nothing here opens a file.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

Message = str | tuple[str, ...]
"""The wording of one key: a text, or one text for each plural form of the language."""


class Language(StrEnum):
    """A language in which the consult is complete."""

    EN = "en"
    ZH = "zh"


@dataclass(frozen=True, eq=False)
class Wording:
    """The wording of one language.

    `plural_form` returns which of a message's forms goes with a count.
    """

    language: Language
    messages: Mapping[str, Message]
    plural_form: Callable[[float], int]

    def __call__(self, key: str, **values: object) -> str:
        """Return the wording of `key` with `{name}` places filled in.

        Raises `KeyError` for a key that the catalogues lack.
        """
        message = self.messages[key]
        text = message if isinstance(message, str) else message[0]
        return text.format(**values) if values else text

    def count(self, key: str, count: float, **values: object) -> str:
        """Return the wording of `key` in the form that goes with `count`."""
        message = self.messages[key]
        if not isinstance(message, str):
            message = message[self.plural_form(count)]
        return message.format(count=count, **values)

    def __contains__(self, key: str) -> bool:
        return key in self.messages
