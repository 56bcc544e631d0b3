"""Caveats of the whole report, in the order in which they are shown."""

from domain.facts.catalogue import (
    IMAGING_TIMING,
    STANDARDIZED_TECHNIQUE,
    TACE_SESSIONS,
    TARGET_RESPONSE,
)
from domain.facts.vocabulary import ImagingTiming, TargetResponse
from domain.logic.conditions import ALWAYS, NotKnownTrue
from domain.rules.caveat import Caveat
from domain.rules.outcomes import (
    NOT_UNSUITABLE,
    SOME_NOT_ASSESSABLE,
    SOME_NOT_REFRACTORY,
    SOME_REFRACTORY,
    STAGED,
    UNSUITABLE,
)
from domain.rules.source import Source

_REFRACTORY = SOME_REFRACTORY.is_(True)
_NO_RESPONSE = TARGET_RESPONSE.is_(TargetResponse.SD, TargetResponse.PD)

REPORT_CAVEATS = (
    Caveat("unsuitable_overrides", when=UNSUITABLE.is_(True), sources=(Source.ARTICLE,)),
    Caveat(
        "definitions_disagree",
        when=_REFRACTORY & SOME_NOT_REFRACTORY.is_(True),
        sources=(Source.ARTICLE, Source.ZHONG_2021),
    ),
    Caveat(
        "repeat_tace_harms",
        when=_REFRACTORY | (TACE_SESSIONS.at_least(3) & _NO_RESPONSE),
        sources=(Source.ARTICLE,),
    ),
    Caveat(
        "combination_remains",
        when=_REFRACTORY & NOT_UNSUITABLE.is_(True),
        sources=(Source.ARTICLE_OPINION,),
    ),
    Caveat(
        "not_refractory_is_not_success",
        when=~_REFRACTORY & SOME_NOT_REFRACTORY.is_(True),
        sources=(Source.ARTICLE_READING,),
    ),
    Caveat(
        "technique_baseline",
        when=(_REFRACTORY | SOME_NOT_ASSESSABLE.is_(True))
        & NotKnownTrue(STANDARDIZED_TECHNIQUE.is_(True)),
        sources=(Source.ARTICLE_OPINION,),
    ),
    Caveat("survival_is_multifactorial", when=ALWAYS, sources=(Source.ARTICLE_OPINION,)),
    Caveat(
        "imaging_outside_window",
        when=IMAGING_TIMING.is_(ImagingTiming.BEFORE_1_MONTH, ImagingTiming.AFTER_3_MONTHS),
        sources=(Source.ARTICLE,),
    ),
)

STAGING_CAVEATS = (
    Caveat(
        "stage_ignores_history",
        when=STAGED.is_(True) & TACE_SESSIONS.at_least(1),
        sources=(Source.ARTICLE_READING,),
    ),
    Caveat("guideline_year", when=STAGED.is_(True), sources=(Source.ARTICLE,)),
)
