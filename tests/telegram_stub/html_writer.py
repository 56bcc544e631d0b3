"""Writes a text with its entities back as HTML, to read in a test what the user sees."""

from html import escape

from tests.telegram_stub.formatted_text import Entity, FormattedText, utf16_slice

_TAGS = {
    "blockquote": "blockquote",
    "bold": "b",
    "code": "code",
    "italic": "i",
    "pre": "pre",
    "spoiler": "tg-spoiler",
    "strikethrough": "s",
    "underline": "u",
}


def write_html(content: FormattedText) -> str:
    """Return HTML with well nested tags; entities that lie across each other are split."""
    edges = {0, content.length}
    for one in content.entities:
        edges |= {one.offset, one.end}
    cuts = sorted(edges)
    written = ""
    open_now: list[Entity] = []
    for start, end in zip(cuts, [*cuts[1:], content.length], strict=True):
        wanted = [one for one in content.entities if one.offset <= start < one.end]
        kept = 0
        while kept < min(len(open_now), len(wanted)) and open_now[kept] is wanted[kept]:
            kept += 1
        written += "".join(_end(one) for one in reversed(open_now[kept:]))
        written += "".join(_start(one) for one in wanted[kept:])
        written += escape(utf16_slice(content.text, start, end), quote=False)
        open_now = wanted
    return written


def _start(one: Entity) -> str:
    if one.type == "text_link":
        return f'<a href="{escape(one.extra["url"])}">'
    if one.type == "custom_emoji":
        return f'<tg-emoji emoji-id="{one.extra["custom_emoji_id"]}">'
    if one.type == "expandable_blockquote":
        return "<blockquote expandable>"
    if one.type == "pre" and one.extra.get("language"):
        return f'<pre><code class="language-{escape(one.extra["language"])}">'
    return f"<{_TAGS[one.type]}>" if one.type in _TAGS else ""


def _end(one: Entity) -> str:
    if one.type == "text_link":
        return "</a>"
    if one.type == "custom_emoji":
        return "</tg-emoji>"
    if one.type == "expandable_blockquote":
        return "</blockquote>"
    if one.type == "pre" and one.extra.get("language"):
        return "</code></pre>"
    return f"</{_TAGS[one.type]}>" if one.type in _TAGS else ""
