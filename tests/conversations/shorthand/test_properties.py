"""What holds of every line, whatever it says."""

import json
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conversations.shorthand.contract import as_contract
from conversations.shorthand.reader import LONGEST_LINE, read_shorthand
from conversations.shorthand.understood import Reason, Understood
from conversations.wording import Wording
from domain.facts.reading import read_case
from tests.conversations.shorthand.test_lines import EXAMPLES
from tests.conversations.showing import EN, ZH
from tests.strategies import THOROUGH

LINES = [example["line"] for example in EXAMPLES]
PIECES = st.sampled_from(
    [part for line in LINES for part in line.replace("，", ",").split(",") if part]
)


@THOROUGH
@given(st.text(max_size=LONGEST_LINE))
def test_any_text_can_be_read(text: str) -> None:
    read_shorthand(text)


@THOROUGH
@given(st.lists(PIECES, max_size=8).map(", ".join))
def test_facts_are_always_admissible_together(line: str) -> None:
    understood = read_shorthand(line)
    assert read_case(understood.facts).answers == understood.facts


@THOROUGH
@given(st.sampled_from(LINES))
def test_doubt_in_front_of_a_line_adds_no_fact(line: str) -> None:
    sure = read_shorthand(line).facts
    assert read_shorthand(f"?{line}").facts.items() <= sure.items()


@pytest.mark.parametrize(
    "line",
    [
        "TACE x3, mRECIST SD, PVTT neg, no EHS, CP A6, PS 1",
        "TACE术后3次，mRECIST SD，PVTT(-)，肝外(-)，Child A6，PS 1分",
    ],
)
def test_the_order_of_independent_clauses_does_not_matter(line: str) -> None:
    mark = "，" if "，" in line else ", "
    backwards = mark.join(reversed(line.split(mark)))
    assert read_shorthand(backwards).facts == read_shorthand(line).facts


def test_a_line_that_is_too_long_is_left_out_as_a_whole() -> None:
    understood = read_shorthand("TACE x3, " * 80)
    assert not understood.facts
    assert [each.reason for each in understood.ignored] == [Reason.TOO_LONG]


@pytest.mark.exhaustive
@pytest.mark.parametrize(
    "line",
    [
        *("(" * 500, "x3 " * 160, "1/2/3/" * 80, "无" * 500, "no " * 160, " " * 500, "\n" * 500),
        *("第1次" * 160, "PVTT/" * 100, "\u200f" * 500, "\U0001f600" * 500, "\x00\x07" * 250),
    ],
)
def test_a_line_of_one_thing_again_and_again_is_read(line: str) -> None:
    assert not read_shorthand(line[:LONGEST_LINE]).facts.keys() & {"target_response"}


@pytest.mark.parametrize("noise", ["\u200f", "\u200b", "\x07", "\u00a0", "   ", "\t"])
def test_marks_that_cannot_be_seen_change_nothing(noise: str) -> None:
    line = f"{noise}TACE x3,{noise} mRECIST SD,{noise} PVTT neg{noise}"
    assert read_shorthand(line).facts == read_shorthand("TACE x3, mRECIST SD, PVTT neg").facts


def test_an_empty_line_says_nothing() -> None:
    for line in ("", " ", "\n", "\u200f", ",;。"):
        assert read_shorthand(line) == Understood()


def test_what_is_left_out_is_shown_as_it_was_typed() -> None:
    shown = {each.text for each in read_shorthand("ＴＡＣＥ×３； ?ＰＤ , tense  asictes").ignored}
    assert shown == {"?ＰＤ", "tense  asictes"}


def test_words_are_compiled_for_the_first_line_and_not_before() -> None:
    program = (
        "import conversations.conversation\n"
        "from conversations.shorthand.groups.all import lexicon\n"
        "assert lexicon.cache_info().currsize == 0\n"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0  # noqa: S603 - our own program


def test_facts_and_what_was_left_out_are_told_as_the_contract_has_them() -> None:
    assert as_contract(read_shorthand("?PD, TACE x3"), EN) == {
        "facts": {"tace_sessions": 3},
        "ignored": [{"text": "?PD", "why": "Not recorded: it is put in doubt."}],
    }


@pytest.mark.exhaustive
@pytest.mark.parametrize("words", [EN, ZH], ids=["en", "zh"])
def test_what_was_left_out_can_be_said_in_both_languages(words: Wording) -> None:
    for line in LINES:
        understood = read_shorthand(line)
        contract = as_contract(understood, words)
        assert contract["facts"] == dict(understood.facts)
        assert json.loads(json.dumps(contract)) == contract
