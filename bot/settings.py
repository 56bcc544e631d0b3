"""What an operator sets, by environment variables that start with `TACE_` or by a `.env` file."""

from __future__ import annotations

import os
from datetime import timedelta
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

from dotenv.parser import parse_stream
from pydantic import (
    BeforeValidator,
    Field,
    SecretBytes,
    SecretStr,
    ValidationError,
    ValidationInfo,
    field_validator,
)
from pydantic_core import PydanticCustomError
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from bot import settings_values as values
from bot.settings_errors import PREFIX, SettingsError, as_settings_error

if TYPE_CHECKING:
    from collections.abc import Callable

    from dotenv.parser import Original

ENV_FILE = ".env"


def _written(parse: Callable[[str], Any]) -> BeforeValidator:
    """Parse what is written in a variable; a value handed over in Python is already one."""
    return BeforeValidator(lambda value: parse(value.strip()) if isinstance(value, str) else value)


def _default_database() -> SecretStr:
    return SecretStr(values.database_url(values.default_database_url()))


class Settings(BaseSettings):
    """Every setting of this release; an empty variable counts as not set."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX,
        env_file=ENV_FILE,
        env_file_encoding="utf-8",
        env_ignore_empty=True,
        extra="ignore",  # .env may hold variables of other programs
        frozen=True,
        use_attribute_docstrings=True,
    )

    telegram_token: Annotated[SecretStr | None, _written(values.bot_token)] = None
    """The bot's token from @BotFather. Without it only the terminal consult runs."""

    telegram_api: Annotated[str, _written(values.api_url)] = "https://api.telegram.org"
    """Base URL of the Bot API server, without a slash at its end."""

    webhook_url: Annotated[str | None, _written(values.webhook_url)] = None
    """Where Telegram sends updates. Without it the bot asks for them (long polling)."""

    webhook_secret: Annotated[SecretStr | None, _written(values.webhook_secret)] = None
    """What Telegram sends along to show that an update comes from it."""

    listen: Annotated[values.Address, NoDecode, _written(values.address)] = values.Address(
        "127.0.0.1", 8080
    )
    """Where the web endpoint listens: webhook, health and metrics."""

    database_url: Annotated[SecretStr, _written(values.database_url)] = Field(
        default_factory=_default_database
    )
    """SQLite file or PostgreSQL database, with its asynchronous driver; may hold a password.

    By default SQLite in the user's data directory, so that the bot finds its records again from
    whichever directory it is started in."""

    encryption_keys: Annotated[
        tuple[SecretBytes, ...], NoDecode, _written(values.encryption_keys)
    ] = Field(default=(), validate_default=True)
    """Keys of the records: the first encrypts, all decrypt. With SQLite they may be in a file."""

    retention: Annotated[timedelta | None, _written(values.retention)] = timedelta(hours=24)
    """How long a consult is kept after its last answer; None keeps it in memory alone."""

    access: Annotated[values.Access, _written(values.access)] = values.Access.OPEN
    """Who may use the bot: open, allowlist or invite."""

    allowed_users: Annotated[frozenset[int], NoDecode, _written(values.user_ids)] = frozenset()
    """Telegram's ids of those who may use the bot where not everybody may."""

    admins: Annotated[frozenset[int], NoDecode, _written(values.user_ids)] = Field(
        default=frozenset(), validate_default=True
    )
    """Telegram's ids of those who may use the bot and decide who else may."""

    rate_limit: Annotated[int, _written(values.updates_a_minute)] = 120
    """Updates a minute taken from one user; 0 is no limit. Nobody taps twice a second for long."""

    log: Annotated[str, _written(values.log_level)] = "info"
    """The least severe level that is logged: debug, info, warning or error."""

    @property
    def key_file(self) -> Path:
        """Where the key is kept that no setting names; made on the first start with SQLite."""
        return values.default_key_file()

    @field_validator("encryption_keys")
    @classmethod
    def _postgresql_needs_a_key(
        cls, keys: tuple[SecretBytes, ...], info: ValidationInfo
    ) -> tuple[SecretBytes, ...]:
        database = info.data.get("database_url")
        if not keys and database and database.get_secret_value().startswith("postgresql"):
            raise PydanticCustomError(
                "setting",
                "not set, and PostgreSQL's records are encrypted with it; make a key with: "
                "openssl rand -base64 32, and keep it apart from the database",
            )
        return keys

    @field_validator("admins")
    @classmethod
    def _somebody_may_enter(cls, admins: frozenset[int], info: ValidationInfo) -> frozenset[int]:
        access, allowed = info.data.get("access"), info.data.get("allowed_users")
        if access is values.Access.INVITE and not admins:
            raise PydanticCustomError(
                "setting",
                "not set, so nobody could invite; name an administrator by Telegram's user id",
            )
        if access is values.Access.ALLOWLIST and not admins and not allowed:
            raise PydanticCustomError(
                "setting",
                "nobody may use the bot; name somebody here or in TACE_ALLOWED_USERS",
            )
        return admins


def load_settings() -> Settings:
    """Read the environment and `.env` in the current directory.

    Raises `SettingsError`, which lists every problem there is.
    """
    _env_file_names(Path(ENV_FILE))
    try:
        return Settings()
    except ValidationError as error:
        # Without the cause: pydantic's own text quotes the values, secret ones too.
        raise as_settings_error(error) from None


def misspelt_settings() -> list[str]:
    """Return one line for each variable that is written like a setting and is none.

    Nobody may rely on one: with `TACE_ACESS` the bot would be open to everybody.
    """
    known = [f"{PREFIX}{name.upper()}" for name in Settings.model_fields]
    written = {name.upper() for name in (*os.environ, *_env_file_names(Path(ENV_FILE)))}
    strange = sorted(name for name in written if name.startswith(PREFIX) and name not in known)
    return [f"{name}: no such setting; {_mended(name, known)}" for name in strange]


def _mended(name: str, known: list[str]) -> str:
    similar = get_close_matches(name, known, n=1, cutoff=0.8)
    return f"write {similar[0]}" if similar else "docs/settings.md lists them all"


def _env_file_names(path: Path) -> list[str]:
    """Return the variables that the file sets.

    Raises `SettingsError` for a file that would be skipped in part, or end in a traceback, when
    read for real.
    """
    try:
        if not path.is_file():
            return []
        with path.open(encoding="utf-8") as stream:
            lines = list(parse_stream(stream))
    except UnicodeDecodeError:
        raise SettingsError(f"{path}: not text in UTF-8; save it as UTF-8") from None
    except OSError as error:
        raise SettingsError(
            f"{path}: cannot be read ({error.strerror}); mend its permissions or remove it"
        ) from None
    problems = [
        f"{path}: line {_number(line.original)} is not NAME=VALUE; mend or remove it"
        for line in lines
        if line.error or (line.key is not None and line.value is None)
    ]
    if problems:
        raise SettingsError(*problems)
    return [line.key for line in lines if line.key is not None]


def _number(statement: Original) -> int:
    """Count from 1 to the line itself; the parser counts to the blank lines before it."""
    text = statement.string
    blank = text[: len(text) - len(text.lstrip())]
    return statement.line + blank.count("\n")
