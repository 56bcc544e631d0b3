"""All groups, in the order in which the consult asks; of words equally long the first counts."""

from functools import cache

from conversations.shorthand.groups import (
    intent,
    invasion,
    liver_function,
    marker_terms,
    markers,
    new_lesions,
    other_reason_terms,
    other_reasons,
    percent,
    performance,
    progress,
    reassessment,
    response,
    response_terms,
    scan,
    session_terms,
    sessions,
    six_months,
    spread,
    standard,
    timing,
    tumor_burden,
    viability,
)
from conversations.shorthand.lexing import Lexicon
from conversations.shorthand.vocabulary import (
    clinical_words,
    clinical_words_zh,
    drugs,
    modifiers,
    onset,
    other_cases,
    patient,
    places,
    relations,
    scans,
    signs,
    small_words,
    small_words_zh,
    times,
)

_TERMS = tuple(
    term
    for declaring in (
        other_cases,
        patient,
        drugs,
        session_terms,
        six_months,
        response_terms,
        viability,
        percent,
        new_lesions,
        invasion,
        spread,
        marker_terms,
        timing,
        scan,
        reassessment,
        standard,
        intent,
        liver_function,
        performance,
        other_reason_terms,
        tumor_burden,
        signs,
        onset,
        modifiers,
        relations,
        times,
        places,
        scans,
        small_words,
        small_words_zh,
        clinical_words,
        clinical_words_zh,
    )
    for term in declaring.TERMS
)

CLAIMS = tuple(
    group.claims
    for group in (
        sessions,
        six_months,
        response,
        progress,
        viability,
        new_lesions,
        invasion,
        spread,
        markers,
        timing,
        scan,
        reassessment,
        standard,
        intent,
        liver_function,
        performance,
        other_reasons,
        tumor_burden,
    )
)


@cache
def lexicon() -> Lexicon:
    """Return all words that are known; the first call takes as long as a hundred lines."""
    return Lexicon(_TERMS)
