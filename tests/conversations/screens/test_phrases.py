import pytest

from conversations.flow.actions import Restart
from conversations.flow.remarks import Remark, RemarkKind
from conversations.screens.phrases import label, names, said, value_key
from conversations.screens.remarks import remark_line
from conversations.screens.screen import Button, Line, Screen, Style, in_rows
from conversations.screens.width import columns
from domain.facts.vocabulary import TargetResponse
from tests.conversations.showing import EN, ZH


@pytest.mark.parametrize(
    ("fact", "answer", "english", "chinese"),
    [
        ("tace_sessions", 1, "1 session", "TACE 1次"),
        ("tace_sessions", 3, "3 sessions", "TACE 3次"),
        ("tace_sessions", 0, "0 sessions", "TACE 0次"),
        ("residual_viability_percent", 0, "no viability", "无残存活性"),
        ("residual_viability_percent", 64.5, "viability 64.5%", "残存活性64.5%"),
        ("residual_viability_percent", "over_50", "viability over 50%", "残存活性>50%"),
        ("target_response", TargetResponse.SD, "SD", "SD"),
        ("new_intrahepatic_lesions", "none", "no new lesion", "无肝内新发灶"),
        ("severe_jaundice", False, "no severe jaundice", "无严重黄疸"),
        ("severe_jaundice", True, "severe jaundice", "严重黄疸"),
        ("tumor_count", 1, "1 tumor", "肿瘤1个"),
        ("largest_tumor_cm", 3.5, "largest 3.5 cm", "最大3.5 cm"),
    ],
)
def test_an_answer_reads_as_a_clinician_would_write_it(
    fact: str, answer: object, english: str, chinese: str
) -> None:
    assert isinstance(answer, (bool, int, float, str))
    assert said(EN, fact, answer) == english
    assert said(ZH, fact, answer) == chinese


def test_a_value_is_named_in_the_catalogues_as_in_the_data_contract() -> None:
    assert [value_key(each) for each in (True, False, "SD", TargetResponse.CR, 0.0)] == [
        "true",
        "false",
        "SD",
        "CR",
        "0.0",
    ]
    assert label(EN, "severe_jaundice", answer=True) == "Yes, severe"


def test_facts_are_listed_by_their_short_names() -> None:
    assert names(EN, ["ecog", "tace_sessions"]) == "ECOG, Sessions"
    assert names(ZH, ["ecog", "tace_sessions"]) == "ECOG、TACE次数"
    assert names(EN, []) == ""


@pytest.mark.parametrize(
    ("remark", "line"),
    [
        (
            Remark(RemarkKind.DROPPED, ("ecog", "tumor_count")),
            "No longer applies and was dropped: ECOG, Tumor count.",
        ),
        (
            Remark(RemarkKind.CONTRADICTS, ("target_response", "tace_sessions")),
            "Response was not recorded: it contradicts Sessions. Change that first.",
        ),
        (
            Remark(RemarkKind.NOT_UNDERSTOOD, ("ecog",)),
            "Not understood. Type a whole number, 0 to 4, or tap below.",
        ),
        (
            Remark(RemarkKind.NOT_UNDERSTOOD),
            "That answers nothing here. Use the buttons below.",
        ),
        (
            Remark(RemarkKind.NO_SCAN_YET, ("target_response", "imaging_timing")),
            "No scan after TACE yet. Not known: Response, Scan timing.",
        ),
        (Remark(RemarkKind.ALREADY_ANSWERED, ("ecog",)), "Already answered: ECOG."),
    ],
)
def test_a_remark_says_what_happened_and_what_to_do(remark: Remark, line: str) -> None:
    assert remark_line(remark, EN) == line


def test_a_chinese_character_takes_two_columns() -> None:
    assert columns("CCI 2022") == 8
    assert columns("欧洲专家2014") == 12
    assert columns("（）") == 4
    assert columns("…·–") == 3


def test_buttons_stand_side_by_side_in_their_order() -> None:
    five = [Button(str(number), Restart()) for number in range(5)]
    assert [[each.label for each in row] for row in in_rows(five, 2)] == [
        ["0", "1"],
        ["2", "3"],
        ["4"],
    ]
    assert in_rows([], 3) == ()


def test_the_text_of_a_screen_is_its_lines_without_their_styles() -> None:
    assert Screen((Line("a", Style.STRONG), Line("b\nc"))).text == "a\nb\nc"
