"""A line in one width, one case and one set of signs, with the way back to what was typed."""

import re
from dataclasses import dataclass
from unicodedata import category, normalize

_SIGNS = {
    "\n": "\n",
    "\u00d7": "*",  # multiplication signs
    "\u2715": "*",
    "\u2716": "*",
    "\u2010": "-",  # hyphens, dashes, minus
    "\u2011": "-",
    "\u2012": "-",
    "\u2013": "-",
    "\u2014": "-",
    "\u2212": "-",
    "\u301c": "~",
    "\u21d2": "\u2192",  # arrows to the right
    "\u2794": "\u2192",
    "\u279c": "\u2192",
    "\u27f6": "\u2192",
    "\u2191": "\u2191",
    "\u2193": "\u2193",
    "\u2264": "\u2264",  # kept, since their decomposition is two signs
    "\u2265": "\u2265",
    "\u2266": "\u2264",
    "\u2267": "\u2265",
}

_NUMERAL = "0-9\uff10-\uff19一二三四五六七八九十"
_ITEM = re.compile(
    rf"(?:^|(?<=[\n;\uff1b。]))\s*[(\uff08]?(?:[0-9\uff10-\uff19]{{1,2}}|[一二三四五六七八九十])\s*"
    rf"(?:[)\uff09]|[.\uff0e、](?!\s*[{_NUMERAL}])|、(?=\s*(?:19|20)[0-9]{{2}}))"
)
"""The number of an item of a list: "1) TACE x3", "2、SD"."""

_BLANKS = (" ", "\n")
_OPENING = ("(", "\uff08")
_CLOSING = (")", "\uff09")


@dataclass(frozen=True)
class Normal:
    """A typed line and its normal form; `origin` has where each character of `text` stood."""

    typed: str
    text: str
    origin: tuple[int, ...]

    def as_typed(self, start: int, end: int) -> str:
        """Return what was typed for `text[start:end]`, without blanks, with its last bracket."""
        last = self.origin[end - 1] + 1
        typed = self.typed[self.origin[start] : last].strip()
        open_still = sum(map(typed.count, _OPENING)) > sum(map(typed.count, _CLOSING))
        bracket = self.typed[last : last + 1]
        return typed + bracket if open_still and bracket in _CLOSING else typed


def normalised(line: str) -> Normal:
    """Return the normal form of a line."""
    text: list[str] = []
    origin: list[int] = []
    numbers = {place for item in _ITEM.finditer(line) for place in range(*item.span())}
    for place, character in enumerate(line):
        for plain in ";" if place in numbers else _plain(character):
            if plain in _BLANKS and text and text[-1] in _BLANKS:
                # Blanks in a row are one, and a new line if there is one among them.
                text[-1] = max(plain, text[-1], key="\n".__eq__)
            else:
                text.append(plain)
                origin.append(place)
    return Normal(line, "".join(text), tuple(origin))


def _plain(character: str) -> str:
    if character in _SIGNS:
        return _SIGNS[character]
    kind = category(character)
    if kind == "Cf":
        return ""
    if kind == "No":
        # Circled numbers head the items of a list; halves and exponents are no counts either.
        return ";"
    plain = normalize("NFKC", character).casefold()
    return " " if kind in ("Zs", "Cc") else plain
