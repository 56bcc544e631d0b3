"""Caveats that more than one definition carries."""

from domain.facts.catalogue import TARGET_RESPONSE
from domain.facts.vocabulary import TargetResponse
from domain.rules.caveat import Caveat
from domain.rules.definition import Verdict
from domain.rules.outcomes import VERDICT
from domain.rules.source import Source

STABLE_DISEASE_CONTESTED = Caveat(
    "stable_disease_contested",
    when=VERDICT.is_(Verdict.REFRACTORY) & TARGET_RESPONSE.is_(TargetResponse.SD),
    sources=(Source.ARTICLE,),
)

MRECIST_IS_OUR_READING = Caveat(
    "mrecist_is_our_reading",
    when=~VERDICT.is_(Verdict.INDETERMINATE) & TARGET_RESPONSE.is_(*TargetResponse),
    sources=(Source.ARTICLE_READING,),
)
