"""`run`: the bot as a process, and every way in which it cannot start."""

from __future__ import annotations

import signal
import socket
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from anyio.from_thread import start_blocking_portal

from tests.bot.commands.processes import Ended, ended, process_of
from tests.bot.telegram.people import doctor, started
from tests.telegram_stub import Screen, TelegramStub

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.bot.commands.conftest import CommandLine

REFUSED = "999:REFUSED"

STRANGERS = {
    "alembic.command",
    "click",
    "greenlet._greenlet",
    "httpx._client",
    "psycopg",
    "rich.console",
    "sqlalchemy.dialects.postgresql.base",
    "telegram.ext._application",
}
"""Of what libraries would load, and a bot on SQLite never uses."""


def free_address() -> str:
    """Return an address on the loopback that nobody listens at now."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return f"127.0.0.1:{probe.getsockname()[1]}"


@pytest.fixture
def telegram_beside(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, logging_put_back: None
) -> Iterator[TelegramStub]:
    """Run the stub in a thread beside the command, whose settings lead to it."""
    del logging_put_back
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    with (
        start_blocking_portal() as portal,
        portal.wrap_async_context_manager(TelegramStub()) as telegram,
    ):
        monkeypatch.setenv("TACE_TELEGRAM_TOKEN", telegram.token)
        monkeypatch.setenv("TACE_TELEGRAM_API", telegram.base_url)
        monkeypatch.setenv("TACE_LISTEN", free_address())
        yield telegram


async def test_without_a_token_it_says_so_in_one_line_and_holds_a_consult(tmp_path: Path) -> None:
    async with process_of("run", folder=tmp_path) as process:
        run = await ended(process, "3\nSD\nq\n")

    assert run.code == 0
    assert run.err.count("\n") == 1
    assert "TACE_TELEGRAM_TOKEN" in run.err
    assert "share of enhancing tumor" in run.out


async def test_check_without_a_token_announces_no_consult(tmp_path: Path) -> None:
    async with process_of("run", "--check", folder=tmp_path) as process:
        run = await ended(process)

    assert (run.code, run.out) == (0, "")
    assert run.err == "TACE_TELEGRAM_TOKEN is not set, so no bot runs; every setting is readable.\n"


@dataclass(frozen=True)
class Service:
    """What came of a bot that was started with Telegram beside it, and told to end."""

    screen: Screen
    ended: Ended
    token: str


async def served(folder: Path, address: str, **settings: str) -> Service:
    """Run the bot as a process until somebody has begun a consult, and end it with SIGTERM."""
    async with (
        TelegramStub() as telegram,
        process_of(
            "run",
            folder=folder,
            TACE_TELEGRAM_TOKEN=telegram.token,
            TACE_TELEGRAM_API=telegram.base_url,
            TACE_LISTEN=address,
            **settings,
        ) as process,
    ):
        user, _ = doctor(telegram)
        screen = await started(telegram, user)
        process.send_signal(signal.SIGTERM)
        return Service(screen, await ended(process), telegram.token)


@pytest.mark.parametrize("webhook", [False, True])
async def test_the_bot_answers_and_ends_on_sigterm(tmp_path: Path, *, webhook: bool) -> None:
    address = free_address()
    url = f"http://{address}/telegram" if webhook else ""
    service = await served(tmp_path, address, TACE_WEBHOOK_URL=url)

    assert "how many TACE sessions" in service.screen.text
    assert service.ended.code == 0
    assert service.token not in service.ended.err
    assert "Traceback" not in service.ended.err


async def test_a_running_bot_on_sqlite_loads_nothing_that_it_does_without(tmp_path: Path) -> None:
    service = await served(tmp_path, free_address(), PYTHONPROFILEIMPORTTIME="1")

    loaded = {line.rpartition("|")[2].strip() for line in service.ended.err.splitlines()}
    assert {"telegram", "sqlalchemy.sql.compiler", "uvicorn.server", "structlog"} <= loaded
    assert loaded.isdisjoint(STRANGERS)


def test_a_token_that_telegram_refuses_is_said_in_one_line(
    telegram_beside: TelegramStub, tace_consult: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TACE_TELEGRAM_TOKEN", REFUSED)

    run = tace_consult("run")

    assert telegram_beside.token != REFUSED
    assert run.code == 2
    assert run.err.count("\n") == 1
    assert "TACE_TELEGRAM_TOKEN" in run.err
    assert REFUSED not in run.err


@pytest.mark.parametrize(
    ("setting", "value"),
    [
        ("TACE_TELEGRAM_API", "http://127.0.0.1:9"),
        ("TACE_DATABASE_URL", "sqlite:////dev/null/nowhere.db"),
        ("TACE_DATABASE_URL", "mysql://somewhere"),
        ("TACE_RETENTION", "a while"),
        ("TACE_WEBHOOK_URL", "http://example.org/hook"),
        ("TACE_WEBHOOK_URL", "https://example.org/metrics"),
        ("TACE_WEBHOOK_SECRET", "not a secret!"),
        ("TACE_LISTEN", "203.0.113.1:80"),
    ],
)
@pytest.mark.usefixtures("telegram_beside")
def test_a_setting_that_cannot_be_used_is_named_in_one_line(
    tace_consult: CommandLine, monkeypatch: pytest.MonkeyPatch, setting: str, value: str
) -> None:
    monkeypatch.setenv(setting, value)

    run = tace_consult("run")

    assert run.code == 2
    assert run.err.splitlines()[-1].startswith("tace-consult: " + setting)
    assert "Traceback" not in run.err


@pytest.mark.parametrize("url", ["", "https://bot.example.org/telegram"])
def test_check_looks_at_everything_changes_nothing_and_exits(
    telegram_beside: TelegramStub,
    tace_consult: CommandLine,
    monkeypatch: pytest.MonkeyPatch,
    url: str,
) -> None:
    monkeypatch.setenv("TACE_WEBHOOK_URL", url)

    run = tace_consult("run", "--check")

    assert (run.code, run.out) == (0, "Settings, address, records and token are fine.\n")
    assert {call.method for call in telegram_beside.calls} == {"getMe"}


@pytest.mark.parametrize("check", [(), ("--check",)])
@pytest.mark.usefixtures("telegram_beside")
def test_an_address_that_is_taken_is_said_in_one_line(
    tace_consult: CommandLine, monkeypatch: pytest.MonkeyPatch, check: tuple[str, ...]
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        monkeypatch.setenv("TACE_LISTEN", f"127.0.0.1:{taken.getsockname()[1]}")
        run = tace_consult("run", *check)

    assert run.code == 2
    assert run.err.count("\n") == 1
    assert run.err.startswith("tace-consult: TACE_LISTEN: cannot listen on 127.0.0.1:")


@pytest.mark.usefixtures("telegram_beside")
def test_a_webhook_that_telegram_refuses_is_said_in_one_line(
    tace_consult: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TACE_WEBHOOK_URL", "https://bot.example.org:8444/telegram")

    run = tace_consult("run")

    assert run.code == 2
    last = run.err.splitlines()[-1]
    assert last.startswith("tace-consult: TACE_WEBHOOK_URL: Telegram refuses it")
    assert "8443" in last
