"""What the first reading of the consult found wrong, a test each."""

import pytest
from hypothesis import given

from conversations.consult.state import Consult
from conversations.conversation import Shown, typed
from conversations.flow.actions import Give, SetAside
from conversations.flow.views import REPORT, Page, View
from conversations.helpers.labs import EMPTY, labs_named
from conversations.questions.catalogue import QUESTION_OF, facts_of
from conversations.questions.relevance import may_be_asked, progress, worth_asking
from conversations.questions.skipping import skipped
from conversations.screens.width import PHONE_COLUMNS, columns
from conversations.typed.answer import read_answer
from conversations.typed.labs import read_labs
from conversations.typed.sums import read_sums
from domain.appraisal.appraise import appraise
from domain.calculators.child_pugh import Item
from tests.conversations.showing import EN, after, answering, buttons, consult, shown
from tests.conversations.strategies import consults
from tests.strategies import THOROUGH

SESSIONS, VIABILITY = "tace_sessions", "residual_viability_percent"


@pytest.mark.parametrize(
    "fact", ["tace_sessions", "sessions_within_6_months", "ecog", "tumor_count"]
)
@pytest.mark.parametrize("text", ["yes", "有", "+", "no", "无", "-"])
def test_yes_and_no_are_no_answer_to_a_number(fact: str, text: str) -> None:
    turn = typed(shown(consult(), View(Page.QUESTION, fact)), text)
    assert turn.consult == consult()


@pytest.mark.parametrize(
    ("fact", "text"),
    [
        (VIABILITY, "45,5%"),
        (VIABILITY, "6,5"),
        (VIABILITY, "30。5"),
        (VIABILITY, "½"),
        (SESSIONS, "2–3"),
        (SESSIONS, "2—3"),
        (SESSIONS, "2/3"),
        (SESSIONS, "2~3"),
        (SESSIONS, "2～3"),
        (SESSIONS, "1 2"),
        (SESSIONS, "3、4"),
        (SESSIONS, "2²"),
        ("ecog", "PS 0/1"),
        ("ecog", "0–1"),
        ("ecog", "PS 0、1"),
        ("child_pugh_class", "1/0"),
        ("tumor_count", "2–3"),
        ("largest_tumor_cm", "3,5"),
        ("largest_tumor_cm", "2 × 3"),
    ],
)
def test_two_numbers_or_a_decimal_comma_are_never_read_as_another_number(
    fact: str, text: str
) -> None:
    action = read_answer(fact, text, consult())
    # To read a decimal comma as the decimal it is would be right as well.
    assert action in (None, Give(VIABILITY, 45.5), Give(VIABILITY, 6.5), Give(fact, 3.5))


@pytest.mark.parametrize(
    ("fact", "text"),
    [
        (SESSIONS, "3.5"),
        ("sessions_within_6_months", "1.5"),
        ("ecog", "1.5"),
        ("ecog", "PS 2.6"),
        ("tumor_count", "2.5"),
    ],
)
def test_a_count_is_never_rounded(fact: str, text: str) -> None:
    assert read_answer(fact, text, consult()) is None


@pytest.mark.parametrize("fact", [SESSIONS, "sessions_within_6_months", VIABILITY, "tumor_count"])
@pytest.mark.parametrize("text", ["PS 1", "ECOG 2"])
def test_a_performance_status_answers_no_other_question(fact: str, text: str) -> None:
    assert read_answer(fact, text, consult()) is None


@pytest.mark.parametrize("text", ["PVTT(+)", "癌栓(+)", "EHS +", "肝外转移(+)"])
def test_a_finding_that_is_there_is_not_said_to_be_new(text: str) -> None:
    assert read_answer("appeared", text, consult(tace_sessions=2)) is None
    for fact in ("vascular_invasion", "extrahepatic_spread"):
        assert read_answer(fact, "+", consult(tace_sessions=2)) is None


@pytest.mark.parametrize("question", ["against"])
@pytest.mark.parametrize("text", ["肝动脉闭塞 未做", "弥漫性瘘 未做", "难治性腹水 未做"])
def test_not_done_is_not_taken_for_not_there(question: str, text: str) -> None:
    assert not isinstance(read_answer(question, text, consult()), Give)


