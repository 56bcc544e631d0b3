"""Which tests count towards coverage: those of the two inner rooms, apart from their enumerations.

Tracing doubles the time of whatever it watches. What `domain` and `conversations` do must be shown
by their own tests; that the bot reaches the same lines would prove nothing.
"""

from pathlib import Path

import pytest

_INNER_ROOMS = ("domain", "conversations")
_HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.path.relative_to(_HERE).parts[0] not in _INNER_ROOMS:
            item.add_marker(pytest.mark.no_cover)
