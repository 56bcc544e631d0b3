"""mRECIST from three sums of diameters, in tenths of a millimetre, as the subject of a view."""

from domain.calculators.mrecist import TargetAssessment, assess_targets


def assess_tenths(before: int, smallest: int, now: int) -> TargetAssessment:
    """Return the response for sums in tenths of a millimetre; raises `ImpossibleSumsError`."""
    return assess_targets(before / 10, smallest / 10, now / 10)


def subject_of(sums: tuple[int, int, int]) -> str:
    """Return the subject of the view that shows what these sums come to."""
    return "-".join(str(each) for each in sums)


def sums_named(subject: str) -> tuple[int, int, int]:
    """Return the sums that a view's subject stands for; raises `ValueError` for no such subject."""
    before, smallest, now = (int(each) for each in subject.split("-"))
    return before, smallest, now
