import pytest

from conversations.conversation import typed
from conversations.flow.advance import Turn
from conversations.flow.remarks import Remark, RemarkKind
from conversations.flow.views import Page, View
from conversations.helpers.labs import EMPTY, labs_named, subject_of
from conversations.typed.labs import read_labs
from conversations.wording import Language
from domain.calculators.child_pugh import Item
from tests.conversations.showing import DATED, WORDS, consult, shown
from tests.conversations.typed.wide import wide

BILIRUBIN, ALBUMIN, COAGULATION = Item.BILIRUBIN, Item.ALBUMIN, Item.COAGULATION
ASCITES, ENCEPHALOPATHY = Item.ASCITES, Item.ENCEPHALOPATHY

UNDERSTOOD: dict[str, dict[Item, int]] = {
    "bilirubin 30 umol/L": {BILIRUBIN: 1},
    "bilirubin 34 µmol/L": {BILIRUBIN: 2},
    "TBil 280 μmol/L": {BILIRUBIN: 3},
    "bili 1.6 mg/dL": {BILIRUBIN: 1},
    "Bili: 3.1 mg/dl": {BILIRUBIN: 3},
    "总胆红素 40 umol/L": {BILIRUBIN: 2},
    wide("胆红素28μmol/L"): {BILIRUBIN: 1},
    "albumin 36 g/L": {ALBUMIN: 1},
    "alb 35 g/l": {ALBUMIN: 2},
    "ALB 2.7 g/dL": {ALBUMIN: 3},
    "白蛋白 30g/L": {ALBUMIN: 2},
    "INR 1.2": {COAGULATION: 1},
    "inr=1.7": {COAGULATION: 2},
    "INR: 2.4": {COAGULATION: 3},
    "PT prolonged by 5 s": {COAGULATION: 2},
    "PT延长7秒": {COAGULATION: 3},
    "PT +3 s": {COAGULATION: 1},
    "凝血酶原时间延长 4秒": {COAGULATION: 2},
    "no ascites": {ASCITES: 1},
    "ascites: none": {ASCITES: 1},
    "无腹水": {ASCITES: 1},
    "腹水(-)": {},
    "mild ascites": {ASCITES: 2},
    "腹水少量": {ASCITES: 2},
    "tense ascites": {ASCITES: 3},
    "大量腹水": {ASCITES: 3},
    "no HE": {ENCEPHALOPATHY: 1},
    "encephalopathy none": {ENCEPHALOPATHY: 1},
    "无肝性脑病": {ENCEPHALOPATHY: 1},
    "HE grade 2": {ENCEPHALOPATHY: 2},
    "HE 1-2": {ENCEPHALOPATHY: 2},
    "肝性脑病Ⅱ期": {ENCEPHALOPATHY: 2},
    "HE III": {ENCEPHALOPATHY: 3},
    "肝性脑病4级": {ENCEPHALOPATHY: 3},
    "bili 28 µmol/L, alb 36 g/L, INR 1.2, no ascites, no HE": {
        BILIRUBIN: 1,
        ALBUMIN: 1,
        COAGULATION: 1,
        ASCITES: 1,
        ENCEPHALOPATHY: 1,
    },
    "胆红素60μmol/L，白蛋白27g/L，INR1.8，少量腹水，肝性脑病1期": {
        BILIRUBIN: 3,
        ALBUMIN: 3,
        COAGULATION: 2,
        ASCITES: 2,
        ENCEPHALOPATHY: 2,
    },
}


@pytest.mark.parametrize("text", UNDERSTOOD)
def test_values_with_their_units_score_their_points(text: str) -> None:
    labs, _ = read_labs(text, labs_named(EMPTY))
    assert labs.points == UNDERSTOOD[text]


@pytest.mark.parametrize(
    ("before", "text", "after"),
    [
        (EMPTY, "PT +7 s", "ip00300"),
        ("in00100", "PT +7 s", "ip00300"),
        ("ip00300", "INR 1.2", "in00100"),
        ("ip00300", "no ascites", "ip00310"),
        (EMPTY, "bili 2.5 mg/dL", "un20000"),
        ("un20000", "alb 36 g/L", "in21000"),
        (EMPTY, "bili 2.5 mg/dL, alb 36 g/L", "in21000"),
    ],
)
def test_what_was_typed_is_shown_in_its_own_units(before: str, text: str, after: str) -> None:
    labs, _ = read_labs(text, labs_named(before))
    assert subject_of(labs) == after


@pytest.mark.parametrize(
    ("text", "remark"),
    [
        ("", Remark(RemarkKind.NO_LABS)),
        ("creatinine 80", Remark(RemarkKind.NO_LABS)),
        ("B7", Remark(RemarkKind.NO_LABS)),
        ("no ascites, mild ascites", Remark(RemarkKind.NO_LABS)),
        ("bilirubin 30", Remark(RemarkKind.NO_UNIT, about="bilirubin 30")),
        ("alb 36", Remark(RemarkKind.NO_UNIT, about="alb 36")),
        ("alb 3.6, bili 20 umol/L", Remark(RemarkKind.NO_UNIT, about="alb 3.6")),
        ("bilirubin 40 mg/dL", Remark(RemarkKind.IMPLAUSIBLE, about="40 mg/dL")),
        ("albumin 35 g/dL", Remark(RemarkKind.IMPLAUSIBLE, about="35 g/dL")),
        ("bilirubin 1 umol/L", Remark(RemarkKind.IMPLAUSIBLE, about="1 µmol/L")),
        ("alb 3.6 g/L", Remark(RemarkKind.IMPLAUSIBLE, about="3.6 g/L")),
        ("INR 12", Remark(RemarkKind.IMPLAUSIBLE, about="INR 12")),
        ("PT prolonged 99 s", Remark(RemarkKind.IMPLAUSIBLE, about="99 s")),
        ("INR 1.2, PT prolonged 3 s", Remark(RemarkKind.GIVEN_TWICE)),
        ("bili 20 umol/L bili 1 mg/dL", Remark(RemarkKind.GIVEN_TWICE)),
    ],
)
def test_what_cannot_be_scored_scores_nothing_and_says_why(text: str, remark: Remark) -> None:
    before = labs_named("in20000")
    assert read_labs(text, before) == (before, remark)
    at = shown(consult(), View(Page.LABS, subject_of(before)))
    assert typed(at, text) == Turn(consult(), at.view, (remark,))


@pytest.mark.parametrize("language", Language)
def test_what_could_not_be_read_is_named_in_what_is_said_of_it(language: Language) -> None:
    from conversations.conversation import show  # noqa: PLC0415 - kept beside its only use

    at = shown(consult(), View(Page.LABS, EMPTY), language)
    screen = show(typed(at, "bilirubin 40 mg/dL"), WORDS[language], DATED).screen
    assert "40 mg/dL" in screen.lines[0].text


def test_values_are_added_to_those_entered_before_and_replace_their_own() -> None:
    at = shown(consult(ecog=1), View(Page.LABS, "in30100"))
    turn = typed(at, "bili 20 umol/L, alb 30 g/L")
    assert turn == Turn(consult(ecog=1), View(Page.LABS, "in12100"))


@pytest.mark.parametrize("text", ["back", "返回"])
def test_back_leads_from_the_labs_to_the_class(text: str) -> None:
    at = shown(consult(), View(Page.LABS, EMPTY))
    assert typed(at, text) == Turn(consult(), View(Page.QUESTION, "child_pugh_class"))
