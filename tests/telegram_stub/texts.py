"""Reads the texts that a bot sends, within Telegram's limits."""

from typing import Any

from tests.telegram_stub.formatted_text import Entity, FormattedText
from tests.telegram_stub.found_entities import with_found_entities
from tests.telegram_stub.html_reader import read_html
from tests.telegram_stub.refusals import bad_request, hidden_mistake

LONGEST_TEXT = 4096
LONGEST_CAPTION = 1024
_LONGEST_SOURCE_BYTES = 1 << 15

_GIVEN = frozenset(
    {
        "bold",
        "italic",
        "underline",
        "strikethrough",
        "spoiler",
        "blockquote",
        "expandable_blockquote",
        "code",
        "pre",
        "text_link",
        "text_mention",
        "custom_emoji",
    }
)
_FOUND = frozenset(
    {
        "mention",
        "hashtag",
        "cashtag",
        "bot_command",
        "url",
        "email",
        "phone_number",
        "bank_card_number",
    }
)


def read_text(
    source: str, parse_mode: str, entities: object, *, lenient: bool = False
) -> FormattedText:
    """Parse, tidy and trim a text; raises RefusedError. It may come out empty."""
    if len(source.encode("utf-8", "surrogatepass")) > _LONGEST_SOURCE_BYTES:
        raise bad_request("Text is too long")
    mode = parse_mode.lower()
    if mode in {"markdown", "markdownv2"}:
        raise hidden_mistake("Markdown is beyond this stub")
    if mode not in {"", "none", "html"}:
        raise bad_request("Unsupported parse_mode")
    content = (
        read_html(source, lenient=lenient)
        if mode == "html"
        else FormattedText(source, tuple(_given(entities)))
    )
    for one in content.entities:
        _check_place(one, content.length)
    return with_found_entities(content.tidied().trimmed())


def read_message_text(
    source: str, parse_mode: str, entities: object, *, lenient: bool, too_long: str
) -> FormattedText:
    """Read a message's text, which may be neither empty nor longer than 4096 UTF-16 units."""
    if not source:
        raise bad_request("Message text is empty")
    content = read_text(source, parse_mode, entities, lenient=lenient)
    if not content.text:
        raise bad_request("Text must be non-empty")
    if content.length > LONGEST_TEXT:
        raise bad_request(too_long)
    return content


def read_caption(source: str, parse_mode: str, entities: object, *, lenient: bool) -> FormattedText:
    content = read_text(source, parse_mode, entities, lenient=lenient)
    if content.length > LONGEST_CAPTION:
        raise bad_request("Message caption is too long")
    return content


def _given(entities: object) -> list[Entity]:
    read = [_entity(one) for one in entities] if isinstance(entities, list) else []
    return [one for one in read if one.type not in _FOUND]


def _entity(body: Any) -> Entity:  # noqa: ANN401 - it is whatever the bot sent
    if not isinstance(body, dict):
        raise bad_request("can't parse MessageEntity: expected an Object")
    for name in ("offset", "length", "type"):
        if name not in body:
            raise bad_request(f"can't parse MessageEntity: Can't find field \"{name}\"")
    if body["type"] not in _GIVEN | _FOUND:
        raise bad_request("can't parse MessageEntity: Unsupported type specified")
    extra = {name: body[name] for name in body if name not in {"offset", "length", "type"}}
    return Entity(body["type"], int(body["offset"]), int(body["length"]), extra)


def _check_place(one: Entity, length: int) -> None:
    if one.offset > length:
        raise bad_request(f"Entity begins after the end of the text at UTF-16 offset {one.offset}")
    if one.end > length:
        raise bad_request(
            f"Entity beginning at UTF-16 offset {one.offset} ends after the end of the text "
            f"at UTF-16 offset {one.end}"
        )
