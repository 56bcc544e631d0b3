"""Slips of the keyboard: one letter wrong, missing, too many or in the wrong place.

Only long words are mended that are unknown as they stand, and only where a single one of the
words that findings are told in can be meant.
"""

from collections.abc import Iterable, Iterator
from functools import cache

from conversations.shorthand.kinds import Mark
from conversations.shorthand.lexing import Token
from conversations.shorthand.normal import Normal
from conversations.shorthand.phrase_tree import listed

_SHORTEST = 6
_WORDS = listed(
    """
    mrecist | recist | ascites | encephalopathy | refractory | jaundice | hepatorenal | metastases
    metastasis | extrahepatic | intrahepatic | macrovascular | invasion | thrombus | thrombosis
    portal | lesion | lesions | nodule | viable | residual | enhancement | enhancing | necrosis
    lipiodol | baseline | response | progressive | partial | complete | stable | disease
    sessions | session | palliative | curative | bridging | downstaging | neoadjuvant | adjuvant
    standardised | standardized | superselective | superselectively | feeders | collaterals
    embolised | embolized | chemoembolization | chemoembolisation | epirubicin | doxorubicin
    idarubicin | cisplatin | switched | changed | negative | positive | without | evidence
    possible | probable | suspected | suspicious | equivocal | indeterminate | confirmed
    planned | previous | previously | history | diagnosis | occluded | hepatic | artery | diffuse
    fistula | shunting | arterioportal | solitary | multifocal | largest | tumour | rising
    falling | normal | elevated | persistently | contrast | months | weekly | recurrence
    progression | metastatic | vascular | consecutive | standardise | catheterised
    """
)


def mended(normal: Normal, tokens: Iterable[Token]) -> Normal | None:
    """Return the line with its slips mended, nothing if there are none."""
    slips = list(_slips(tokens))
    if not slips:
        return None
    text: list[str] = []
    origin: list[int] = []
    place = 0
    for token, word in slips:
        text.append(normal.text[place : token.start])
        origin += normal.origin[place : token.start]
        text.append(word)
        origin += _places(normal.origin[token.start : token.end], len(word))
        place = token.end
    text.append(normal.text[place:])
    origin += normal.origin[place:]
    return Normal(normal.typed, "".join(text), tuple(origin))


def _slips(tokens: Iterable[Token]) -> Iterator[tuple[Token, str]]:
    for token in tokens:
        word = token.text
        if token.kind is not Mark.UNKNOWN or len(word) < _SHORTEST - 1 or not word.isalpha():
            continue
        meant = {
            each
            for variant in (word, *_one_letter_less(word))
            for each in _by_variant().get(variant, ())
            if each[0] == word[0] and abs(len(each) - len(word)) <= 1
        }
        if len(meant) == 1:
            yield token, meant.pop()


@cache
def _by_variant() -> dict[str, set[str]]:
    """Return the words under themselves and what is left of them without one letter."""
    found: dict[str, set[str]] = {}
    for word in _WORDS:
        for variant in (word, *_one_letter_less(word)):
            found.setdefault(variant, set()).add(word)
    return found


def _one_letter_less(word: str) -> set[str]:
    return {word[:place] + word[place + 1 :] for place in range(len(word))}


def _places(origin: tuple[int, ...], length: int) -> list[int]:
    """Return where the letters of a mended word stood: the last ones where the last one did."""
    return (
        [*origin[:length], *origin[-1:] * (length - len(origin))]
        if length > len(origin)
        else [
            *origin[: length - 1],
            origin[-1],
        ]
    )
