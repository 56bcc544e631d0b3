"""Lines as clinicians write them: what each says surely, and why the rest is left out.

Every file of `lines` holds examples: `good` ones, `ambiguous` ones, and `hostile` ones that look
like a fact and are none.
"""

from pathlib import Path
from typing import Any

import pytest

from conversations.shorthand.reader import read_shorthand
from conversations.shorthand.understood import Reason
from tests.examples import examples_in

EXAMPLES: list[dict[str, Any]] = [
    example
    for path in sorted((Path(__file__).parent / "lines").glob("*.yaml"))
    for examples in examples_in(path).values()
    for example in examples
]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example["line"])
def test_a_line_is_understood_as_far_as_it_is_sure(example: dict[str, Any]) -> None:
    understood = read_shorthand(example["line"])

    assert dict(understood.facts) == example["facts"]
    assert {each.reason for each in understood.ignored} == {
        Reason(reason) for reason in example.get("left_out", ())
    }


def test_there_are_examples_of_every_reason_to_leave_something_out() -> None:
    shown = {reason for example in EXAMPLES for reason in example.get("left_out", ())}
    assert {str(reason) for reason in Reason} - shown == {"too_long"}


def test_no_line_stands_twice() -> None:
    lines = [example["line"] for example in EXAMPLES]
    assert len(lines) == len(set(lines))