@pytest.mark.parametrize(
    ("subject", "text", "fact", "answer"),
    [
        ("child_pugh_class", "Child-Pugh B", "child_pugh_class", "B"),
        ("child_pugh_class", "Child-Pugh A6", "child_pugh_class", "A"),
        ("child_pugh_class", "CP-B7", "child_pugh_class", "B"),
        ("child_pugh_class", "class A", "child_pugh_class", "A"),
        (VIABILITY, ">50%", VIABILITY, "over_50"),
        (VIABILITY, "over 50%", VIABILITY, "over_50"),
        (VIABILITY, "≤50%", VIABILITY, "up_to_50"),
        (VIABILITY, "不超过50%", VIABILITY, "up_to_50"),
        ("imaging_timing", "4 wk - 3 mo", "imaging_timing", "within_1_to_3_months"),
        ("vascular_invasion", "already before the first TACE", "vascular_invasion", "preexisting"),
        ("vascular_invasion", "appeared since", "vascular_invasion", "new"),
        ("appeared", "癌栓 新发", "vascular_invasion", "new"),
        ("appeared", "转移 新发", "extrahepatic_spread", "new"),
        ("against", "动静脉瘘 未见", "diffuse_arteriovenous_fistula", False),
    ],
)
def test_what_clinicians_write_is_understood(
    subject: str, text: str, fact: str, answer: object
) -> None:
    found = read_answer(subject, text, consult(tace_sessions=3))
    assert isinstance(found, Give)
    assert (found.fact, found.answer) == (fact, answer)


@pytest.mark.parametrize("word", ["area", "面积"])
def test_area_can_be_typed_where_area_or_diameter_is_asked(word: str) -> None:
    at = shown(consult(tace_sessions=2), View(Page.MEASURE, "650"))
    assert typed(at, word).consult.case.residual_viability_percent == 65


def test_back_in_words_does_what_the_back_button_does() -> None:
    at = shown(consult(tace_sessions=2, target_response="PR"), View(Page.MEASURE, "650"))
    assert typed(at, "返回").view == View(Page.QUESTION, VIABILITY)


def test_a_bare_number_presses_no_band_of_values() -> None:
    at = shown(consult(), View(Page.LABS, "un00000"))
    for text in ("23", "1.72.3", "2.83.5"):
        assert typed(at, text).view == at.view


@pytest.mark.parametrize(
    ("text", "item"),
    [
        ("ascites not assessed", Item.ASCITES),
        ("ascites: not known", Item.ASCITES),
        ("ascites noted", Item.ASCITES),
        ("腹水 无法评估", Item.ASCITES),
        ("腹水-中量", Item.ASCITES),
        ("ascites - moderate", Item.ASCITES),
        ("encephalopathy not assessed", Item.ENCEPHALOPATHY),
        ("HE not known", Item.ENCEPHALOPATHY),
        ("肝性脑病 无法评估", Item.ENCEPHALOPATHY),
        ("no hepatitis B", Item.ENCEPHALOPATHY),
        ("no hepatorenal syndrome", Item.ENCEPHALOPATHY),
        ("no hepatic hydrothorax", Item.ENCEPHALOPATHY),
    ],
)
def test_what_was_not_assessed_scores_no_point(text: str, item: Item) -> None:
    labs, _ = read_labs(text, labs_named(EMPTY))
    assert labs.points.get(item) != 1


@pytest.mark.parametrize(("text", "points"), [("INR 1,8", 2), ("INR: 2,5", 3)])
def test_a_decimal_comma_does_not_cut_a_laboratory_value(text: str, points: int) -> None:
    labs, _ = read_labs(text, labs_named(EMPTY))
    assert labs.points.get(Item.COAGULATION) in (None, points)


@pytest.mark.parametrize("text", ["PT 13 s", "PT 12.5", "凝血酶原时间 13秒"])
def test_a_prothrombin_time_is_not_read_as_its_prolongation(text: str) -> None:
    labs, _ = read_labs(text, labs_named(EMPTY))
    assert Item.COAGULATION not in labs.points


@pytest.mark.parametrize("text", ["direct bilirubin 60 umol/L", "直接胆红素 60 umol/L"])
def test_direct_bilirubin_is_not_read_as_total(text: str) -> None:
    labs, _ = read_labs(text, labs_named(EMPTY))
    assert Item.BILIRUBIN not in labs.points


@pytest.mark.parametrize("text", ["60.25 20 30", "12345 2000 3000", "60 20 30.55"])
def test_a_diameter_is_never_cut(text: str) -> None:
    assert read_sums(text) is None


@pytest.mark.parametrize("text", ["60 mm 20 mm 3 cm", "6cm 20mm 30mm"])
def test_millimetres_and_centimetres_are_not_mixed_up(text: str) -> None:
    assert read_sums(text) in (None, (600, 200, 300))


