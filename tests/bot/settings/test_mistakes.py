"""What is said of a mistake in the settings."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.settings import misspelt_settings
from tests.bot.keys import KEY, OTHER_KEY
from tests.bot.settings.environment import loaded, problem_with


@pytest.mark.parametrize(
    ("name", "value", "advice"),
    [
        ("TELEGRAM_TOKEN", "my bot's token", "copy it from @BotFather"),
        ("TELEGRAM_TOKEN", "'123:abc'", "without quotes"),
        ("TELEGRAM_TOKEN", "123:abc/../def", "copy it from @BotFather"),
        ("TELEGRAM_API", "api.telegram.org", "https://api.telegram.org"),
        ("TELEGRAM_API", "ftp://api.telegram.org", "https://api.telegram.org"),
        ("TELEGRAM_API", "https://", "https://api.telegram.org"),
        ("TELEGRAM_API", "http://host:port", "look for spaces"),
        ("WEBHOOK_URL", "http://bot.example.org/", "write https://"),
        ("WEBHOOK_URL", "http://192.168.1.2/", "write https://"),
        ("WEBHOOK_URL", "http://127.0.0.1.example.org/", "write https://"),
        ("WEBHOOK_URL", "bot.example.org", "write it such as https://"),
        ("WEBHOOK_URL", "https://[::1", "look for spaces"),
        ("WEBHOOK_URL", "https://bot.example.org/a b", "look for spaces"),
        ("WEBHOOK_SECRET", "pass word!", "1 to 256 letters"),
        ("WEBHOOK_SECRET", "x" * 257, "1 to 256 letters"),
        ("LISTEN", "8080", "127.0.0.1:8080"),
        ("LISTEN", ":8080", "127.0.0.1:8080"),
        ("LISTEN", "127.0.0.1", "127.0.0.1:8080"),
        ("LISTEN", "127.0.0.1:http", "127.0.0.1:8080"),
        ("LISTEN", "::1:8080", "[::1]:8080"),
        ("LISTEN", "http://127.0.0.1:8080", "127.0.0.1:8080"),
        ("LISTEN", "127.0.0.1:65536", "0 to 65535"),
        ("DATABASE_URL", "mysql://u:p@host/db", "postgresql://USER"),
        ("DATABASE_URL", "postgresql+asyncpg://u:p@host/db", "postgresql://USER"),
        ("DATABASE_URL", "postgresql://u:p@host:port/db", "look for spaces"),
        ("DATABASE_URL", "consult.db", "sqlite:///FILE"),
        ("DATABASE_URL", "sqlite://", "sqlite:///tace-consult.db"),
        ("DATABASE_URL", "sqlite:///", "sqlite:///tace-consult.db"),
        ("DATABASE_URL", "sqlite:///:memory:", "TACE_RETENTION=none"),
        ("DATABASE_URL", "sqlite:///file:consult.db?uri=true", "sqlite:///tace-consult.db"),
        ("RETENTION", "24", "24h or 7d, or none"),
        ("RETENTION", "0h", "24h or 7d, or none"),
        ("RETENTION", "-1d", "24h or 7d, or none"),
        ("RETENTION", "999999d", "24h or 7d, or none"),
        ("RETENTION", "a week", "24h or 7d, or none"),
        ("ENCRYPTION_KEYS", ",", "openssl rand -base64 32"),
        ("ENCRYPTION_KEYS", "a password", "openssl rand -base64 32"),
        ("ENCRYPTION_KEYS", KEY[:-4], "openssl rand -base64 32"),
        ("ENCRYPTION_KEYS", f"{KEY};{OTHER_KEY}", "openssl rand -base64 32"),
        ("ACCESS", "closed", "open, allowlist or invite"),
        ("ALLOWED_USERS", "7 8", "such as 123456789,987654321"),
        ("ALLOWED_USERS", "@doctor", "such as 123456789,987654321"),
        ("ADMINS", "7,,8", "such as 123456789,987654321"),
        ("RATE_LIMIT", "-1", "0 for no limit"),
        ("RATE_LIMIT", "many", "0 for no limit"),
        ("RATE_LIMIT", "1.5", "0 for no limit"),
        ("LOG", "verbose", "debug, info, warning or error"),
    ],
)
def test_a_mistake_is_told_in_one_line_with_its_variable_and_its_remedy(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, advice: str
) -> None:
    problem = problem_with(monkeypatch, {name: value})

    assert problem.startswith(f"TACE_{name}: ")
    assert advice in problem
    assert "\n" not in problem


@pytest.mark.parametrize(
    ("variables", "problem"),
    [
        (
            {"DATABASE_URL": "postgresql://u:p@db/tace"},
            "TACE_ENCRYPTION_KEYS: not set, and PostgreSQL's records are encrypted with it",
        ),
        ({"ACCESS": "invite"}, "TACE_ADMINS: not set, so nobody could invite"),
        ({"ACCESS": "invite", "ALLOWED_USERS": "7"}, "TACE_ADMINS: not set, so nobody"),
        ({"ACCESS": "allowlist"}, "TACE_ADMINS: nobody may use the bot"),
    ],
)
def test_settings_that_cannot_stand_together_name_the_one_that_is_missing(
    monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], problem: str
) -> None:
    assert problem_with(monkeypatch, variables).startswith(problem)


@pytest.mark.parametrize("named", ["ALLOWED_USERS", "ADMINS"])
def test_an_allow_list_needs_somebody_on_it(monkeypatch: pytest.MonkeyPatch, named: str) -> None:
    assert loaded(monkeypatch, {"ACCESS": "allowlist", named: "7"}).access == "allowlist"


def test_all_mistakes_are_told_at_once_one_line_each(monkeypatch: pytest.MonkeyPatch) -> None:
    problem = problem_with(monkeypatch, {"TELEGRAM_TOKEN": "?", "LISTEN": "?", "LOG": "?"})

    names = [line.partition(":")[0] for line in problem.splitlines()]
    assert names == ["TACE_TELEGRAM_TOKEN", "TACE_LISTEN", "TACE_LOG"]


def test_a_misspelt_setting_is_told_with_the_one_that_was_meant(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("TACE_ACESS", "allowlist")
    monkeypatch.setenv("tace_listen", "127.0.0.1:1")
    Path(".env").write_text("TACE_COLOUR=red\nOTHER_PROGRAM=1\n", encoding="utf-8")

    assert misspelt_settings() == [
        "TACE_ACESS: no such setting; write TACE_ACCESS",
        "TACE_COLOUR: no such setting; docs/settings.md lists them all",
    ]
