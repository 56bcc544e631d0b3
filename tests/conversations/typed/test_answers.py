import pytest

from conversations.flow.actions import Action, Back, Give, Open, SetAside
from conversations.flow.views import Page, View
from conversations.typed.answer import LONGEST_ANSWER, read_answer
from domain.facts.catalogue import FACTS
from tests.conversations.showing import consult
from tests.conversations.typed.answer_tables import ACCEPTED, REFUSED, SET_ASIDE
from tests.conversations.typed.wide import wide

THREE_SESSIONS = consult(tace_sessions=3)

NONSENSE = [
    "",
    " ",
    "🙂",
    "asdf",
    "。。。",
    "x" * 5000,
    "3" * 400,
    "\n",
    "\u200b",
    "{}",
    "%s",
    "__class__",
]


def _cases(table: dict[str, dict[object, list[str]]]) -> list[tuple[str, str, object]]:
    return [
        (fact, text, answer)
        for fact, answers in table.items()
        for answer, texts in answers.items()
        for text in texts
    ]


@pytest.mark.parametrize(("fact", "text", "answer"), _cases(ACCEPTED))
def test_what_clinicians_type_is_the_answer_they_mean(fact: str, text: str, answer: object) -> None:
    action = read_answer(fact, text, THREE_SESSIONS)
    assert isinstance(action, Give)
    assert (action.fact, action.answer) == (fact, answer)
    assert isinstance(action.answer, bool) == isinstance(answer, bool)


@pytest.mark.parametrize(
    ("fact", "text"), [(fact, text) for fact, texts in REFUSED.items() for text in texts]
)
def test_doubt_and_what_answers_another_question_are_no_answer(fact: str, text: str) -> None:
    action = read_answer(fact, text, THREE_SESSIONS)
    assert action is None or action == SetAside(fact)
    assert (action is not None) == (text == "?")


@pytest.mark.parametrize(
    ("fact", "text"), [(fact, text) for fact, texts in SET_ASIDE.items() for text in texts]
)
def test_what_says_that_there_is_no_answer_sets_the_fact_aside(fact: str, text: str) -> None:
    assert read_answer(fact, text, THREE_SESSIONS) == SetAside(fact)


@pytest.mark.parametrize("fact", FACTS)
@pytest.mark.parametrize("text", NONSENSE, ids=range(len(NONSENSE)))
def test_nonsense_answers_nothing(fact: str, text: str) -> None:
    assert read_answer(fact, text, THREE_SESSIONS) is None


@pytest.mark.parametrize("fact", FACTS)
@pytest.mark.parametrize(
    "text",
    ["not known", "Not known.", "unknown", "?", "？", "nk", "N/A", "don't know", "不详", "不知道"],
)
def test_not_known_can_be_typed_for_every_fact(fact: str, text: str) -> None:
    assert read_answer(fact, text, THREE_SESSIONS) == SetAside(fact)


@pytest.mark.parametrize("text", ["back", "Back", "返回", "上一步", "上一题", "<", "＜"])
def test_back_can_be_typed(text: str) -> None:
    assert read_answer("target_response", text, THREE_SESSIONS) == Back("target_response")


@pytest.mark.parametrize(
    ("text", "ticks"),
    [("50.1", "501"), ("65%", "650"), (wide("65%"), "650"), ("70.7", "707"), ("71", "710")],
)
def test_a_viability_just_over_half_asks_area_or_diameter(text: str, ticks: str) -> None:
    expected: Action = Open(View(Page.MEASURE, ticks))
    assert read_answer("residual_viability_percent", text, THREE_SESSIONS) == expected


def test_all_of_them_answers_nothing_while_the_sessions_are_not_known() -> None:
    assert read_answer("sessions_within_6_months", "all", consult()) is None


def test_a_long_text_is_no_answer_whatever_it_says() -> None:
    padded = "no" + " " * LONGEST_ANSWER
    assert read_answer("severe_jaundice", padded[:LONGEST_ANSWER], consult()) is not None
    assert read_answer("severe_jaundice", padded, consult()) is None


def test_every_fact_has_its_answers_and_its_refusals_in_these_tables() -> None:
    assert ACCEPTED.keys() == REFUSED.keys() == FACTS.keys()
