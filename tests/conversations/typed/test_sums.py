import pytest

from conversations.conversation import typed
from conversations.flow.advance import Turn
from conversations.flow.remarks import Remark, RemarkKind
from conversations.flow.views import Page, View
from conversations.typed.sums import read_sums
from conversations.wording import Language
from tests.conversations.showing import consult, shown
from tests.conversations.typed.wide import wide

EMPTY = View(Page.SUMS)


@pytest.mark.parametrize(
    "text",
    [
        "60 20 30",
        "60, 20, 30",
        "60 → 20 → 30 mm",
        "before 60 mm, smallest 20 mm, now 30 mm",
        "首次前60，最小20，现在30",
        "60.0/20/30.0",
        "6 cm, 2 cm, 3 cm",
        "6.0厘米 2.0厘米 3.0厘米",
        wide("60 20 30"),
    ],
)
def test_three_numbers_are_three_sums_in_their_order(text: str) -> None:
    assert read_sums(text) == (600, 200, 300)


@pytest.mark.parametrize("text", ["", "60", "60 20", "60 20 30 40", "sixty", "PD", "🙂", "-"])
def test_any_other_number_of_numbers_is_no_answer(text: str) -> None:
    assert read_sums(text) is None


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("60 20", RemarkKind.NO_SUMS),
        ("20 60 30", RemarkKind.SUMS_ABOVE_BASELINE),
        ("0 0 30", RemarkKind.SUMS_WITHOUT_BASELINE),
        ("9000 20 30", RemarkKind.SUMS_OUT_OF_RANGE),
    ],
)
def test_sums_that_cannot_be_say_why_and_ask_again(
    text: str, kind: RemarkKind, language: Language
) -> None:
    of = consult(tace_sessions=2)
    assert typed(shown(of, EMPTY, language), text) == Turn(of, EMPTY, (Remark(kind),))


def test_sums_typed_again_take_the_place_of_those_before() -> None:
    at = shown(consult(), View(Page.SUMS, "600-200-300"))
    assert typed(at, "60 60 0") == Turn(consult(), View(Page.SUMS, "600-600-0"))


@pytest.mark.parametrize("text", ["back", "返回"])
def test_back_leads_from_the_sums_to_the_response(text: str) -> None:
    assert typed(shown(consult(), EMPTY), text) == Turn(
        consult(), View(Page.QUESTION, "target_response")
    )
