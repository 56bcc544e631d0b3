"""Texts as Telegram gives them back: plain, and what was marked up beside them."""

import json
import re
from functools import lru_cache
from html import unescape

_TAG = re.compile(r"<(/?)([a-z-]+)([^>]*)>")
_ENTITIES = {"b": "bold", "code": "code", "i": "italic", "pre": "pre"}


@lru_cache(maxsize=20_000)
def text_fields(text: str, parse_mode: str) -> str:
    """Return a message's `text` and `entities`, as they stand between the braces of its JSON."""
    if parse_mode.upper() != "HTML":
        return f'"text":{json.dumps(text)}'
    plain, entities = _from_html(text)
    fields = f'"text":{json.dumps(plain)}'
    return f'{fields},"entities":{json.dumps(entities)}' if entities else fields


def _from_html(text: str) -> tuple[str, list[dict[str, str | int]]]:
    """Return the text without its tags, and where which of them stood, in units of UTF-16."""
    pieces: list[str] = []
    entities: list[dict[str, str | int]] = []
    opened: list[tuple[str, int]] = []
    length, last = 0, 0
    for tag in _TAG.finditer(text):
        piece = unescape(text[last : tag.start()])
        pieces.append(piece)
        length += len(piece.encode("utf-16-le")) // 2
        last = tag.end()
        closes, name, attributes = tag.groups()
        if not closes:
            opened.append((_entity(name, attributes), length))
        elif opened:
            kind, offset = opened.pop()
            entities.append({"type": kind, "offset": offset, "length": length - offset})
    pieces.append(unescape(text[last:]))
    return "".join(pieces), entities


def _entity(name: str, attributes: str) -> str:
    if name == "blockquote":
        return "expandable_blockquote" if "expandable" in attributes else "blockquote"
    return _ENTITIES.get(name, name)
