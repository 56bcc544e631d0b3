"""A line of shorthand typed at any screen: what it records, what it leaves out, what it asks."""

from conversations.conversation import show, typed
from conversations.flow.hearing import hear
from conversations.flow.views import REPORT, Page, View
from tests.conversations.showing import DATED, EN, consult, shown

LINE = "s/p cTACE x3, MRI 6/52 post last: mRECIST SD, no new lesions, PVTT neg, no EHS, CP A6, PS 1"


def test_a_line_answers_its_questions_and_only_the_rest_is_asked() -> None:
    turn = typed(shown(consult()), LINE)
    after = show(turn, EN, DATED)

    assert after.view == View(Page.QUESTION, "residual_viability_percent")
    assert after.screen.lines[0].text.startswith("Understood: 3 sessions; SD; ")


def test_what_is_unsure_is_left_out_and_says_why() -> None:
    after = show(typed(shown(consult()), "TACE x3, tense ascites"), EN, DATED)

    assert after.consult.case.answers == {"tace_sessions": 3}
    texts = [line.text for line in after.screen.lines]
    title = texts.index("Left out, and why:")
    assert texts[title + 1] == "“tense ascites”: Not recorded: large or tense is not refractory."
    assert texts[title + 2] == EN("fact.target_response.ask")


def test_a_line_of_nothing_sure_says_that_nothing_was_recorded_and_asks_again() -> None:
    after = show(typed(shown(consult()), "?PD"), EN, DATED)

    assert not after.consult.case.answers
    assert after.screen.lines[0].text == "Nothing was recorded from that line."
    assert after.screen.lines[1].text.startswith("“?PD”: ")


def test_a_fact_that_contradicts_an_earlier_answer_is_not_recorded_and_named() -> None:
    before = consult(tace_sessions=0)
    after = show(typed(shown(before), "target CR, CP A6"), EN, DATED)

    assert after.consult.case.answers == {"tace_sessions": 0, "child_pugh_class": "A"}
    assert "Not recorded, since it contradicts earlier answers: Response" in after.screen.text


def test_what_is_worth_telling_of_a_recorded_fact_is_told() -> None:
    after = show(typed(shown(consult()), "Vp2 at dx, now Vp3"), EN, DATED)

    assert after.consult.case.answers == {"vascular_invasion": "preexisting"}
    assert any("Vp" in line.text for line in after.screen.lines[1:3])


def test_a_line_can_be_typed_at_the_report() -> None:
    after = typed(shown(consult(tace_sessions=3), REPORT), "PS 1, CP A6")

    assert after.consult.case.answers == {"tace_sessions": 3, "child_pugh_class": "A", "ecog": 1}


def test_prose_is_no_line_about_a_case() -> None:
    assert hear(consult(), "good morning everybody") is None
