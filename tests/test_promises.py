"""Every test that the documents name as holding a promise exists."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
NAMED = re.compile(r"`(tests/[\w/]+\.py)::(test_\w+)`")


@pytest.mark.parametrize("page", ["security.md", "safety.md"])
def test_every_test_that_a_promise_names_exists(page: str) -> None:
    text = (ROOT / "docs" / page).read_text(encoding="utf-8")
    named = NAMED.findall(text)

    assert named
    assert len(named) == text.count("::")  # so that none is written in another way
    assert [f"{path}::{name}" for path, name in named if not _stands_in(ROOT / path, name)] == []


def _stands_in(path: Path, name: str) -> bool:
    return path.is_file() and f"def {name}(" in path.read_text(encoding="utf-8")
