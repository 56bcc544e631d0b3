from itertools import product

import pytest
from hypothesis import given

from conversations.consult.state import Consult
from conversations.report.copy_line import MOST_CHARACTERS, copy_line
from conversations.screens.phrases import value_key
from conversations.screens.scene import Scene
from conversations.wording import Language
from domain.facts.admissibility import ContradictoryCaseError
from domain.facts.catalogue import FACTS
from domain.facts.fact import Number
from domain.ruleset import RULESET
from tests.conversations.showing import DATED, WORDS, consult
from tests.conversations.strategies import consults
from tests.strategies import THOROUGH

VERDICTS_DEPEND_ON: dict[str, tuple[object, ...]] = {
    "sessions_within_6_months": (50, 2),
    "imaging_timing": ("within_1_to_3_months", "before_1_month"),
    "treatment_intent": ("palliative", "curative"),
    "target_response": ("PR", "SD", "PD"),
    "progressed_from_baseline": (True, False),
    "residual_viability_percent": (49.5, 100.5),
    "new_intrahepatic_lesions": ("after_latest_session", "after_consecutive_sessions"),
    "tumor_marker_trend": ("not_rising", "rising"),
    "technique_reassessed": (True, False),
    "standardized_technique": (True, False),
}
ONLY_REASONS = {
    "hepatic_artery_occluded",
    "severe_jaundice",
    "hepatic_encephalopathy",
    "refractory_ascites",
    "hepatorenal_syndrome",
    "diffuse_arteriovenous_fistula",
}
FULL: dict[str, object] = {
    "tace_sessions": 50,
    "vascular_invasion": "preexisting",
    "extrahepatic_spread": "preexisting",
    "child_pugh_class": "C",
    "ecog": 4,
    **dict.fromkeys(ONLY_REASONS, True),
    "tumor_count": 99,
    "largest_tumor_cm": 49.9,
}


def line(of: Consult, language: Language) -> str:
    return copy_line(Scene(of, WORDS[language], DATED))


@pytest.mark.parametrize("language", Language)
def test_the_fullest_case_fits_what_a_copy_button_holds(language: Language) -> None:
    assert FULL.keys() | VERDICTS_DEPEND_ON.keys() == FACTS.keys()
    longest = 0
    for answers in product(*VERDICTS_DEPEND_ON.values()):
        try:
            of = consult(**FULL, **dict(zip(VERDICTS_DEPEND_ON, answers, strict=True)))
        except ContradictoryCaseError:
            continue
        longest = max(longest, len(line(of, language)))
    assert 0 < longest <= MOST_CHARACTERS == 256


@THOROUGH
@given(consults())
def test_the_line_is_one_line_that_ends_with_the_version_of_the_rules(of: Consult) -> None:
    for language in Language:
        text = line(of, language)
        assert len(text) <= MOST_CHARACTERS
        assert "\n" not in text
        assert "  " not in text
        assert text.endswith(f" | {RULESET}")


def test_facts_verdicts_and_reasons_stand_in_fixed_abbreviations() -> None:
    of = consult(
        "tumor_marker_trend",
        tace_sessions=3,
        sessions_within_6_months=3,
        treatment_intent="palliative",
        target_response="SD",
        residual_viability_percent=45,
        vascular_invasion="absent",
        child_pugh_class="C",
        ecog=1,
        severe_jaundice=False,
    )
    assert line(of, Language.EN) == (
        f"TACE x3 (3/6mo) pall SD viab 45% VI- CP-C PS1 | JSH:open CCI:nonR EUR:nonR EPO:R | "
        f"unsuitable: CP-C 5/8 unchecked | {RULESET}"
    )


def test_what_is_not_known_is_not_mentioned_and_not_counted_as_checked() -> None:
    of = consult("target_response", "ecog", tace_sessions=2)
    assert line(of, Language.EN) == (
        "TACE x2 | JSH:open CCI:open EUR:open EPO:open | reasons against TACE: 8/8 unchecked | "
        f"{RULESET}"
    )


def test_a_case_without_any_reason_against_tace_says_so() -> None:
    none = dict.fromkeys(ONLY_REASONS, False)
    assert "none of 8 reasons against TACE" in line(
        consult(child_pugh_class="A", ecog=2, **none), Language.EN
    )


@pytest.mark.parametrize("language", Language)
def test_every_answer_but_a_reason_against_tace_changes_the_line(language: Language) -> None:
    words = WORDS[language]
    for fact, declared in FACTS.items():
        named = declared.ranges if isinstance(declared, Number) else declared.values
        keys = [f"copy.{fact}", *(f"copy.{fact}.{value_key(value)}" for value in named)]
        if fact in ONLY_REASONS:
            assert not any(key in words for key in keys)
        else:
            assert any(key in words for key in keys)
            worded = [words(key, value=1) for key in keys if key in words]
            assert len(set(worded)) == len(worded)
