"""Chinese College of Interventionalists (CCI), 2022.

What it says, as summarised by the source article: after three or more consecutive sessions
of standardised and refined TACE, contrast CT or MRI at one to three months after the last
one, read by mRECIST, still shows the target lesions progressing compared with before the
first TACE. TACE should then stop and another treatment take its place.

Our reading: mRECIST measures progression from the smallest sum of diameters, the article
from before the first TACE; a case must satisfy both.
"""

from domain.facts.catalogue import (
    IMAGING_TIMING,
    PROGRESSED_FROM_BASELINE,
    STANDARDIZED_TECHNIQUE,
    TACE_SESSIONS,
    TARGET_RESPONSE,
)
from domain.facts.vocabulary import ImagingTiming, TargetResponse
from domain.rules.caveat import Caveat
from domain.rules.definition import Criterion, Definition, Verdict
from domain.rules.outcomes import VERDICT
from domain.rules.source import Source

_PROGRESSIVE = TARGET_RESPONSE.is_(TargetResponse.PD)

DEFINITION = Definition(
    id="cci_2022",
    year=2022,
    report_place=2,
    sources=(Source.ARTICLE,),
    criteria=(
        Criterion(
            id="progression_after_refined_tace",
            fair_trial=(
                TACE_SESSIONS.at_least(3),
                STANDARDIZED_TECHNIQUE.is_(True),
                IMAGING_TIMING.is_(ImagingTiming.WITHIN_1_TO_3_MONTHS),
            ),
            failure=_PROGRESSIVE & PROGRESSED_FROM_BASELINE.is_(True),
        ),
    ),
    caveats=(
        Caveat("stop_and_convert", when=VERDICT.is_(Verdict.REFRACTORY), sources=(Source.ARTICLE,)),
        Caveat(
            "nadir_is_not_baseline",
            when=_PROGRESSIVE & PROGRESSED_FROM_BASELINE.is_(False),
            sources=(Source.ARTICLE, Source.LENCIONI_2010),
        ),
    ),
)
