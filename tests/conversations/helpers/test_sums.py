import pytest

from conversations.flow.actions import GiveSums, Open
from conversations.flow.advance import Turn, advance
from conversations.flow.remarks import Remark, RemarkKind
from conversations.flow.views import Page, View
from conversations.helpers.sums import assess_tenths, subject_of, sums_named
from conversations.wording import Language
from domain.calculators.mrecist import ImpossibleSumsError
from tests.conversations.showing import WORDS, after, buttons, consult, shown

SUMS = (600, 200, 300)


def test_three_sums_come_back_from_their_name() -> None:
    assert subject_of(SUMS) == "600-200-300"
    assert sums_named("600-200-300") == SUMS


@pytest.mark.parametrize("subject", ["", "600", "600-200", "600-200-300-400", "a-b-c"])
def test_what_names_no_three_sums_is_refused(subject: str) -> None:
    with pytest.raises(ValueError, match=r"unpack|invalid literal"):
        sums_named(subject)


def test_sums_are_read_in_tenths_of_a_millimetre() -> None:
    found = assess_tenths(*SUMS)
    assert (found.response, found.progressed_from_baseline) == ("PD", False)
    with pytest.raises(ImpossibleSumsError):
        assess_tenths(200, 600, 600)


@pytest.mark.parametrize("language", Language)
def test_the_result_is_shown_with_its_sums_and_taken_over_by_one_tap(language: Language) -> None:
    of = consult(tace_sessions=3)
    at = shown(of, View(Page.SUMS, subject_of(SUMS)), language)
    for number in ("60 mm", "20 mm", "30 mm"):
        assert number in at.screen.text
    use, back = buttons(at.screen)
    assert use.action == GiveSums(*SUMS)
    assert back.action == Open(View(Page.QUESTION, "target_response"))
    expected = consult(tace_sessions=3, target_response="PD", progressed_from_baseline=False)
    assert after(at, use.action, language).consult == expected


def test_before_any_sum_is_typed_there_is_nothing_to_take_over() -> None:
    at = shown(consult(), View(Page.SUMS))
    assert [button.action for button in buttons(at.screen)] == [
        Open(View(Page.QUESTION, "target_response"))
    ]
    assert WORDS[Language.EN]("sums.how") in at.screen.text


@pytest.mark.parametrize(
    ("sums", "facts"),
    [
        ((600, 600, 0), {"target_response": "CR"}),
        ((600, 600, 420), {"target_response": "PR"}),
        ((600, 600, 600), {"target_response": "SD"}),
        ((600, 500, 720), {"target_response": "PD", "progressed_from_baseline": True}),
    ],
)
def test_the_sums_answer_the_response_and_after_pd_the_progression(
    sums: tuple[int, int, int], facts: dict[str, object]
) -> None:
    assert advance(consult(), GiveSums(*sums)) == Turn(consult(**facts))


def test_answers_that_the_sums_outdate_are_named_once() -> None:
    before = consult(
        target_response="PD", progressed_from_baseline=True, residual_viability_percent=120
    )
    assert advance(before, GiveSums(600, 600, 0)) == Turn(
        consult(target_response="CR"),
        remarks=(
            Remark(RemarkKind.DROPPED, ("progressed_from_baseline", "residual_viability_percent")),
        ),
    )
    assert advance(before, GiveSums(*SUMS)) == Turn(
        consult(
            target_response="PD", progressed_from_baseline=False, residual_viability_percent=120
        )
    )


def test_sums_that_show_progression_drop_a_viability_up_to_half() -> None:
    before = consult(target_response="PR", residual_viability_percent=40)
    assert advance(before, GiveSums(600, 500, 720)) == Turn(
        consult(target_response="PD", progressed_from_baseline=True),
        remarks=(Remark(RemarkKind.DROPPED, ("residual_viability_percent",)),),
    )


def test_sums_without_a_session_contradict_it() -> None:
    before = consult(tace_sessions=0)
    assert advance(before, GiveSums(*SUMS)) == Turn(
        before,
        View(Page.QUESTION, "target_response"),
        (Remark(RemarkKind.CONTRADICTS, ("target_response", "tace_sessions")),),
    )
