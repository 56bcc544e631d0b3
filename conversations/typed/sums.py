"""Three sums of diameters, as they are typed into the mRECIST helper."""

import re

from conversations.flow.remarks import Remark, RemarkKind
from conversations.flow.views import Page, View
from conversations.helpers.sums import assess_tenths, subject_of
from domain.calculators.mrecist import ImpossibleSumsError

_SUMS = 3
_NUMBER = re.compile(r"\d{1,4}(?:\.\d)?(?![\d.])")
_CENTIMETRES = re.compile(r"cm|厘米", re.IGNORECASE)


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

    Millimetres, unless the text says centimetres. Any other number of numbers is no answer.
    """
    numbers = [float(found) for found in _NUMBER.findall(text)]
    if len(numbers) != _SUMS:
        return None
    per_number = 100 if _CENTIMETRES.search(text) else 10
    before, smallest, now = (round(number * per_number) for number in numbers)
    return before, smallest, now
