"""Reads the HTML that a bot may send, and refuses what Telegram refuses."""

import re
from dataclasses import dataclass, field

from tests.telegram_stub.formatted_text import Entity, FormattedText, utf16_length
from tests.telegram_stub.links import checked_link
from tests.telegram_stub.refusals import JsonObject, RefusedError, bad_request, hidden_mistake

_TAGS = {
    "a": "text_link",
    "b": "bold",
    "blockquote": "blockquote",
    "code": "code",
    "del": "strikethrough",
    "em": "italic",
    "i": "italic",
    "ins": "underline",
    "pre": "pre",
    "s": "strikethrough",
    "span": "spoiler",
    "strike": "strikethrough",
    "strong": "bold",
    "tg-emoji": "custom_emoji",
    "tg-spoiler": "spoiler",
    "u": "underline",
}
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_SURROGATES = range(0xD800, 0xE000)
_LAST_CODE = 0x10FFFF

_PLAIN = re.compile(rb"[^<&]+")
_WORD = re.compile(rb"[^ \t\r\n\v>]*")
_SPACE = re.compile(rb"[ \t\r\n\v]*")
_ATTRIBUTE = re.compile(rb"""[^ \t\r\n\v=>/"']*""")
_TOKEN = re.compile(rb"[A-Za-z0-9.-]*")
_REFERENCE = re.compile(rb"&(?:#x([0-9A-Fa-f]+)|#([0-9]+)|([A-Za-z]+));?")
_LONGEST_REFERENCE = 9


def read_html(source: str, *, lenient: bool = False) -> FormattedText:
    """Return text and entities; `lenient` lets pass what Telegram would show in silence."""
    return _Reader(source, lenient=lenient).read()


@dataclass
class _OpenTag:
    name: str
    offset: int
    text_from: int
    attributes: dict[str, str] = field(default_factory=dict)


