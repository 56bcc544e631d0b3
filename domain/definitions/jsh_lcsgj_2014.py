"""Japan Society of Hepatology and Liver Cancer Study Group of Japan (JSH-LCSGJ), 2014.

What it says, as summarised by the source article, which calls it the most used in
practice and in research. Any one of these:

- after two or more consecutive sessions, even with another drug or a new look at the
  feeding arteries, CT or MRI at one to three months shows more than half of the target
  lesions still viable, or new lesions in the liver after each session;
- vascular invasion or spread outside the liver appears;
- tumor markers keep rising after TACE, a brief dip notwithstanding.

Our readings: "even with" makes reassessing the technique part of a fair trial; "more
than 50%" leaves 50% itself out; invasion or spread counts when it appeared after the
first TACE; only the imaging criteria ask for a fair trial.
"""

from domain.facts.catalogue import (
    EXTRAHEPATIC_SPREAD,
    IMAGING_TIMING,
    NEW_LESIONS,
    RESIDUAL_VIABILITY,
    STANDARDIZED_TECHNIQUE,
    TACE_SESSIONS,
    TECHNIQUE_REASSESSED,
    TUMOR_MARKER_TREND,
    VASCULAR_INVASION,
)
from domain.facts.vocabulary import ImagingTiming, MarkerTrend, NewLesions, Occurrence
from domain.logic.conditions import NotKnownTrue
from domain.rules.caveat import Caveat
from domain.rules.definition import Criterion, Definition
from domain.rules.outcomes import met
from domain.rules.source import Source

_FAIR_TRIAL = (
    TACE_SESSIONS.at_least(2),
    TECHNIQUE_REASSESSED.is_(True),
    IMAGING_TIMING.is_(ImagingTiming.WITHIN_1_TO_3_MONTHS),
)

_CAVEATS = (
    Caveat(
        "jsh_events_contested",
        when=met("new_lesions") | met("vascular_invasion") | met("extrahepatic_spread"),
        sources=(Source.ARTICLE,),
    ),
    Caveat(
        "markers_not_imaging",
        when=TUMOR_MARKER_TREND.is_(MarkerTrend.RISING),
        sources=(Source.ARTICLE,),
    ),
    Caveat(
        "baseline_is_not_appearance",
        when=VASCULAR_INVASION.is_(Occurrence.PREEXISTING)
        | EXTRAHEPATIC_SPREAD.is_(Occurrence.PREEXISTING),
        sources=(Source.ARTICLE_READING,),
    ),
    Caveat(
        "viability_at_boundary",
        when=RESIDUAL_VIABILITY.at_least(50) & ~RESIDUAL_VIABILITY.above(50),
        sources=(Source.ARTICLE,),
    ),
    Caveat(
        "viability_measure",
        when=met("residual_viability"),
        sources=(Source.TACTICS_2020,),
    ),
    Caveat(
        "reassessment_is_a_reading",
        when=TECHNIQUE_REASSESSED.is_(False),
        sources=(Source.ARTICLE_READING,),
    ),
    Caveat(
        "jsh_needs_adequate_tace",
        when=(met("residual_viability") | met("new_lesions"))
        & NotKnownTrue(STANDARDIZED_TECHNIQUE.is_(True)),
        sources=(Source.KUDO_2014,),
    ),
)

DEFINITION = Definition(
    id="jsh_lcsgj_2014",
    year=2014,
    report_place=1,
    sources=(Source.ARTICLE, Source.KUDO_2014),
    criteria=(
        Criterion(
            id="residual_viability",
            fair_trial=_FAIR_TRIAL,
            failure=RESIDUAL_VIABILITY.above(50),
        ),
        Criterion(
            id="new_lesions",
            fair_trial=_FAIR_TRIAL,
            failure=NEW_LESIONS.is_(NewLesions.AFTER_CONSECUTIVE_SESSIONS),
        ),
        Criterion(id="vascular_invasion", failure=VASCULAR_INVASION.is_(Occurrence.NEW)),
        Criterion(id="extrahepatic_spread", failure=EXTRAHEPATIC_SPREAD.is_(Occurrence.NEW)),
        Criterion(id="tumor_markers", failure=TUMOR_MARKER_TREND.is_(MarkerTrend.RISING)),
    ),
    caveats=_CAVEATS,
)
