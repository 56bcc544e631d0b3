"""No setting of the machine that the tests run on."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(autouse=True)
def _nothing_set(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Start every test in an empty folder and without a setting of the machine it runs on."""
    for name in os.environ:
        if name.upper().startswith("TACE_"):
            monkeypatch.delenv(name)
    monkeypatch.setenv("XDG_DATA_HOME", "/home/nurse/data")
    monkeypatch.setenv("XDG_CONFIG_HOME", "/home/nurse/configuration")
    monkeypatch.chdir(tmp_path)
