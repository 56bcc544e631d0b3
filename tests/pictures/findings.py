"""What a browser measured of a screen, and what of it a reader would stumble over."""

from collections.abc import Iterator
from typing import TypedDict


class CutLabel(TypedDict):
    """A label that is wider than its button. Widths are in CSS pixels."""

    label: str
    needs: float
    has: float


class Measures(TypedDict):
    """What `measure.js` returns. Heights are in CSS pixels."""

    visible: float
    message: float
    bubble: float
    lines: int
    cut: list[CutLabel]
    short_ends: list[str]


def findings(measured: Measures) -> Iterator[str]:
    """Yield each thing that does not fit, in words."""
    hidden = measured["message"] - measured["visible"]
    if hidden > 0:
        text = "the text fits" if measured["bubble"] <= measured["visible"] else "so is the text"
        yield (
            f"too tall by {hidden:.0f} px: text {measured['bubble']:.0f} px in "
            f"{measured['lines']} lines, {measured['visible']:.0f} px visible; {text}"
        )
    for cut in measured["cut"]:
        yield f"cut: “{cut['label']}” needs {cut['needs']:.0f} px and has {cut['has']:.0f}"
    for end in measured["short_ends"]:
        yield f"short last line: “{end}”"
