import pytest
from hypothesis import given
from hypothesis import strategies as st

from conversations.consult.format_a import FACT_ANSWERS
from conversations.flow.action_text import UnknownActionError, decode_action, encode_action
from conversations.flow.actions import (
    Action,
    Back,
    Give,
    GiveSums,
    GiveUsual,
    NoScanYet,
    Open,
    Restart,
    SetAside,
)
from conversations.flow.views import NEXT, REPORT, Page, View
from domain.facts.catalogue import FACTS
from tests.conversations.showing import EVERY_VIEW
from tests.strategies import THOROUGH

SUBJECTS = [*FACTS, "appeared", "against"]

EVERY_ACTION: list[Action] = [
    *(Give(fact, answers[place]) for fact, answers in FACT_ANSWERS.items() for place in (0, 1, -1)),
    *(GiveUsual(question) for question in ("appeared", "against")),
    *(SetAside(subject) for subject in SUBJECTS),
    *(Back(subject) for subject in SUBJECTS),
    *(Open(view) for view in EVERY_VIEW),
    GiveSums(600, 200, 300),
    NoScanYet(),
    Restart(),
]


@pytest.mark.parametrize("action", EVERY_ACTION, ids=encode_action)
def test_every_action_comes_back_from_what_a_button_carries(action: Action) -> None:
    assert decode_action(encode_action(action)) == action


def test_no_two_actions_look_alike() -> None:
    assert len(set(map(encode_action, EVERY_ACTION))) == len(set(EVERY_ACTION))


@pytest.mark.parametrize(
    ("action", "text"),
    [
        (Give("tace_sessions", 3), "g:0:3"),
        (Give("target_response", "SD"), "g:3:2"),
        (Give("residual_viability_percent", 60.5), "g:5:607"),
        (Give("severe_jaundice", answer=True), "g:16:1"),
        (GiveUsual("against"), "u:against"),
        (SetAside("ecog"), "n:14"),
        (SetAside("appeared"), "n:appeared"),
        (NoScanYet(), "s"),
        (Open(NEXT), "o:n"),
        (Open(REPORT), "o:r"),
        (Open(View(Page.QUESTION, "against")), "o:q:against"),
        (Open(View(Page.MORE, "largest_tumor_cm")), "o:m:22"),
        (Open(View(Page.MEASURE, "650")), "o:v:650"),
        (Open(View(Page.DEFINITION, "cci_2022")), "o:d:cci_2022"),
        (Open(View(Page.CAVEATS)), "o:w"),
        (Open(View(Page.FLIPS)), "o:f"),
        (Open(View(Page.SKIPPED)), "o:s"),
        (Open(View(Page.STAGING)), "o:t"),
        (Open(View(Page.CHANGE)), "o:c"),
        (Open(View(Page.LABS, "un12300")), "o:l:un12300"),
        (Open(View(Page.SUMS)), "o:u"),
        (Open(View(Page.SUMS, "600-200-300")), "o:u:600-200-300"),
        (GiveSums(600, 200, 300), "k:600:200:300"),
        (Back("appeared"), "b:appeared"),
        (Back("ecog"), "b:14"),
        (Restart(), "r"),
    ],
)
def test_an_action_is_written_as_the_keyboards_in_old_chats_carry_it(
    action: Action, text: str
) -> None:
    assert encode_action(action) == text
    assert decode_action(text) == action


@pytest.mark.parametrize(
    "text",
    [
        "",
        "x",
        "G:14:1",
        "g",
        "g:14",
        "g:14:5",
        "g:14:-1",
        "g:14:one",
        "g:14:1:2",
        "g:23:0",
        "g:-1:0",
        "g:ecog:1",
        "g:appeared:0",
        "g:٣:0",
        "u",
        "u:14",
        "u:ecog",
        "u:vascular_invasion",
        "u:unheard_of",
        "n",
        "n:23",
        "n:unheard_of",
        "n:14:1",
        "s:1",
        "r:1",
        "b",
        "b:23",
        "b:unheard_of",
        "o",
        "o:x",
        "o:q",
        "o:q:23",
        "o:q:unheard_of",
        "o:m",
        "o:v",
        "o:v:some",
        "o:v:-5",
        "o:v:5001",
        "o:d",
        "o:d:unheard_of",
        "o:r:14",
        "o:n:14",
        "o:q:14:1",
        "o:l",
        "o:l:in0000",
        "o:l:xn00000",
        "o:l:ix00000",
        "o:l:in00004",
        "o:u:600-200",
        "o:u:200-600-200",
        "o:u:0-0-0",
        "k",
        "k:600:200",
        "k:600:200:-1",
        "k:200:600:200",
    ],
)
def test_an_action_that_does_not_exist_is_refused(text: str) -> None:
    with pytest.raises(UnknownActionError):
        decode_action(text)


@THOROUGH
@given(st.text(alphabet="gunsobrkqmvdwftcl:-0123456789", max_size=12))
def test_any_text_is_an_action_or_is_refused(text: str) -> None:
    try:
        action = decode_action(text)
    except UnknownActionError:
        return
    assert decode_action(encode_action(action)) == action
