"""The named values a fact can take. Each value's text is its name in the data contract."""

from enum import StrEnum


class TreatmentIntent(StrEnum):
    """What TACE was meant to achieve when it was started."""

    PALLIATIVE = "palliative"
    CURATIVE = "curative"


class TargetResponse(StrEnum):
    """mRECIST response of the treated intrahepatic target lesions, and of nothing else."""

    CR = "CR"
    PR = "PR"
    SD = "SD"
    PD = "PD"


class ViabilityRange(StrEnum):
    """Residual viability where no figure was measured."""

    UP_TO_50 = "up_to_50"
    OVER_50 = "over_50"


class ImagingTiming(StrEnum):
    """When the judged scan was made, counted from the last TACE."""

    BEFORE_1_MONTH = "before_1_month"
    WITHIN_1_TO_3_MONTHS = "within_1_to_3_months"
    AFTER_3_MONTHS = "after_3_months"


class NewLesions(StrEnum):
    """New intrahepatic lesions, each time compared with before the preceding session."""

    NONE = "none"
    AFTER_LATEST_SESSION = "after_latest_session"
    AFTER_CONSECUTIVE_SESSIONS = "after_consecutive_sessions"


class Occurrence(StrEnum):
    """Whether a finding is there, and whether it was there before the first TACE."""

    ABSENT = "absent"
    PREEXISTING = "preexisting"
    NEW = "new"


class MarkerTrend(StrEnum):
    """Whether tumor markers keep rising after TACE, a brief dip notwithstanding."""

    NOT_RISING = "not_rising"
    RISING = "rising"


class ChildPughClass(StrEnum):
    """Liver function class."""

    A = "A"
    B = "B"
    C = "C"
