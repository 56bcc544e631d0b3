# Codes are written into records and links, so these must be read like this for ever. A code that
# no longer does is never mended here: a changed table of facts needs a format of its own.

import pytest

from conversations.consult.case_code import decode, encode
from tests.conversations.showing import consult

NOTHING = "aAAAAAAAAAAAAAAv0ZM"
TYPICAL = "aAIAcWyuT_AH7FMKzzT"
FULLEST = "aBTGJd-DuRGBX--Cdqn"
UNTREATED = "aADIr1DnKZFjCPuB0Rj"
PARTLY_KNOWN = "aAGSFGL7aVl8uAARrIm"
EARLY_SCAN = "aAAAbxMD4uOtgAATc2P"
COMPLETE_RESPONSE = "aAAAKGOvrXWJGAAupp0"
ALL_NOT_KNOWN = "aABmzr5eY6euiqdsEvj"

GOLDEN = {
    NOTHING: consult(),
    TYPICAL: consult(
        tace_sessions=3,
        sessions_within_6_months=3,
        treatment_intent="palliative",
        target_response="SD",
        residual_viability_percent=64.5,
        imaging_timing="within_1_to_3_months",
        new_intrahepatic_lesions="none",
        vascular_invasion="absent",
        extrahepatic_spread="absent",
        tumor_marker_trend="not_rising",
        technique_reassessed=True,
        standardized_technique=False,
        child_pugh_class="A",
        ecog=1,
        hepatic_artery_occluded=False,
        severe_jaundice=False,
        hepatic_encephalopathy=False,
        refractory_ascites=False,
        hepatorenal_syndrome=False,
        diffuse_arteriovenous_fistula=False,
    ),
    FULLEST: consult(
        tace_sessions=50,
        sessions_within_6_months=50,
        treatment_intent="curative",
        target_response="PD",
        progressed_from_baseline=True,
        residual_viability_percent=500,
        imaging_timing="after_3_months",
        new_intrahepatic_lesions="after_consecutive_sessions",
        vascular_invasion="new",
        extrahepatic_spread="new",
        tumor_marker_trend="rising",
        technique_reassessed=False,
        standardized_technique=True,
        child_pugh_class="C",
        ecog=4,
        hepatic_artery_occluded=True,
        severe_jaundice=True,
        hepatic_encephalopathy=True,
        refractory_ascites=True,
        hepatorenal_syndrome=True,
        diffuse_arteriovenous_fistula=True,
        tumor_count=99,
        largest_tumor_cm=50,
    ),
    UNTREATED: consult(
        tace_sessions=0,
        vascular_invasion="preexisting",
        child_pugh_class="B",
        ecog=0,
        tumor_count=1,
        largest_tumor_cm=0.1,
    ),
    PARTLY_KNOWN: consult(
        "treatment_intent",
        "imaging_timing",
        "tumor_marker_trend",
        "ecog",
        tace_sessions=2,
        target_response="PR",
        residual_viability_percent="up_to_50",
        new_intrahepatic_lesions="after_latest_session",
        extrahepatic_spread="preexisting",
    ),
    EARLY_SCAN: consult(
        "technique_reassessed",
        target_response="PD",
        progressed_from_baseline=False,
        residual_viability_percent="over_50",
        imaging_timing="before_1_month",
        ecog=2,
    ),
    COMPLETE_RESPONSE: consult(target_response="CR", ecog=3),
    ALL_NOT_KNOWN: consult(
        "tace_sessions",
        "sessions_within_6_months",
        "treatment_intent",
        "target_response",
        "progressed_from_baseline",
        "residual_viability_percent",
        "imaging_timing",
        "new_intrahepatic_lesions",
        "vascular_invasion",
        "extrahepatic_spread",
        "tumor_marker_trend",
        "technique_reassessed",
        "standardized_technique",
        "child_pugh_class",
        "ecog",
        "hepatic_artery_occluded",
        "severe_jaundice",
        "hepatic_encephalopathy",
        "refractory_ascites",
        "hepatorenal_syndrome",
        "diffuse_arteriovenous_fistula",
        "tumor_count",
        "largest_tumor_cm",
    ),
}


@pytest.mark.parametrize("code", GOLDEN)
def test_a_code_once_given_out_reads_as_it_always_did(code: str) -> None:
    assert decode(code) == GOLDEN[code]


@pytest.mark.parametrize("code", GOLDEN)
def test_a_consult_is_still_given_the_code_it_always_had(code: str) -> None:
    assert encode(GOLDEN[code]) == code


def test_the_viability_of_a_complete_response_follows_from_its_code() -> None:
    assert decode(COMPLETE_RESPONSE).case.implied == {"residual_viability_percent": 0}
