"""Three sums of diameters, as they are typed into the mRECIST helper."""

import re

from conversations.flow.remarks import Remark, RemarkKind
from conversations.flow.views import Page, View
from conversations.helpers.sums import assess_tenths, subject_of
from domain.calculators.mrecist import ImpossibleSumsError

_SUMS = 3
_NUMBER = re.compile(
    r"(?<![\d.,])(\d{1,4}(?:\.\d)?)(?![.,]?\d)\s*(mm|cm|毫米|厘米)?", re.IGNORECASE
)
_DIGITS = re.compile(r"\d+(?:[.,]\d+)*")
_TENTHS = {"": 10, "mm": 10, "毫米": 10, "cm": 100, "厘米": 100}


def read_sums_view(text: str, view: View) -> tuple[View, Remark | None]:
    """Return the view of the sums in a typed text; the view it was typed at, if there are none."""
    sums = read_sums(text)
    if sums is None:
        return view, Remark(RemarkKind.NO_SUMS)
    try:
        assess_tenths(*sums)
    except ImpossibleSumsError as error:
        return view, Remark(RemarkKind(f"sums_{error.reason}"))
    return View(Page.SUMS, subject_of(sums)), None


def read_sums(text: str) -> tuple[int, int, int] | None:
    """Return the three sums of a typed text in tenths of a millimetre, `None` where it has none.

    Millimetres, unless all three are in centimetres. Any other number of numbers, or a number
    that cannot be read whole, is no answer.
    """
    found = _NUMBER.findall(text)
    tenths = {_TENTHS[unit.lower()] for _, unit in found}
    if len(found) != _SUMS or len(_DIGITS.findall(text)) != _SUMS or len(tenths) != 1:
        return None
    per_number = tenths.pop()
    before, smallest, now = (round(float(number) * per_number) for number, _ in found)
    return before, smallest, now
