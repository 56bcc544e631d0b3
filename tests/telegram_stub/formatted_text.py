"""Text with its entities, measured as Telegram measures it: in UTF-16 code units."""

from dataclasses import dataclass, field
from itertools import groupby

from tests.telegram_stub.refusals import JsonObject

# These may lie across each other and meet; everything else stands on its own.
STYLES = ("bold", "italic", "underline", "strikethrough", "spoiler")
CODE = ("code", "pre")
QUOTES = ("blockquote", "expandable_blockquote")


def utf16_length(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def utf16_slice(text: str, start: int, end: int) -> str:
    raw = text.encode("utf-16-le", "surrogatepass")[2 * start : 2 * end]
    return raw.decode("utf-16-le", "surrogatepass")


@dataclass(frozen=True)
class Entity:
    """A stretch of a text; `extra` holds what its type adds, such as a link's url."""

    type: str
    offset: int
    length: int
    extra: JsonObject = field(default_factory=dict)

    @property
    def end(self) -> int:
        return self.offset + self.length

    def to_json(self) -> JsonObject:
        return {"type": self.type, "offset": self.offset, "length": self.length, **self.extra}


@dataclass(frozen=True)
class FormattedText:
    text: str
    entities: tuple[Entity, ...] = ()

    @property
    def length(self) -> int:
        return utf16_length(self.text)

    def trimmed(self) -> "FormattedText":
        """Without surrounding white space, which Telegram never keeps."""
        kept = self.text.rstrip()
        end = utf16_length(kept)
        start = len(kept) - len(kept.lstrip(" \n"))
        clipped = (
            Entity(
                one.type,
                max(one.offset, start) - start,
                min(one.end, end) - max(one.offset, start),
                one.extra,
            )
            for one in self.entities
        )
        return FormattedText(kept[start:], tuple(one for one in clipped if one.length > 0))

    def tidied(self) -> "FormattedText":
        """With the entities in the one form in which Telegram keeps them.

        Equal styles that touch become one, code takes no styles, a quotation holds no other.
        """
        singles = [one for one in self.entities if one.type not in STYLES]
        code = [one for one in singles if one.type in CODE]
        kept = [one for one in singles if not _swallowed(one, singles)]
        for style in STYLES:
            spans = [(one.offset, one.end) for one in self.entities if one.type == style]
            units = {unit for start, end in spans for unit in range(start, end)}
            units -= {unit for one in code for unit in range(one.offset, one.end)}
            kept += [Entity(style, start, end - start) for start, end in _runs(units)]
        return FormattedText(self.text, tuple(sorted(kept, key=_reading_order)))


def _swallowed(one: Entity, others: list[Entity]) -> bool:
    kinds = QUOTES if one.type in QUOTES else CODE
    return any(
        other.type in kinds
        and other.offset <= one.offset
        and one.end <= other.end
        and one.length < other.length
        for other in others
    )


def _runs(units: set[int]) -> list[tuple[int, int]]:
    runs = []
    for _, run in groupby(enumerate(sorted(units)), key=lambda pair: pair[1] - pair[0]):
        members = [unit for _, unit in run]
        runs.append((members[0], members[-1] + 1))
    return runs


def _reading_order(one: Entity) -> tuple[int, int, int, str]:
    inner = 0 if one.type in QUOTES else 2 if one.type in STYLES else 1
    return (one.offset, -one.length, inner, one.type)
