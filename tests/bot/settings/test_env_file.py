"""Settings in a file called .env."""

from __future__ import annotations

import os
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot.settings import load_settings
from bot.settings_errors import SettingsError
from tests.bot.settings.environment import loaded

if TYPE_CHECKING:
    from collections.abc import Iterator

NOBODY = 65_534
"""Who may do least, on any Unix."""


def test_a_file_called_env_is_read_and_the_environment_prevails(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    Path(".env").write_text(
        "# consult bot\nTACE_RETENTION=7d\nexport TACE_LOG='debug'\nOTHER_PROGRAM=1\n",
        encoding="utf-8",
    )

    settings = loaded(monkeypatch, {"RETENTION": "1h"})

    assert settings.retention == timedelta(hours=1)
    assert settings.log == "debug"


def test_a_folder_called_env_is_no_mistake() -> None:
    Path(".env").mkdir()

    assert load_settings().log == "info"


@pytest.mark.parametrize("line", ["TACE_RETENTION", 'TACE_LOG "debug"', "= 7d"])
def test_a_line_of_the_env_file_that_would_be_skipped_is_told(line: str) -> None:
    Path(".env").write_text(f"TACE_LOG=info\n\n{line}\n", encoding="utf-8")

    with pytest.raises(SettingsError) as caught:
        load_settings()

    assert str(caught.value) == ".env: line 3 is not NAME=VALUE; mend or remove it"


def test_an_env_file_that_is_not_text_is_told() -> None:
    Path(".env").write_bytes(b"TACE_LOG=\xff\xfe")

    with pytest.raises(SettingsError) as caught:
        load_settings()

    assert str(caught.value) == ".env: not text in UTF-8; save it as UTF-8"


def test_an_env_file_that_may_not_be_read_is_told(tmp_path: Path) -> None:
    Path(".env").write_text("TACE_LOG=info\n", encoding="utf-8")
    Path(".env").chmod(0o000)
    tmp_path.chmod(0o755)

    with not_root(), pytest.raises(SettingsError) as caught:
        load_settings()

    assert str(caught.value) == (
        ".env: cannot be read (Permission denied); mend its permissions or remove it"
    )


@contextmanager
def not_root() -> Iterator[None]:
    """Give up root's power to read everything, where the tests run as root."""
    user = os.geteuid()
    os.seteuid(NOBODY if user == 0 else user)
    try:
        yield
    finally:
        os.seteuid(user)
