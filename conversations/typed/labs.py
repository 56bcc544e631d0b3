"""Laboratory values as they are typed into the Child-Pugh helper, each with its unit."""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar
from unicodedata import normalize

from conversations.flow.remarks import Remark, RemarkKind
from conversations.helpers.labs import Labs
from domain.calculators.child_pugh import (
    Ascites,
    Encephalopathy,
    ImplausibleValueError,
    MeasuredTwiceError,
    Measurement,
    Unit,
    child_pugh,
)

Finding = TypeVar("Finding", Ascites, Encephalopathy)

_NUMBER = r"\s*[:=]?\s*\+?(?P<value>\d{1,4}(?:\.\d{1,2})?)(?![.,]?\d)\s*"
_LABORATORY = (
    re.compile(
        rf"(?<!direct )(?<!conjugated )(?<!直接)(?<!间接)(?<!结合)"
        rf"(?:\bt\.?\s?bili?|\bbili(?:rubin)?|总?胆红素){_NUMBER}(?P<unit>mg/dl|[uμ]mol/l|[uμ]m\b)?"
    ),
    re.compile(rf"(?:\balb(?:umin)?|(?<!前)白蛋白){_NUMBER}(?P<unit>g/dl|g/l)?"),
    re.compile(rf"(?P<unit>\binr){_NUMBER}"),
    re.compile(
        rf"(?P<unit>\bpt|凝血酶原时间)\s*(?:延长|prolonged(?:\s*by)?|(?=\+)){_NUMBER}(?:s|秒)?"
    ),
)
_UNITS = {
    "mg/dl": Unit.MG_DL,
    "g/dl": Unit.G_DL,
    "g/l": Unit.G_L,
    "inr": Unit.INR,
    "pt": Unit.SECONDS,
    "凝血酶原时间": Unit.SECONDS,
}
_AMERICAN = frozenset((Unit.MG_DL, Unit.G_DL))
_INTERNATIONAL = frozenset((Unit.UMOL_L, Unit.G_L))

_IS = r"\s*[:=]?\s*"
_NONE = r"(?:none|no|neg(?:ative)?|-)(?![a-z]|\s*\w)"
_ASCITES = {
    Ascites.NONE: rf"\bno ascites\b|\bascites{_IS}{_NONE}|无腹水|腹水{_IS}(?:无(?!法)|-(?!\s*\w))",
    Ascites.MILD: rf"\bmild ascites\b|\bascites{_IS}(?:mild|slight|controlled)\b"
    rf"|少量腹水|腹水{_IS}(?:少量|轻度|可控)",
    Ascites.MODERATE: r"\b(?:moderate|large|tense) ascites\b"
    rf"|\bascites{_IS}(?:-\s*)?(?:moderate|large|tense|severe)\b"
    rf"|(?:中量|大量)腹水|腹水{_IS}(?:中量|大量|中|大)",
}
_HE = r"(?:\bhe\b|\bencephalopathy\b|肝性脑病)"
_GRADE = r"\s*[:=]?\s*(?:grade|gr|g)?\s*"
_ENCEPHALOPATHY = {
    Encephalopathy.NONE: rf"\bno (?:he|encephalopathy)\b|{_HE}{_IS}{_NONE}"
    rf"|无肝性脑病|肝性脑病{_IS}(?:无(?!法)|-(?!\s*\w))",
    Encephalopathy.GRADE_1_2: rf"{_HE}{_GRADE}(?:1-2|[12]|ii?)(?:级|期|度|\b(?!-))",
    Encephalopathy.GRADE_3_4: rf"{_HE}{_GRADE}(?:3-4|[34]|iii|iv)(?:级|期|度|\b(?!-))",
}


def read_labs(text: str, labs: Labs) -> tuple[Labs, Remark | None]:
    """Return the labs with what `text` adds or replaces, and what to say if it adds nothing."""
    said = normalize("NFKC", text).casefold()
    found = [match for pattern in _LABORATORY for match in pattern.finditer(said)]
    for match in found:
        if match["unit"] is None:
            return labs, Remark(RemarkKind.NO_UNIT, about=match[0].strip())
    measurements = tuple(_measurement(match) for match in found)
    try:
        score = child_pugh(
            measurements,
            _finding(_ASCITES, said),
            _finding(_ENCEPHALOPATHY, said),
        )
    except ImplausibleValueError as error:
        return labs, Remark(RemarkKind.IMPLAUSIBLE, about=_written(error.measurement))
    except MeasuredTwiceError:
        return labs, Remark(RemarkKind.GIVEN_TWICE)
    if not score.points:
        return labs, Remark(RemarkKind.NO_LABS)
    shown = _shown_as_typed(labs, {each.unit for each in measurements})
    return replace(shown, points={**labs.points, **score.points}), None


def _shown_as_typed(labs: Labs, units: set[Unit]) -> Labs:
    """Return the labs shown in the units typed: no INR that was never measured."""
    by_inr = Unit.INR in units or (labs.by_inr and Unit.SECONDS not in units)
    american, international = not units.isdisjoint(_AMERICAN), not units.isdisjoint(_INTERNATIONAL)
    if american is international:
        return replace(labs, by_inr=by_inr)
    return replace(labs, by_inr=by_inr, international=international)


def _measurement(match: re.Match[str]) -> Measurement:
    # The remaining spellings are all of micromoles.
    return Measurement(float(match["value"]), _UNITS.get(match["unit"], Unit.UMOL_L))


def _finding(spellings: Mapping[Finding, str], said: str) -> Finding | None:
    """Return what is said of ascites or of encephalopathy, `None` where that is not one thing."""
    found = [each for each, pattern in spellings.items() if re.search(pattern, said)]
    return found[0] if len(found) == 1 else None


def _written(measurement: Measurement) -> str:
    return _WRITTEN[measurement.unit].format(f"{measurement.value:g}")


_WRITTEN = {
    Unit.MG_DL: "{} mg/dL",
    Unit.UMOL_L: "{} µmol/L",
    Unit.G_DL: "{} g/dL",
    Unit.G_L: "{} g/L",
    Unit.INR: "INR {}",
    Unit.SECONDS: "{} s",
}
"""Values with their units are written alike in both languages."""
