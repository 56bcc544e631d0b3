"""Reads the wording catalogues."""

from functools import cache
from importlib.resources import files
from io import BytesIO

from babel import Locale
from babel.messages.pofile import read_po

from conversations.wording import Language, Message, Wording

_PLURAL_TAGS = ("zero", "one", "two", "few", "many", "other")
"""Unicode's names for plural forms, in the order in which gettext catalogues give theirs."""


@cache
def wording(language: Language) -> Wording:
    """Return the wording of a language, merged from its catalogues and read once.

    Raises `ValueError` where two catalogues have the same key.
    """
    messages: dict[str, Message] = {}
    folder = files("conversations.wording").joinpath(language)
    for entry in sorted(folder.iterdir(), key=lambda each: each.name):
        if not entry.name.endswith(".po"):
            continue
        catalog = read_po(BytesIO(entry.read_bytes()), locale=language, abort_invalid=True)
        for message in catalog:
            key = message.id if isinstance(message.id, str) else message.id[0]
            if not key:
                continue
            if key in messages:
                raise ValueError(f"{language}/{entry.name}: another catalogue has {key} as well")
            text = message.string
            messages[key] = text if isinstance(text, str) else tuple(text or ())
    rule = Locale(language).plural_form
    tags = [tag for tag in _PLURAL_TAGS if tag in {*rule.tags, "other"}]
    return Wording(language, messages, lambda count: tags.index(rule(count)))
