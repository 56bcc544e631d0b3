"""International expert panel on interventions in HCC (EPOIHCC), 2013.

What it says, as summarised by the source article: target lesions that three or more
sessions within six months leave stable or progressing have not responded.

Our readings: response is read by mRECIST on the target lesions (the article names a
method only for CCI); "within six months" are the six months that end with the latest
session; no scan window and no technique is asked for, since the summary asks for none.
"""

from domain.caveats.shared import MRECIST_IS_OUR_READING, STABLE_DISEASE_CONTESTED
from domain.facts.catalogue import SESSIONS_WITHIN_6_MONTHS, TARGET_RESPONSE
from domain.facts.vocabulary import TargetResponse
from domain.rules.definition import Criterion, Definition
from domain.rules.source import Source

DEFINITION = Definition(
    id="epoihcc_2013",
    year=2013,
    report_place=4,
    sources=(Source.ARTICLE, Source.PARK_2013),
    criteria=(
        Criterion(
            id="no_response",
            fair_trial=(SESSIONS_WITHIN_6_MONTHS.at_least(3),),
            failure=TARGET_RESPONSE.is_(TargetResponse.SD, TargetResponse.PD),
        ),
    ),
    caveats=(STABLE_DISEASE_CONTESTED, MRECIST_IS_OUR_READING),
)
