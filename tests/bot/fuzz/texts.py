"""Texts that nobody would type, and some that somebody might."""

from __future__ import annotations

import sys
import unicodedata
from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from random import Random

LONGEST = 4096
"""What Telegram lets a person send."""

DIRECTIONS = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
"""The marks that turn the direction of writing."""

_MARKUP = (
    "<b>bold</b>",
    "</b></blockquote>",
    "<blockquote expandable>",
    "<a href='tg://user?id=1'>me</a>",
    "<script>alert(1)</script>",
    "<!-- ",
    "<",
    "&",
    "&lt;b&gt;",
    "&#60;b&#62;",
    "&#0;&#x110000;&nothing;",
    "*bold* _italic_ [link](https://example.org) `code`",
    "[me](tg://user?id=1)",
    "@stub_bot",
    "https://t.me/stub_bot?start=x",
)
_TRICKS = (
    "%s %(name)s %n {0.__class__} {} ${HOME} $(reboot)",
    "'; DROP TABLE people; --",
    "\\u202e \\x00 \\ud800",
    "../../etc/passwd",
    "\0",
    "\x1b[31m",
    "\r\n\r\n",
    "\ud800",
    "\udfff\ud800",
)
_BEDSIDE = (
    "3",
    "B7",
    "65%",
    "PD",
    "sd",
    "not known",
    "back",
    "不详",
    "TACE x3, mRECIST SD, no new lesions, PVTT neg, no EHS, CP A6, PS 1",
    "TACE术后3次,末次术后5周增强MRI:mRECIST SD,未见新发灶,PVTT(-),肝外(-),Child A6,PS 1分",
    "bilirubin 2.1 mg/dL, albumin 3.4, INR 1.2, no ascites, no encephalopathy",
    "52 40 61",
    "?PD, AFP up, lipiodol 80%",
    "spread new, vascular invasion absent",
    "John Smith 12345678",
    "住院号：1029384",
    "DOB 12/03/1956",
)
_NUMBERS = ("9" * 60, "-1", "1e400", "nan", "0x10", "1/0", "٣", "３", "³", "Ⅲ", "65,5 %", "१२३")
_CODES = (
    "aAAAAAAAAAAAAAAv0ZM",
    "aAH2B67g-iwCOAANj_k",
    "bAH2B67g-iwCOAANj_j",
    "iAAAAAAAAAAAAAAAAAAAAAA",
)
_MENU = ("/start", "/new", "/help", "/about", "/language", "/privacy", "/delete")
_OTHERS = ("/invite", "/members", "/remove", "/dose", "/", "/start@stub_bot", "/new@another_bot")
# /verify is left out: it takes seconds once, and says always the same.


@cache
def characters() -> dict[str, str]:
    """Return characters of every class that Unicode has, surrogates and unassigned ones too.

    They are those of the first two planes, which have them all, and the last one that there is.
    """
    found: defaultdict[str, list[str]] = defaultdict(list, {"Cn": [chr(sys.maxunicode)]})
    for code in range(2 * 0x10000):
        found[unicodedata.category(chr(code))].append(chr(code))
    return {name: "".join(members) for name, members in found.items()}


def text(chance: Random) -> str:
    """Draw a text, mostly short, now and then as long as they get."""
    draw = chance.random()
    if draw < 0.25:
        return chance.choice(_BEDSIDE)
    if draw < 0.32:
        return chance.choice(_MENU)
    if draw < 0.4:
        return f"{chance.choice(_MENU + _OTHERS)} {piece(chance)}"
    pieces = "".join(piece(chance) for _ in range(chance.randint(1, 4)))
    return (pieces * LONGEST)[:LONGEST] if draw > 0.97 else pieces


def piece(chance: Random) -> str:
    """Draw something short and odd."""
    drawn = chance.choice((_MARKUP, _TRICKS, DIRECTIONS, _BEDSIDE, _NUMBERS, _CODES, characters()))
    if isinstance(drawn, dict):
        members = drawn[chance.choice(tuple(drawn))]
        return "".join(chance.choice(members) for _ in range(chance.randint(1, 12)))
    if drawn is DIRECTIONS:
        return chance.choice(DIRECTIONS) + chance.choice(_BEDSIDE)
    if drawn is _BEDSIDE:
        return chance.choice(_BEDSIDE) + chance.choice((", ", "，", "\n", " "))
    return chance.choice(drawn)
