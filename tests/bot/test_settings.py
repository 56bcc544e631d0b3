"""Settings: what is understood, and what is said of a mistake."""

from __future__ import annotations

import os
import subprocess
import sys
import traceback
from base64 import b64decode
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot.settings import Settings, load_settings, misspelt_settings
from bot.settings_errors import SettingsError
from tests.bot.keys import KEY, OTHER_KEY

if TYPE_CHECKING:
    from collections.abc import Iterator

FROM_BOTFATHER = "123456:AAbb-cc_dd"
NOBODY = 65_534


@pytest.fixture(autouse=True)
def _nothing_set(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Start every test in an empty folder and without a setting of the machine it runs on."""
    for name in os.environ:
        if name.upper().startswith("TACE_"):
            monkeypatch.delenv(name)
    monkeypatch.setenv("XDG_DATA_HOME", "/home/nurse/data")
    monkeypatch.setenv("XDG_CONFIG_HOME", "/home/nurse/configuration")
    monkeypatch.chdir(tmp_path)


def loaded(monkeypatch: pytest.MonkeyPatch, variables: dict[str, str]) -> Settings:
    for name, value in variables.items():
        monkeypatch.setenv(f"TACE_{name}", value)
    return load_settings()


def problem_with(monkeypatch: pytest.MonkeyPatch, variables: dict[str, str]) -> str:
    with pytest.raises(SettingsError) as caught:
        loaded(monkeypatch, variables)
    return str(caught.value)


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


def test_a_key_may_be_written_in_either_alphabet_of_base64(monkeypatch: pytest.MonkeyPatch) -> None:
    [plain] = loaded(monkeypatch, {"ENCRYPTION_KEYS": "+/" * 21 + "A="}).encryption_keys
    [for_urls] = loaded(monkeypatch, {"ENCRYPTION_KEYS": "-_" * 21 + "A="}).encryption_keys

    assert plain == for_urls


def test_all_mistakes_are_told_at_once_one_line_each(monkeypatch: pytest.MonkeyPatch) -> None:
    problem = problem_with(monkeypatch, {"TELEGRAM_TOKEN": "?", "LISTEN": "?", "LOG": "?"})

    names = [line.partition(":")[0] for line in problem.splitlines()]
    assert names == ["TACE_TELEGRAM_TOKEN", "TACE_LISTEN", "TACE_LOG"]


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


def test_reading_the_settings_loads_neither_database_nor_telegram() -> None:
    program = (
        "import sys, bot.settings;"
        "print(*sorted({'sqlalchemy', 'sqlmodel', 'alembic', 'telegram'} & set(sys.modules)))"
    )

    done = subprocess.run(  # noqa: S603 -- our own interpreter and our own words
        [sys.executable, "-c", program],
        capture_output=True,
        check=True,
        cwd=Path(__file__).parents[2],
        text=True,
    )

    assert done.stdout.split() == []


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
