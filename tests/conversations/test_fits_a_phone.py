from collections.abc import Iterator
from itertools import product

import pytest

from conversations.consult.state import Consult
from conversations.flow.views import REPORT
from conversations.screens.width import columns
from conversations.wording import Language
from domain.facts.admissibility import ContradictoryCaseError
from tests.conversations.phone import ROOM, TICK, height, wrapped
from tests.conversations.samples import each_answer_alone, spread
from tests.conversations.showing import EVERY_VIEW, consult, shown

pytestmark = pytest.mark.exhaustive

FIRST_SCREEN = 14
NO_REASON = {
    "ecog": 1,
    "hepatic_artery_occluded": False,
    "severe_jaundice": False,
    "hepatic_encephalopathy": False,
    "refractory_ascites": False,
    "hepatorenal_syndrome": False,
    "diffuse_arteriovenous_fistula": False,
}
RESPONSES: tuple[dict[str, object], ...] = (
    {"target_response": "CR"},
    {"target_response": "PR", "residual_viability_percent": "up_to_50"},
    {"target_response": "SD", "residual_viability_percent": "up_to_50"},
    {"target_response": "SD", "residual_viability_percent": 64.5},
    {"target_response": "PD", "progressed_from_baseline": False, "residual_viability_percent": 60},
    {"target_response": "PD", "progressed_from_baseline": True},
)
EVENTS: tuple[dict[str, object], ...] = (
    {},
    {"new_intrahepatic_lesions": "after_latest_session"},
    {"new_intrahepatic_lesions": "after_consecutive_sessions"},
    {"vascular_invasion": "preexisting"},
    {"vascular_invasion": "new"},
    {"extrahepatic_spread": "new"},
    {"tumor_marker_trend": "rising"},
)
NO_EVENT = {
    "new_intrahepatic_lesions": "none",
    "vascular_invasion": "absent",
    "extrahepatic_spread": "absent",
    "tumor_marker_trend": "not_rising",
}
TRIALS: tuple[dict[str, object], ...] = (
    {"imaging_timing": "within_1_to_3_months", "technique_reassessed": True},
    {"imaging_timing": "after_3_months", "technique_reassessed": False},
)


# Complete cases as they come: any response, at most one event, at most one reason against TACE.
def everyday_cases() -> Iterator[Consult]:
    for sessions, response, event, trial, intent, child_pugh in product(
        (1, 2, 3, 5), RESPONSES, EVENTS, TRIALS, ("palliative", "curative"), "AC"
    ):
        try:
            yield consult(
                **{**NO_REASON, **NO_EVENT, **response, **event, **trial},
                tace_sessions=sessions,
                sessions_within_6_months=min(sessions, 3),
                treatment_intent=intent,
                child_pugh_class=child_pugh,
                standardized_technique=sessions > 2,
            )
        except ContradictoryCaseError:
            continue


@pytest.mark.parametrize("language", Language)
def test_the_first_screen_of_an_everyday_report_is_read_without_scrolling(
    language: Language,
) -> None:
    heights = [height(shown(of, REPORT, language).screen) for of in everyday_cases()]
    assert len(heights) > 1000
    assert max(heights) <= FIRST_SCREEN


@pytest.mark.parametrize("language", Language)
def test_the_report_of_a_case_hardly_begun_is_read_without_scrolling(language: Language) -> None:
    for of in each_answer_alone():
        assert height(shown(of, REPORT, language).screen) <= FIRST_SCREEN


@pytest.mark.parametrize("language", Language)
def test_no_report_however_much_there_is_to_tell_takes_two_screens(language: Language) -> None:
    for of in spread(400):
        assert height(shown(of, REPORT, language).screen) < 2 * FIRST_SCREEN


@pytest.mark.parametrize("language", Language)
def test_every_label_fits_its_button(language: Language) -> None:
    wide = set()
    for of in [Consult(), *spread(30)]:
        for view in EVERY_VIEW:
            for row in shown(of, view, language).screen.rows:
                labels = [each.label.removeprefix(TICK) for each in row]
                wide |= {(each, len(row)) for each in labels if columns(each) > ROOM[len(row)]}
    assert wide == set()


def test_words_are_kept_whole_and_chinese_breaks_anywhere() -> None:
    assert wrapped("a" * 30 + " bb " + "c" * 10) == ["a" * 30 + " bb ", "c" * 10]
    assert wrapped("无" * 20) == ["无" * 19, "无"]
    assert wrapped("TACE " + "无" * 17 + "CNLC") == ["TACE " + "无" * 16, "无CNLC"]
    assert wrapped("a\n\nb") == ["a", "", "b"]
