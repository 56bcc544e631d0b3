from pathlib import Path

import pytest

from conversations.wording import Language
from tests.conversations.showing import WORDS
from tests.conversations.transcript import (
    FOLDER,
    language_of,
    paths,
    play,
    read,
    written,
)

SCENARIOS = {
    "a_changed_answer_drops_others",
    "area_or_diameter",
    "class_from_laboratory_values",
    "complete_response_after_one_session",
    "everything_not_known",
    "going_back",
    "leaving_early_hides_no_reason",
    "new_lesions_and_invasion_one_by_one",
    "no_scan_yet",
    "one_definition_in_detail",
    "progression_after_refined_tace",
    "reading_behind_the_report",
    "response_from_diameters",
    "stable_disease_palliative",
    "typed_throughout",
    "unsuitable_found_late",
}


@pytest.mark.parametrize("path", paths(), ids=lambda path: path.stem)
def test_a_consult_goes_exactly_as_its_transcript_says(
    path: Path, request: pytest.FixtureRequest
) -> None:
    text = path.read_text(encoding="utf-8")
    found = written(read(text), language_of(path))
    if request.config.getoption("--rewrite-transcripts", default=False):
        path.write_text(found, encoding="utf-8")
    else:
        assert text == found


def test_every_scenario_has_a_transcript_in_both_languages() -> None:
    expected = {f"{name}.{language}.txt" for name in SCENARIOS for language in Language}
    assert {path.name for path in paths()} == expected


@pytest.mark.parametrize("scenario", sorted(SCENARIOS))
def test_both_languages_lead_through_the_same_states(scenario: str) -> None:
    carried = {
        language: [
            scene.carried
            for scene in play(
                read((FOLDER / f"{scenario}.{language}.txt").read_text(encoding="utf-8")),
                WORDS[language],
            )
        ]
        for language in Language
    }
    assert carried[Language.EN] == carried[Language.ZH]
