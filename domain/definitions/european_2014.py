"""European experts, 2014.

What it says, as summarised by the source article: the aim of TACE decides. Stable disease
is success when the aim was palliative, and refractoriness when it was curative.

Our readings: progression is failure, and response is success, whatever the aim; response
is read by mRECIST on the target lesions. The summary states only the case of stable
disease, and asks for no number of sessions, no scan window and no technique.
"""

from domain.caveats.shared import MRECIST_IS_OUR_READING, STABLE_DISEASE_CONTESTED
from domain.facts.catalogue import (
    EXTRAHEPATIC_SPREAD,
    NEW_LESIONS,
    TARGET_RESPONSE,
    TREATMENT_INTENT,
    VASCULAR_INVASION,
)
from domain.facts.vocabulary import NewLesions, Occurrence, TargetResponse, TreatmentIntent
from domain.rules.caveat import Caveat
from domain.rules.definition import Criterion, Definition
from domain.rules.source import Source

_STABLE = TARGET_RESPONSE.is_(TargetResponse.SD)

_CAVEATS = (
    STABLE_DISEASE_CONTESTED,
    Caveat("intent_decides", when=_STABLE, sources=(Source.ARTICLE,)),
    Caveat("european_beyond_sd", when=~_STABLE, sources=(Source.ARTICLE_READING,)),
    Caveat(
        "european_events_elsewhere",
        when=NEW_LESIONS.is_(NewLesions.AFTER_LATEST_SESSION, NewLesions.AFTER_CONSECUTIVE_SESSIONS)
        | VASCULAR_INVASION.is_(Occurrence.NEW)
        | EXTRAHEPATIC_SPREAD.is_(Occurrence.NEW),
        sources=(Source.RAOUL_2014,),
    ),
    MRECIST_IS_OUR_READING,
)

DEFINITION = Definition(
    id="european_2014",
    year=2014,
    report_place=3,
    sources=(Source.ARTICLE, Source.RAOUL_2014),
    criteria=(
        Criterion(
            id="response_for_intent",
            failure=TARGET_RESPONSE.is_(TargetResponse.PD)
            | (_STABLE & TREATMENT_INTENT.is_(TreatmentIntent.CURATIVE)),
        ),
    ),
    caveats=_CAVEATS,
)
