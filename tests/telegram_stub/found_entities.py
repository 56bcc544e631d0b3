"""What Telegram itself marks in a text: commands, mentions, links."""

import re

from tests.telegram_stub.formatted_text import Entity, FormattedText, utf16_length

_FOUND = {
    "bot_command": re.compile(
        r"(?<![\w/<>])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\w/<>@])"
    ),
    "mention": re.compile(r"(?<!\w)@[A-Za-z0-9_]{2,32}(?!\w)"),
    "url": re.compile(
        r"(?<!\w)https?://[\w.-]+\.[a-z]{2,}(?::\d+)?(?:[/?#][^\s<>]*)?", re.IGNORECASE
    ),
}
_HIDDEN_IN = {"code", "pre", "text_link", "custom_emoji"}


def with_found_entities(content: FormattedText) -> FormattedText:
    """Add the marks that Telegram finds, except inside code and links."""
    taken = [one for one in content.entities if one.type in _HIDDEN_IN]
    found: list[Entity] = []
    for kind, pattern in _FOUND.items():
        for match in pattern.finditer(content.text):
            offset = utf16_length(content.text[: match.start()])
            one = Entity(kind, offset, utf16_length(match.group()))
            if not any(_meet(one, other) for other in taken):
                found.append(one)
                taken.append(one)
    return FormattedText(content.text, (*content.entities, *found)).tidied()


def _meet(one: Entity, other: Entity) -> bool:
    return one.offset < other.end and other.offset < one.end
