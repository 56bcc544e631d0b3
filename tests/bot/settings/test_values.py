"""What the settings are understood to be."""

from __future__ import annotations

import subprocess
import sys
from base64 import b64decode
from datetime import timedelta
from pathlib import Path

import pytest

from bot.settings import load_settings
from tests.bot.keys import KEY, OTHER_KEY
from tests.bot.settings.environment import FROM_BOTFATHER, loaded


def test_nothing_need_be_set() -> None:
    settings = load_settings()

    assert settings.telegram_token is None
    assert settings.telegram_api == "https://api.telegram.org"
    assert settings.webhook_url is None
    assert settings.webhook_secret is None
    assert settings.listen == ("127.0.0.1", 8080)
    assert settings.database_url.get_secret_value() == (
        "sqlite:////home/nurse/data/tace-consult/tace-consult.db"
    )
    assert settings.retention == timedelta(hours=24)
    assert settings.encryption_keys == ()
    assert settings.key_file == Path("/home/nurse/configuration/tace-consult/encryption.key")
    assert settings.access == "open"
    assert settings.allowed_users == settings.admins == frozenset()
    assert settings.rate_limit == 120
    assert settings.log == "info"


def test_without_a_data_directory_the_database_is_in_the_home_directory(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("XDG_DATA_HOME")
    monkeypatch.setenv("HOME", "/home/doctor")

    assert load_settings().database_url.get_secret_value() == (
        "sqlite:////home/doctor/.local/share/tace-consult/tace-consult.db"
    )


def test_the_environment_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    settings = loaded(
        monkeypatch,
        {
            "TELEGRAM_TOKEN": FROM_BOTFATHER,
            "TELEGRAM_API": "http://127.0.0.1:8081/",
            "WEBHOOK_URL": "https://bot.example.org/telegram",
            "WEBHOOK_SECRET": "a-secret_1",
            "LISTEN": "192.0.2.1:80",
            "DATABASE_URL": "sqlite:///consult.db",
            "RETENTION": "7d",
            "ENCRYPTION_KEYS": f"{KEY}, {OTHER_KEY}",
            "ACCESS": "Invite",
            "ALLOWED_USERS": "7, 8",
            "ADMINS": "9",
            "RATE_LIMIT": "0",
            "LOG": "WARNING",
        },
    )

    assert settings.telegram_token is not None
    assert settings.telegram_token.get_secret_value() == FROM_BOTFATHER
    assert settings.telegram_api == "http://127.0.0.1:8081"
    assert settings.webhook_url == "https://bot.example.org/telegram"
    assert settings.webhook_secret is not None
    assert settings.webhook_secret.get_secret_value() == "a-secret_1"
    assert settings.listen == ("192.0.2.1", 80)
    assert settings.database_url.get_secret_value() == "sqlite:///consult.db"
    assert settings.retention == timedelta(days=7)
    assert [key.get_secret_value() for key in settings.encryption_keys] == [
        b64decode(KEY),
        b64decode(OTHER_KEY),
    ]
    assert settings.access == "invite"
    assert settings.allowed_users == {7, 8}
    assert settings.admins == {9}
    assert settings.rate_limit == 0
    assert settings.log == "warning"


def test_an_empty_variable_counts_as_not_set(monkeypatch: pytest.MonkeyPatch) -> None:
    assert loaded(monkeypatch, {"TELEGRAM_TOKEN": "", "RETENTION": ""}) == load_settings()
    assert load_settings().telegram_token is None


def test_blanks_around_a_value_do_not_matter(monkeypatch: pytest.MonkeyPatch) -> None:
    settings = loaded(monkeypatch, {"TELEGRAM_TOKEN": f" {FROM_BOTFATHER}\n"})

    assert settings.telegram_token is not None
    assert settings.telegram_token.get_secret_value() == FROM_BOTFATHER


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("30m", timedelta(minutes=30)),
        ("24h", timedelta(hours=24)),
        ("7d", timedelta(days=7)),
        ("12H", timedelta(hours=12)),
        ("none", None),
        ("None", None),
    ],
)
def test_a_retention_is_a_length_of_time_or_none(
    monkeypatch: pytest.MonkeyPatch, text: str, length: timedelta | None
) -> None:
    assert loaded(monkeypatch, {"RETENTION": text}).retention == length


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("127.0.0.1:0", ("127.0.0.1", 0)),
        ("[::1]:8080", ("::1", 8080)),
        ("localhost:65535", ("localhost", 65535)),
    ],
)
def test_an_address_to_listen_on_is_a_host_and_a_port(
    monkeypatch: pytest.MonkeyPatch, text: str, address: tuple[str, int]
) -> None:
    assert loaded(monkeypatch, {"LISTEN": text}).listen == address


@pytest.mark.parametrize(
    ("written", "used"),
    [
        ("sqlite:///a/consult.db", "sqlite:///a/consult.db"),
        ("sqlite:////var/consult.db", "sqlite:////var/consult.db"),
        ("postgresql://u:p@db:5432/tace", "postgresql+psycopg://u:p@db:5432/tace"),
        ("postgres://u:p@db/tace", "postgresql+psycopg://u:p@db/tace"),
        ("postgresql+psycopg:///tace?host=/run", "postgresql+psycopg:///tace?host=/run"),
    ],
)
def test_a_database_is_used_with_the_driver_that_is_installed(
    monkeypatch: pytest.MonkeyPatch, written: str, used: str
) -> None:
    settings = loaded(monkeypatch, {"DATABASE_URL": written, "ENCRYPTION_KEYS": KEY})

    assert settings.database_url.get_secret_value() == used


@pytest.mark.parametrize(
    "url",
    [
        "https://bot.example.org/telegram",
        "https://bot.example.org:8443/",
        "http://127.0.0.1:8080/telegram",
        "http://localhost:8080/telegram",
        "http://[::1]:8080/telegram",
    ],
)
def test_a_webhook_is_encrypted_or_on_this_machine(
    monkeypatch: pytest.MonkeyPatch, url: str
) -> None:
    assert loaded(monkeypatch, {"WEBHOOK_URL": url}).webhook_url == url


def test_a_key_may_be_written_in_either_alphabet_of_base64(monkeypatch: pytest.MonkeyPatch) -> None:
    [plain] = loaded(monkeypatch, {"ENCRYPTION_KEYS": "+/" * 21 + "A="}).encryption_keys
    [for_urls] = loaded(monkeypatch, {"ENCRYPTION_KEYS": "-_" * 21 + "A="}).encryption_keys

    assert plain == for_urls


def test_reading_the_settings_loads_neither_database_nor_telegram() -> None:
    program = (
        "import sys, bot.settings;"
        "print(*sorted({'sqlalchemy', 'sqlmodel', 'alembic', 'telegram'} & set(sys.modules)))"
    )

    done = subprocess.run(  # noqa: S603 - our own interpreter and our own words
        [sys.executable, "-c", program],
        capture_output=True,
        check=True,
        cwd=Path(__file__).parents[3],
        text=True,
    )

    assert done.stdout.split() == []
