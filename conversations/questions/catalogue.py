"""Every question, in clinical order.

Sessions, response, residual viability, what appeared since TACE, markers, whether TACE had
a fair trial, intent, liver function, performance status, other reasons against TACE.
"""

from types import MappingProxyType

from conversations.questions.question import Question
from domain.facts.catalogue import (
    CHILD_PUGH_CLASS,
    DIFFUSE_FISTULA,
    ECOG,
    EXTRAHEPATIC_SPREAD,
    HEPATIC_ARTERY_OCCLUDED,
    HEPATIC_ENCEPHALOPATHY,
    HEPATORENAL_SYNDROME,
    IMAGING_TIMING,
    LARGEST_TUMOR_CM,
    NEW_LESIONS,
    PROGRESSED_FROM_BASELINE,
    REFRACTORY_ASCITES,
    RESIDUAL_VIABILITY,
    SESSIONS_WITHIN_6_MONTHS,
    SEVERE_JAUNDICE,
    STANDARDIZED_TECHNIQUE,
    TACE_SESSIONS,
    TARGET_RESPONSE,
    TECHNIQUE_REASSESSED,
    TREATMENT_INTENT,
    TUMOR_COUNT,
    TUMOR_MARKER_TREND,
    VASCULAR_INVASION,
)
from domain.facts.fact import Fact
from domain.facts.vocabulary import NewLesions, Occurrence, TargetResponse
from domain.logic.conditions import ALWAYS, Condition


def _single(fact: Fact, once: Condition = ALWAYS) -> Question:
    return Question(fact.name, (fact.name,), once=once)


APPEARED = Question(
    "appeared",
    (NEW_LESIONS.name, VASCULAR_INVASION.name, EXTRAHEPATIC_SPREAD.name),
    usual=MappingProxyType(
        {
            NEW_LESIONS.name: NewLesions.NONE,
            VASCULAR_INVASION.name: Occurrence.ABSENT,
            EXTRAHEPATIC_SPREAD.name: Occurrence.ABSENT,
        }
    ),
)

_OTHER_REASONS = (
    HEPATIC_ARTERY_OCCLUDED.name,
    SEVERE_JAUNDICE.name,
    HEPATIC_ENCEPHALOPATHY.name,
    REFRACTORY_ASCITES.name,
    HEPATORENAL_SYNDROME.name,
    DIFFUSE_FISTULA.name,
)
AGAINST = Question(
    "against", _OTHER_REASONS, usual=MappingProxyType(dict.fromkeys(_OTHER_REASONS, False))
)

QUESTIONS = (
    _single(TACE_SESSIONS),
    _single(TARGET_RESPONSE),
    # Progression is measured from baseline only once it is there at all.
    _single(PROGRESSED_FROM_BASELINE, once=TARGET_RESPONSE.is_(TargetResponse.PD)),
    _single(RESIDUAL_VIABILITY),
    APPEARED,
    _single(TUMOR_MARKER_TREND),
    _single(SESSIONS_WITHIN_6_MONTHS),
    _single(IMAGING_TIMING),
    _single(TECHNIQUE_REASSESSED),
    _single(STANDARDIZED_TECHNIQUE),
    _single(TREATMENT_INTENT),
    _single(CHILD_PUGH_CLASS),
    _single(ECOG),
    AGAINST,
)

STAGING_QUESTIONS = (_single(TUMOR_COUNT), _single(LARGEST_TUMOR_CM))
"""Asked only on request, from the report."""

NEEDS_A_SCAN = (TARGET_RESPONSE.name, RESIDUAL_VIABILITY.name, IMAGING_TIMING.name)
"""What stays unknown while there has been no scan since TACE."""

QUESTION_OF = MappingProxyType(
    {fact: question for question in QUESTIONS + STAGING_QUESTIONS for fact in question.facts}
)
"""The question that asks for each fact."""

_FACTS_OF = {
    **{fact: (fact,) for fact in QUESTION_OF},
    **{question.id: question.facts for question in QUESTIONS + STAGING_QUESTIONS},
}


def facts_of(subject: str) -> tuple[str, ...]:
    """Return what a screen about `subject` asks for: a question's facts, or one fact of a group.

    Raises `KeyError` for a subject that is neither.
    """
    return _FACTS_OF[subject]
