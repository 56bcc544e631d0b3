"""`db`: the commands around the database, with the settings of this environment."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.bot.keys import KEY, OTHER_KEY

if TYPE_CHECKING:
    from pathlib import Path

    from tests.bot.commands.conftest import CommandLine


@pytest.fixture(autouse=True)
def elsewhere(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Work in a folder without an `.env`, on a database of its own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TACE_DATABASE_URL", f"sqlite:///{tmp_path}/consult.db")


def test_upgrade_makes_the_database_and_says_so(tace_consult: CommandLine, tmp_path: Path) -> None:
    finished = tace_consult("db", "upgrade")

    assert finished.code == 0
    assert finished.out.startswith("The database schema went from nothing to ")
    assert (tmp_path / "consult.db").exists()


def test_purge_says_how_much_it_deleted(tace_consult: CommandLine) -> None:
    finished = tace_consult("db", "purge")

    assert finished.code == 0
    assert finished.out == "Consults past their retention, now deleted: 0.\n"


def test_rotate_says_how_much_it_encrypted_anew(
    tace_consult: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TACE_ENCRYPTION_KEYS", KEY)
    tace_consult("db", "purge")
    monkeypatch.setenv("TACE_ENCRYPTION_KEYS", f"{OTHER_KEY},{KEY}")

    finished = tace_consult("db", "rotate")

    assert finished.code == 0
    assert finished.out == "Values encrypted anew with the first key: 1.\n"


@pytest.mark.parametrize("command", ["purge", "rotate"])
def test_the_wrong_key_is_told_in_one_line(
    tace_consult: CommandLine, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    monkeypatch.setenv("TACE_ENCRYPTION_KEYS", KEY)
    tace_consult("db", "purge")
    monkeypatch.setenv("TACE_ENCRYPTION_KEYS", OTHER_KEY)

    finished = tace_consult("db", command)

    assert finished.code == 2
    assert finished.err == (
        "tace-consult: TACE_ENCRYPTION_KEYS: the records were encrypted with a key that is not"
        " among these; add it again, after the first one\n"
    )


def test_a_server_without_a_key_is_refused_in_one_line(
    tace_consult: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TACE_DATABASE_URL", "postgresql://bot@localhost/consult")

    finished = tace_consult("db", "upgrade")

    assert finished.code == 2
    assert finished.err.startswith("tace-consult: TACE_ENCRYPTION_KEYS: not set, and PostgreSQL's")
    assert len(finished.err.splitlines()) == 1


@pytest.mark.parametrize("command", ["upgrade", "purge", "rotate"])
def test_a_setting_to_be_mended_is_named_in_one_line(
    tace_consult: CommandLine, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    monkeypatch.setenv("TACE_DATABASE_URL", "mysql://localhost/consult")
    monkeypatch.setenv("TACE_RETENTION", "a day")

    finished = tace_consult("db", command)

    assert finished.code == 2
    assert "TACE_DATABASE_URL: not a database this program can use" in finished.err
    assert "TACE_RETENTION: not a length of time" in finished.err
    assert len(finished.err.splitlines()) == 1


@pytest.mark.parametrize("command", ["upgrade", "purge", "rotate"])
def test_a_database_that_cannot_be_used_is_told_in_one_line(
    tace_consult: CommandLine, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, command: str
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("TACE_DATABASE_URL", f"sqlite:///{tmp_path}/file/consult.db")

    finished = tace_consult("db", command)

    assert finished.code == 2
    assert finished.err.startswith("tace-consult: TACE_DATABASE_URL: the database cannot be used: ")
    assert finished.err.endswith("; mend that, or name another one\n")
    assert len(finished.err.splitlines()) == 1
