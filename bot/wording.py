"""Reads the wording catalogues."""

from functools import cache
from gettext import c2py
from importlib.resources import files
from io import BytesIO
from math import ceil

from babel.messages.pofile import read_po

from conversations.wording import Language, Message, Wording


@cache
def wording(language: Language) -> Wording:
    """Return the wording of a language, merged from its catalogues and read once.

    Raises `ValueError` where two catalogues have the same key, or count in different ways.
    """
    messages: dict[str, Message] = {}
    plurals = set()
    folder = files("conversations.wording").joinpath(language)
    for entry in sorted(folder.iterdir(), key=lambda each: each.name):
        if not entry.name.endswith(".po"):
            continue
        catalog = read_po(BytesIO(entry.read_bytes()), locale=language, abort_invalid=True)
        plurals.add(catalog.plural_expr)
        for message in catalog:
            key = message.id if isinstance(message.id, str) else message.id[0]
            if not key:
                continue
            if key in messages:
                raise ValueError(f"{language}/{entry.name}: another catalogue has {key} as well")
            text = message.string
            messages[key] = text if isinstance(text, str) else tuple(text or ())
    # What the catalogues themselves say: Babel knows it, too, but among megabytes on each language.
    [expression] = plurals
    plural_form = c2py(expression)
    return Wording(language, messages, lambda count: plural_form(ceil(count)))
