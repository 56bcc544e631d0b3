"""Reading the settings out of the environment."""

from __future__ import annotations

import pytest

from bot.settings import Settings, load_settings
from bot.settings_errors import SettingsError

FROM_BOTFATHER = "123456:AAbb-cc_dd"


def loaded(monkeypatch: pytest.MonkeyPatch, variables: dict[str, str]) -> Settings:
    for name, value in variables.items():
        monkeypatch.setenv(f"TACE_{name}", value)
    return load_settings()


def problem_with(monkeypatch: pytest.MonkeyPatch, variables: dict[str, str]) -> str:
    with pytest.raises(SettingsError) as caught:
        loaded(monkeypatch, variables)
    return str(caught.value)