def test_a_last_question_is_the_last_one() -> None:
    of = consult(
        *(set(QUESTION_OF) - {SESSIONS, "target_response", "treatment_intent"}),
        tace_sessions=3,
    )
    at = shown(of)
    assert at.view.subject == "target_response"
    question = QUESTION_OF[facts_of(at.view.subject)[0]]
    left = progress(question, of, may_be_asked(of, appraise(of.case))).at_most_left
    following = after(at, Give("target_response", "SD"))
    assert (following.view == REPORT) or left >= 1


def test_no_scan_yet_leaves_no_more_questions_than_were_said() -> None:
    of = consult(
        "progressed_from_baseline", "refractory_ascites", "diffuse_arteriovenous_fistula",
        "treatment_intent", "child_pugh_class",
        sessions_within_6_months=0, imaging_timing="after_3_months", technique_reassessed=True,
        new_intrahepatic_lesions="after_latest_session", extrahepatic_spread="new",
        tumor_marker_trend="rising", hepatic_artery_occluded=False,
    )  # fmt: skip
    at, seen, said = shown(of), [], {}
    while at.view.page is Page.QUESTION:
        question = QUESTION_OF[facts_of(at.view.subject)[0]]
        later = may_be_asked(at.consult, appraise(at.consult.case))
        said[question.id] = progress(question, at.consult, later).at_most_left
        seen.append(question.id)
        unsure = [each for each in answering(at.screen) if each == SetAside(at.view.subject)]
        no_scan = [each for each in answering(at.screen) if type(each).__name__ == "NoScanYet"]
        at = after(at, (no_scan or unsure)[0])
    assert all(len(seen) - place - 1 <= said[each] for place, each in enumerate(seen)), (seen, said)


@THOROUGH
@given(consults())
def test_a_skipped_question_always_names_why(of: Consult) -> None:
    appraisal = appraise(of.case)
    for each in skipped(of, appraisal, worth_asking(of, appraisal)):
        assert each.because_of, each


@pytest.mark.parametrize(
    "facts", [{"vascular_invasion": "new"}, {"ecog": 1}, {"treatment_intent": "curative"}]
)
def test_the_report_does_not_deny_an_answer(facts: dict[str, object]) -> None:
    assert EN("report.nothing_told") not in shown(consult(**facts), REPORT).screen.text


def test_every_reason_that_was_not_checked_is_named_somewhere_in_the_report() -> None:
    of = consult(
        "hepatic_artery_occluded", "severe_jaundice", "refractory_ascites",
        tace_sessions=0, child_pugh_class="A", ecog=0, hepatic_encephalopathy=False,
        hepatorenal_syndrome=False, diffuse_arteriovenous_fistula=False,
    )  # fmt: skip
    pages = [REPORT, *(View(page) for page in (Page.AGAINST, Page.CAVEATS, Page.SKIPPED))]
    text = "\n".join(shown(of, page).screen.text for page in pages)
    for reason in ("hepatic_artery_occlusion", "severe_jaundice", "refractory_ascites"):
        assert EN(f"reason.{reason}") in text


@pytest.mark.parametrize(
    ("fact", "of"),
    [
        ("tumor_marker_trend", consult(tumor_marker_trend="not_rising")),
        ("treatment_intent", consult("treatment_intent", target_response="SD")),
    ],
)
def test_one_answer_ticks_one_button(fact: str, of: Consult) -> None:
    at = shown(of, View(Page.QUESTION, fact))
    ticked = [each.label for each in buttons(at.screen) if each.label.startswith("✓")]
    assert len(ticked) == 1, ticked


@pytest.mark.parametrize(
    ("fact", "answer", "number"),
    [(SESSIONS, 7, "7"), (VIABILITY, 65, "65"), ("largest_tumor_cm", 3.5, "3.5")],
)
def test_a_typed_answer_shows_when_its_question_is_opened_again(
    fact: str, answer: object, number: str
) -> None:
    at = shown(consult(**{fact: answer}), View(Page.QUESTION, fact))
    labels = [each.label for each in buttons(at.screen)]
    assert any("✓" in text and number in text for text in [*at.screen.text.splitlines(), *labels])


def test_a_staging_answer_leads_back_to_the_stage() -> None:
    of = consult(tace_sessions=2, target_response="PR")
    at: Shown = after(shown(of, View(Page.QUESTION, "tumor_count")), Give("tumor_count", 2))
    assert at.view in (View(Page.STAGING), View(Page.QUESTION, "largest_tumor_cm"))


def test_the_widest_label_still_fits_once_it_is_ticked() -> None:
    at = shown(consult("treatment_intent"), View(Page.QUESTION, "treatment_intent"))
    for row in at.screen.rows:
        for button in row:
            assert len(row) > 1 or columns(button.label) <= PHONE_COLUMNS, button.label
