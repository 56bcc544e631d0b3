"""What looks like a person is refused; what looks like a case is not."""

from pathlib import Path

import pytest

from conversations.privacy.identifiers import Identifier, find_identifier
from tests.conversations.shorthand.test_lines import EXAMPLES
from tests.examples import examples_in

TEXTS: dict[str, list[str]] = examples_in(Path(__file__).with_name("examples.yaml"))
IDENTIFIERS = {text: kind for kind in Identifier for text in TEXTS[kind]}


@pytest.mark.parametrize(("text", "kind"), IDENTIFIERS.items())
def test_an_identifier_is_recognised(text: str, kind: Identifier) -> None:
    assert find_identifier(text) is kind


@pytest.mark.parametrize("text", TEXTS["findings"])
def test_findings_raise_no_false_alarm(text: str) -> None:
    assert find_identifier(text) is None


def test_no_line_of_shorthand_raises_a_false_alarm() -> None:
    alarms = [each["line"] for each in EXAMPLES if find_identifier(each["line"]) is not None]
    assert alarms == []
