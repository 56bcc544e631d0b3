"""What the words of a line can be: what it speaks of, and what is said of that."""

from enum import StrEnum, auto


class Topic(StrEnum):
    """What a line can speak of. Every topic is answered for, as a fact or as left out."""

    SESSIONS = auto()
    SESSION_NUMBER = auto()
    """Which session: the third."""
    COUNT = auto()
    """A number of times, without saying of what."""
    SESSIONS_INEXACT = auto()
    NO_SESSION = auto()
    NOT_TACE = auto()
    SESSIONS_WITHIN = auto()
    ALL_WITHIN = auto()
    IN_JUNE = auto()
    ABLATION = auto()

    RESPONSE = auto()
    OTHER_RESPONSE = auto()
    COURSE = auto()
    """Progression in words, or none, which is no response category."""
    VIABILITY = auto()
    NECROSIS = auto()
    LIPIODOL = auto()

    NEW_LESIONS = auto()
    NOTHING_NEW = auto()
    """Nothing new, without saying of what."""
    INVASION = auto()
    NOT_INVASION = auto()
    SPREAD = auto()
    SUSPECT_SITE = auto()
    """A node or a nodule, which is no metastasis yet."""
    CHEST = auto()
    MARKER = auto()

    INTERVAL = auto()
    """A duration, without saying since when."""
    NO_CONTRAST = auto()
    NO_SCAN = auto()
    OTHER_SCAN = auto()

    FEEDERS = auto()
    DRUG = auto()
    REASSESSED = auto()
    STANDARDISED = auto()
    SELECTIVE = auto()
    ALL_FEEDERS = auto()
    END_POINT = auto()
    INTENT = auto()
    OTHER_INTENT = auto()

    CHILD_PUGH = auto()
    CHILD_PUGH_INEXACT = auto()
    ECOG = auto()
    ECOG_INEXACT = auto()
    KARNOFSKY = auto()

    ARTERY = auto()
    REACH = auto()
    JAUNDICE = auto()
    BILIRUBIN = auto()
    ENCEPHALOPATHY = auto()
    ASCITES = auto()
    HEPATORENAL = auto()
    SHUNT = auto()

    TUMOR_COUNT = auto()
    TUMOR_COUNT_INEXACT = auto()
    LARGEST = auto()


class Mark(StrEnum):
    """What can be said of a topic, and the words that say nothing of it."""

    COMMA = auto()
    STOP = auto()
    OPEN = auto()
    CLOSE = auto()
    BREAK = auto()
    """A word that begins something else: but, except."""
    THEN = auto()
    """A word or sign behind which comes what was later: then, an arrow."""
    PLUS = auto()
    NOW = auto()
    AND = auto()
    LIST = auto()
    """A sign or word that only ever strings items of one list together."""
    OR = auto()
    BOTH = auto()

    NO_BEFORE = auto()
    NO_AFTER = auto()
    NO_EITHER = auto()
    YES_BEFORE = auto()
    YES_AFTER = auto()
    DOUBT = auto()
    NOT_KNOWN = auto()
    BENIGN = auto()
    SIGN = auto()
    """A sign of something: where there is none, it is not there, and otherwise doubtful."""
    QUERY = auto()
    """A question mark, which may belong to one word only."""
    PLANNED = auto()
    PAST = auto()
    AGO = auto()
    BEFORE_SESSION = auto()
    """Before a session, without saying which."""
    AT_BASELINE = auto()
    NEW = auto()
    SINCE_TACE = auto()
    AGAIN = auto()
    EACH = auto()
    OLD = auto()
    DIFFUSE = auto()
    REFRACTORY = auto()
    NOT_REFRACTORY = auto()
    GROWN = auto()
    BECAUSE = auto()

    OTHER_CASE = auto()
    """Another patient, or a definition that is of no patient."""
    OTHER_CANCER = auto()
    CASE_LABEL = auto()
    THIS_CASE = auto()
    PLAN_HEADING = auto()
    """In front of plans: "Plan: ..."."""

    TACE = auto()
    NOT_GIVEN = auto()
    """A session at which nothing was embolised, or that is not among those counted."""
    RETREATED = auto()
    LAST = auto()
    ELSEWHERE = auto()
    OTHER_LESIONS = auto()
    SAME_LESIONS = auto()
    RECURRENCE = auto()
    AFTERWARDS = auto()
    """Status post, after: what follows came first."""
    SPAN = auto()
    APPROX = auto()
    MRECIST = auto()
    OTHER_CRITERIA = auto()
    TARGET = auto()
    NOT_TARGET = auto()
    PERCENT = auto()
    OF_BASELINE = auto()
    OF_SMALLEST = auto()
    OF_BEFORE = auto()
    AREA = auto()
    DIAMETER = auto()
    VOLUME = auto()
    CHANGE = auto()
    SERIES = auto()
    RISING = auto()
    HIGHER = auto()
    FALLING = auto()
    STEADY = auto()
    NORMAL = auto()
    NEVER_RAISED = auto()
    RAISES_PIVKA = auto()

    SCAN = auto()
    SYSTEMIC = auto()
    WHOLE_BODY = auto()
    LIVER_ONLY = auto()
    NO_CHEST = auto()
    PLACE = auto()
    """A part of the liver."""
    ORGAN = auto()
    """Somewhere outside the liver."""
    VESSEL = auto()
    DATE = auto()
    ASIDE = auto()
    """Something true of a patient that no rule reads."""
    TECHNIQUE = auto()
    FILLER = auto()
    TUMOR = auto()
    """A tumor, without saying more of it."""
    THING = auto()
    """Something else that can itself be there or not, and is read by no rule."""
    UNKNOWN = auto()
    UNKNOWN_ASIDE = auto()
    """A word that is not known, in brackets or as a heading: it takes nothing back."""


Kind = Topic | Mark

NEUTRAL = frozenset({Mark.FILLER, Mark.TUMOR, Mark.THING})
"""Words that leave what they stand beside as it is."""
