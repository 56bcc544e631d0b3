import pytest

from domain.caveats.report import REPORT_CAVEATS, STAGING_CAVEATS
from domain.definitions import DEFINITIONS
from domain.rules.caveat import Caveat
from domain.rules.source import Source

A, OPINION, READING = Source.ARTICLE, Source.ARTICLE_OPINION, Source.ARTICLE_READING

# Every caveat of the specification, by what it stands with, and the sources that it cites.
SPECIFIED: dict[str, dict[str, tuple[Source, ...]]] = {
    "report": {
        "unsuitable_overrides": (A,),
        "definitions_disagree": (A, Source.ZHONG_2021),
        "repeat_tace_harms": (A,),
        "combination_remains": (OPINION,),
        "not_refractory_is_not_success": (READING,),
        "technique_baseline": (OPINION,),
        "survival_is_multifactorial": (OPINION,),
        "imaging_outside_window": (A,),
    },
    "staging": {"stage_ignores_history": (READING,), "guideline_year": (A,)},
    "epoihcc_2013": {"stable_disease_contested": (A,), "mrecist_is_our_reading": (READING,)},
    "jsh_lcsgj_2014": {
        "jsh_events_contested": (A,),
        "markers_not_imaging": (A,),
        "baseline_is_not_appearance": (READING,),
        "viability_at_boundary": (A,),
        "viability_measure": (Source.TACTICS_2020,),
        "reassessment_is_a_reading": (READING,),
        "jsh_needs_adequate_tace": (Source.KUDO_2014,),
    },
    "european_2014": {
        "stable_disease_contested": (A,),
        "intent_decides": (A,),
        "european_beyond_sd": (READING,),
        "european_events_elsewhere": (Source.RAOUL_2014,),
        "mrecist_is_our_reading": (READING,),
    },
    "cci_2022": {
        "stop_and_convert": (A,),
        "nadir_is_not_baseline": (A, Source.LENCIONI_2010),
    },
}
DECLARED: dict[str, tuple[Caveat, ...]] = {
    "report": REPORT_CAVEATS,
    "staging": STAGING_CAVEATS,
    **{definition.id: definition.caveats for definition in DEFINITIONS},
}


def test_caveats_stand_with_the_report_with_staging_and_with_every_definition() -> None:
    assert DECLARED.keys() == SPECIFIED.keys()


@pytest.mark.parametrize("scope", SPECIFIED)
def test_the_caveats_are_exactly_those_of_the_specification_with_their_sources(scope: str) -> None:
    assert len({caveat.id for caveat in DECLARED[scope]}) == len(DECLARED[scope])
    assert {caveat.id: caveat.sources for caveat in DECLARED[scope]} == SPECIFIED[scope]
