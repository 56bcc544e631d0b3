import pytest
from hypothesis import given

from conversations.consult.state import Consult
from conversations.report.grounds import criterion_ground, in_report_order, verdict_ground
from conversations.screens.scene import Scene
from conversations.wording import Language
from tests.conversations.showing import DATED, EN, WORDS, consult
from tests.conversations.strategies import consults
from tests.strategies import THOROUGH

FAIR_TRIAL = {
    "tace_sessions": 3,
    "imaging_timing": "within_1_to_3_months",
    "technique_reassessed": True,
    "standardized_technique": True,
}
PROGRESSED = {"target_response": "PD", "progressed_from_baseline": True}


@pytest.mark.parametrize(
    ("definition", "facts", "ground"),
    [
        ("epoihcc_2013", {"tace_sessions": 0}, "no TACE yet"),
        ("epoihcc_2013", {"tace_sessions": 2, "target_response": "SD"}, "2 of at least 3 sessions"),
        (
            "epoihcc_2013",
            {"tace_sessions": 4, "sessions_within_6_months": 2, "target_response": "SD"},
            "2 of at least 3 within 6 months",
        ),
        (
            "epoihcc_2013",
            {"sessions_within_6_months": 3, "target_response": "SD"},
            "SD, 3 within 6 months",
        ),
        ("epoihcc_2013", {"target_response": "CR"}, "CR"),
        ("epoihcc_2013", {"residual_viability_percent": 0}, "CR"),
        ("epoihcc_2013", {}, "needs: Sessions, Within 6 months +1"),
        ("european_2014", {"target_response": "SD"}, "needs: Intent"),
        ("european_2014", {"target_response": "PD"}, "PD"),
        ("european_2014", {"progressed_from_baseline": True}, "PD"),
        (
            "european_2014",
            {"target_response": "SD", "treatment_intent": "curative"},
            "curative intent, SD",
        ),
        (
            "jsh_lcsgj_2014",
            {**FAIR_TRIAL, "residual_viability_percent": 64.5, "vascular_invasion": "new"},
            "viability 64.5%, 3 sessions, new vascular invasion",
        ),
        ("jsh_lcsgj_2014", {"tumor_marker_trend": "rising"}, "marker keeps rising"),
        (
            "jsh_lcsgj_2014",
            {
                "tace_sessions": 1,
                "technique_reassessed": False,
                "imaging_timing": "after_3_months",
                "residual_viability_percent": "over_50",
                "vascular_invasion": "absent",
                "extrahepatic_spread": "absent",
                "tumor_marker_trend": "not_rising",
            },
            "1 of at least 2 sessions, scan outside 1–3 months, technique not reassessed",
        ),
        (
            "jsh_lcsgj_2014",
            {
                "tace_sessions": 2,
                "residual_viability_percent": 50,
                "new_intrahepatic_lesions": "none",
                "vascular_invasion": "preexisting",
                "extrahepatic_spread": "absent",
                "tumor_marker_trend": "not_rising",
            },
            "none of its 5 criteria met",
        ),
        (
            "cci_2022",
            {"target_response": "PD", "progressed_from_baseline": False},
            "not 20% above baseline",
        ),
        (
            "cci_2022",
            {**FAIR_TRIAL, "standardized_technique": False, **PROGRESSED},
            "technique not standardised",
        ),
    ],
)
def test_a_verdict_names_what_decided_it(
    definition: str, facts: dict[str, object], ground: str
) -> None:
    scene = Scene(consult(**facts), EN, DATED)
    assert verdict_ground(scene.appraisal.definitions[definition], scene) == ground


def test_a_viability_that_follows_from_progression_is_not_laid_to_the_sessions_alone() -> None:
    scene = Scene(consult(**FAIR_TRIAL, **PROGRESSED), EN, DATED)
    ground = verdict_ground(scene.appraisal.definitions["jsh_lcsgj_2014"], scene)
    assert EN("said.progressed_from_baseline.true") in ground


def test_the_progression_that_a_low_viability_rules_out_is_named_and_not_the_sessions() -> None:
    of = consult(tace_sessions=4, target_response="PD", residual_viability_percent="up_to_50")
    scene = Scene(of, EN, DATED)
    ground = verdict_ground(scene.appraisal.definitions["cci_2022"], scene)
    assert ground == EN("said.progressed_from_baseline.false")


@THOROUGH
@given(consults())
def test_every_verdict_and_every_criterion_says_what_decided_it(of: Consult) -> None:
    for language in Language:
        scene = Scene(of, WORDS[language], DATED)
        for finding in scene.appraisal.definitions.values():
            assert verdict_ground(finding, scene).strip(), finding.definition.id
            for each in finding.criteria:
                assert criterion_ground(each, scene).strip(), each.criterion.id


def test_the_definitions_stand_in_the_order_of_the_report() -> None:
    found = in_report_order(Scene(Consult(), EN, DATED))
    assert [finding.definition.id for finding in found] == [
        "jsh_lcsgj_2014",
        "cci_2022",
        "european_2014",
        "epoihcc_2013",
    ]
