"""What is secret in the settings stays so."""

from __future__ import annotations

import traceback

import pytest

from bot.settings_errors import SettingsError
from tests.bot.keys import KEY
from tests.bot.settings.environment import loaded


def test_a_secret_is_not_even_in_the_traceback_of_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    secrets = {
        "TELEGRAM_TOKEN": "123:hush hush",
        "WEBHOOK_SECRET": "hush hush",
        "DATABASE_URL": "mysql://u:hush@host/db",
    }
    with pytest.raises(SettingsError) as caught:
        loaded(monkeypatch, secrets)

    assert "hush" not in "".join(traceback.format_exception(caught.value))


def test_settings_can_be_printed_without_giving_a_secret_away(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    settings = loaded(
        monkeypatch,
        {
            "TELEGRAM_TOKEN": "123:hush",
            "WEBHOOK_SECRET": "hush",
            "DATABASE_URL": "postgresql://bot:hush@db/tace",
            "ENCRYPTION_KEYS": KEY,
        },
    )

    assert KEY not in repr(settings)
    assert "key of the tests" not in repr(settings)
    assert "hush" not in repr(settings)
    assert "hush" not in str(settings.model_dump())
