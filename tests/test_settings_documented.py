"""Every setting is documented, and nothing is documented that is none."""

import re
from pathlib import Path

from bot.settings import Settings

PAGE = Path(__file__).parents[1] / "docs" / "settings.md"


def test_the_page_of_settings_names_exactly_the_settings_there_are() -> None:
    documented = set(
        re.findall(r"^\| `(TACE_[A-Z_]+)`", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    )
    assert documented == {f"TACE_{name.upper()}" for name in Settings.model_fields}
