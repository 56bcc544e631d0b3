"""Which tests count towards coverage: those of the two inner rooms that look at chosen cases.

Tracing doubles the time of whatever it watches. What `domain` and `conversations` do must be shown
by their own tests; that the bot, a random case or one of a million reaches the same lines would
prove nothing.
"""

from pathlib import Path

import pytest

_INNER_ROOMS = ("domain", "conversations")
_HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        inner = item.path.relative_to(_HERE).parts[0] in _INNER_ROOMS
        random = getattr(getattr(item, "obj", None), "is_hypothesis_test", False)
        if inner and not random and not item.get_closest_marker("exhaustive"):
            item.add_marker("covers")