class _Reader:
    def __init__(self, source: str, *, lenient: bool) -> None:
        self._data = source.encode()
        self._at = 0
        self._text = ""
        self._length = 0
        self._open: list[_OpenTag] = []
        self._entities: list[Entity] = []
        self._lenient = lenient

    def read(self) -> FormattedText:
        while self._at < len(self._data):
            if self._data.startswith(b"</", self._at):
                self._end_tag()
            elif self._data.startswith(b"<", self._at):
                self._start_tag()
            elif self._data.startswith(b"&", self._at):
                self._say(self._reference())
            else:
                self._say(self._take(_PLAIN))
        if self._open:
            raise _unreadable(
                f'Can\'t find end tag corresponding to start tag "{self._open[-1].name}"'
            )
        return FormattedText(self._text, tuple(self._entities))

    def _say(self, text: str) -> None:
        self._text += text
        self._length += utf16_length(text)

    def _take(self, pattern: re.Pattern[bytes]) -> str:
        match = pattern.match(self._data, self._at)
        taken = match.group() if match else b""
        self._at += len(taken)
        return taken.decode(errors="replace")

    def _sees(self, sign: bytes) -> bool:
        return self._data.startswith(sign, self._at)

    @property
    def _over(self) -> bool:
        return self._at >= len(self._data)

    def _reference(self) -> str:
        match = _REFERENCE.match(self._data, self._at)
        hexadecimal, decimal, name = match.groups(b"") if match else (b"", b"", b"")
        code = int(hexadecimal or b"0", 16) or int(decimal or b"0")
        said = _NAMED.get(name.decode(), "")
        if code in _SURROGATES:
            raise _unreadable(
                "Text contains invalid Unicode characters after decoding HTML entities, "
                "check for unmatched surrogate code units"
            )
        if 0 < code < _LAST_CODE:
            said = chr(code)
        if match and said and len(match.group().rstrip(b";")) <= _LONGEST_REFERENCE:
            self._at = match.end()
            return said
        if not self._lenient:
            raise hidden_mistake(
                f"a bare & or an unknown entity at byte offset {self._at} is shown as it stands"
            )
        self._at += 1
        return "&"

    def _start_tag(self) -> None:
        begin = self._at
        self._at += 1
        name = self._take(_WORD).lower()
        if self._over:
            raise _unreadable(f"Unclosed start tag at byte offset {begin}")
        if name not in _TAGS:
            raise _unreadable(f'Unsupported start tag "{name}" at byte offset {begin}')
        tag = _OpenTag(name, self._length, len(self._text))
        self._take(_SPACE)
        while not self._sees(b">"):
            attribute = self._take(_ATTRIBUTE)
            if not attribute:
                raise _unreadable(
                    f'Empty attribute name in the tag "{name}" at byte offset {begin}'
                )
            tag.attributes[attribute] = self._attribute_value(name, begin)
            self._take(_SPACE)
        self._at += 1
        if name == "span" and tag.attributes.get("class") != "tg-spoiler":
            raise _unreadable(f'Tag "span" must have class "tg-spoiler" at byte offset {begin}')
        self._open.append(tag)

    def _attribute_value(self, name: str, begin: int) -> str:
        self._take(_SPACE)
        if self._sees(b"="):
            self._at += 1
            self._take(_SPACE)
            if not self._over:
                value = self._quoted() if self._sees(b'"') or self._sees(b"'") else self._token()
                if self._over:
                    raise _unreadable(f"Unclosed start tag at byte offset {begin}")
                return value
        if self._over:
            raise _unreadable(f'Unclosed start tag "{name}" at byte offset {begin}')
        return ""

    def _token(self) -> str:
        begin = self._at
        token = self._take(_TOKEN).lower()
        if not self._over and self._data[self._at : self._at + 1] not in b" \t\r\n\v>":
            raise _unreadable(f"Unexpected end of name token at byte offset {begin}")
        return token

    def _quoted(self) -> str:
        quote = self._data[self._at : self._at + 1]
        inside = re.compile(rb"[^&" + quote + rb"]+")
        self._at += 1
        value = ""
        while not self._over and not self._sees(quote):
            value += self._reference() if self._sees(b"&") else self._take(inside)
        self._at += 1
        return value

    def _end_tag(self) -> None:
        begin = self._at
        if not self._open:
            raise _unreadable(f"Unexpected end tag at byte offset {begin}")
        self._at += 2
        found = self._take(_WORD).lower()
        self._take(_SPACE)
        if not self._sees(b">"):
            raise _unreadable(f"Unclosed end tag at byte offset {begin}")
        self._at += 1
        expected = self._open[-1].name
        if found not in {"", expected}:
            raise _unreadable(
                f"Unmatched end tag at byte offset {begin}, "
                f'expected "</{expected}>", found "</{found}>"'
            )
        self._close(self._open.pop())

    def _close(self, tag: _OpenTag) -> None:
        length = self._length - tag.offset
        inside_pre = bool(self._open) and self._open[-1].name == "pre"
        if tag.name == "code" and inside_pre:
            # There it only names the language of the block around it.
            language = tag.attributes.get("class", "").removeprefix("language-")
            self._open[-1].attributes["language"] = language
        elif length:
            kind, extra = self._meaning(tag)
            self._entities.append(Entity(kind, tag.offset, length, extra))

    def _meaning(self, tag: _OpenTag) -> tuple[str, JsonObject]:
        kind = _TAGS[tag.name]
        if tag.name == "a":
            return kind, {"url": self._link(tag)}
        if tag.name == "tg-emoji":
            emoji = tag.attributes.get("emoji-id", "")
            if not emoji.isdecimal() or int(emoji) == 0:
                raise _unreadable("Invalid custom emoji identifier specified")
            return kind, {"custom_emoji_id": emoji}
        if tag.name == "blockquote" and "expandable" in tag.attributes:
            return "expandable_blockquote", {}
        if tag.name == "pre" and tag.attributes.get("language"):
            return kind, {"language": tag.attributes["language"]}
        return kind, {}

    def _link(self, tag: _OpenTag) -> str:
        link = tag.attributes.get("href") or self._text[tag.text_from :]
        try:
            return checked_link(link)
        except ValueError as reason:
            if self._lenient:
                return ""
            raise hidden_mistake(f"the link {link!r} is dropped: {reason}") from reason


def _unreadable(reason: str) -> RefusedError:
    return bad_request(f"can't parse entities: {reason}")
