"""Pieces of which the patterns are made. All patterns read normalised text."""

import re

from conversations.shorthand.phrase_tree import listed

NUMBERS = {
    **{str(number): number for number in range(100)},
    **{
        word: number
        for number, words in enumerate(
            (
                "one once 一",
                "two twice 二 两",
                "three thrice 三",
                "four 四",
                "five 五",
                "six 六",
                "seven 七",
                "eight 八",
                "nine 九",
                "ten 十",
                "eleven 十一",
                "twelve 十二",
            ),
            start=1,
        )
        for word in words.split()
    },
}
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth")


def number_of(word: str) -> int:
    """Return the number that a count or an ordinal stands for."""
    if word in _ORDINALS:
        return _ORDINALS.index(word) + 1
    return NUMBERS[word.lstrip("0") or "0"]


def phrases(written: str) -> str:
    """Return the pattern of listed phrases; Latin ones match only whole."""
    return "(?:" + "|".join(map(_phrase, sorted(listed(written), key=len, reverse=True))) + ")"


def _phrase(entry: str) -> str:
    pattern = re.escape(entry).replace(r"\ ", r"[\s-]{1,2}")
    start = r"(?<![a-z0-9])" if _latin(entry[0]) else ""
    end = r"(?![a-z0-9])" if _latin(entry[-1]) else ""
    return f"{start}{pattern}{end}"


def _latin(character: str) -> bool:
    return character.isascii() and character.isalnum()


ARROW = r"\s*(?:\u2192|-{1,2}>|=>|~>)\s*"

_DIGITS = r"(?<![0-9.])[0-9]{1,2}(?![0-9]|\.[0-9])"
_WORDS = (
    r"(?<![a-z])(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?![a-z])"
    r"|十[一二]?|[一二两三四五六七八九]"
)
COUNT = f"(?:{_DIGITS}|{_WORDS})"
"""A whole number in digits or words."""

ORDINAL = (
    r"(?:(?<![0-9./])(?P<nth>[0-9]{1,2})(?:st|nd|rd|th)(?![a-z])"
    rf"|(?<![a-z])(?P<ordinal>{'|'.join(_ORDINALS)})(?![a-z]))"
)

RANGE = r"\s*(?:-|~|/|\bto\b|\bor\b|至|到|或|\u2192|->)\s*"
"""What stands between the two ends of a range."""

TACE = (
    r"(?:(?<![a-z])(?:(?:c|b|d|deb|dem|dsm|dc|conventional|drug[\s-]eluting(?:[\s-]bead)?)"
    r"[\s-]{0,2})?tace(?:'?s)?(?![a-rt-wyz]|s[a-z])"
    r"|(?<![a-z])(?:trans(?:cath|-)?arterial\s+)?chemo-?emboli[sz]ations?(?![a-z])"
    r"|(?:肝动脉|经导管动脉|经导管肝动脉|经动脉)?(?:插管)?(?:灌注)?(?:化疗栓塞|栓塞化疗))"
)
"""Transarterial chemoembolization under any of its names."""

AT_END = r"(?=\s*(?:$|[,;.?。()\n/、](?![0-9])))"
"""The end of a clause, or a mark at it, behind a figure."""

WORD_END = r"(?=\s*(?:$|[,;.?。()\n/、]))"
"""The same behind a word."""

NUMBERED = (
    rf"\s*(?:sessions?\s*)?(?:#|no\.\s*|x\s*|\*\s*|\(\s*[*x]?\s*)?{COUNT}(?!\s*(?:/|[-\s]?(?:d|w|"
    r"m|days?|wks?|weeks?|months?|mths?)(?![a-z])|周|天|个?月|日))"
)
"""What counts or numbers the sessions that were named right before."""

NO_LESION_ZH = (
    r"(?!\s*(?:肝内)?(?:(?:[0-9一二三两四五]\s*)?(?:枚|个|处)|(?:小|多发|强化|多个|数枚)*(?:病灶|"
    r"结节|灶|占位|病变)))"
)
"""Not in front of a lesion, which is itself what is new."""

_TACE_IN_SHORT = r"(?:[a-z]{0,3}[\s-]?tace(?![a-z])|chemo-?emboli[sz]ation|化疗栓塞)"
FIRST_SESSION = (
    rf"(?:(?:the\s+)?(?:1st|(?:very\s+)?first|initial)[\s-]+(?:{_TACE_IN_SHORT}|session|procedure|"
    r"treatment)"
    rf"|(?<![a-z]){_TACE_IN_SHORT}\s*(?:#|no\.?\s*|session\s*)?\s*1(?![0-9.])(?!\s*(?:次|/|-))"
    rf"|(?:第\s*[一1]\s*次|首次|初次)(?:{_TACE_IN_SHORT}|治疗|介入)?)"
)
_BEFORE = r"(?<![a-z])(?:before|prior\s+to|pre)"
BASELINE = (
    rf"(?:(?:the\s+)?(?:(?<![a-z])pre[\s-]*(?:{FIRST_SESSION}|{_TACE_IN_SHORT})\s+)?(?<![a-z])base"
    r"line(?![a-z])"
    rf"(?:\s*[(,]?\s*{_BEFORE}[\s-]+(?:{FIRST_SESSION}|{_TACE_IN_SHORT})\s*\)?)?"
    rf"|基线(?:期|时|水平)?(?:\s*\(\s*{FIRST_SESSION}(?:术)?前\s*\))?"
    rf"|(?:(?:that|seen|present|measured)\s+){{0,2}}{_BEFORE}[\s-]+(?:the\s+)?{FIRST_SESSION}(?!"
    r"[a-z])"
    rf"|{FIRST_SESSION}\s*(?:术|治疗)?(?:之)?前(?:基线)?)"
)
"""Before the first session, with which CCI and JSH-LCSGJ compare."""
