"""`run`: the bot as a process, and every way in which it cannot start."""

import signal
import socket
from pathlib import Path

import pytest

from tests.bot.commands.processes import ended, start
from tests.bot.telegram.people import doctor, started
from tests.telegram_stub import TelegramStub

REFUSED = "999:REFUSED"


def free_address() -> str:
    """Return an address on the loopback that nobody listens at now."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return f"127.0.0.1:{probe.getsockname()[1]}"


async def test_without_a_token_it_says_so_in_one_line_and_holds_a_consult(tmp_path: Path) -> None:
    process = await start("run", folder=tmp_path)
    run = await ended(process, "3\nSD\nq\n")

    assert run.code == 0
    assert run.err.count("\n") == 1
    assert "TACE_TELEGRAM_TOKEN" in run.err
    assert "share of enhancing tumor" in run.out


async def test_check_without_a_token_announces_no_consult(tmp_path: Path) -> None:
    run = await ended(await start("run", "--check", folder=tmp_path))

    assert (run.code, run.out) == (0, "")
    assert run.err == "TACE_TELEGRAM_TOKEN is not set, so no bot runs; every setting is readable.\n"


@pytest.mark.parametrize("webhook", [False, True])
async def test_the_bot_answers_and_ends_on_sigterm(tmp_path: Path, *, webhook: bool) -> None:
    async with TelegramStub() as telegram:
        user, _ = doctor(telegram)
        address = free_address()
        process = await start(
            "run",
            folder=tmp_path,
            TACE_TELEGRAM_TOKEN=telegram.token,
            TACE_TELEGRAM_API=telegram.base_url,
            TACE_LISTEN=address,
            TACE_WEBHOOK_URL=f"http://{address}/telegram" if webhook else "",
        )
        screen = await started(telegram, user)
        process.send_signal(signal.SIGTERM)
        run = await ended(process)

    assert "how many TACE sessions" in screen.text
    assert run.code == 0
    assert telegram.token not in run.err
    assert "Traceback" not in run.err


async def test_a_token_that_telegram_refuses_is_said_in_one_line(tmp_path: Path) -> None:
    async with TelegramStub() as telegram:
        process = await start(
            "run",
            folder=tmp_path,
            TACE_TELEGRAM_TOKEN=REFUSED,
            TACE_TELEGRAM_API=telegram.base_url,
        )
        run = await ended(process)

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
async def test_a_setting_that_cannot_be_used_is_named_in_one_line(
    tmp_path: Path, setting: str, value: str
) -> None:
    async with TelegramStub() as telegram:
        environment = {
            "TACE_TELEGRAM_TOKEN": telegram.token,
            "TACE_TELEGRAM_API": telegram.base_url,
            setting: value,
        }
        run = await ended(await start("run", folder=tmp_path, **environment))

    assert run.code == 2
    assert run.err.splitlines()[-1].startswith("tace-consult: " + setting)
    assert "Traceback" not in run.err


@pytest.mark.parametrize("url", ["", "https://bot.example.org/telegram"])
async def test_check_looks_at_everything_changes_nothing_and_exits(
    tmp_path: Path, url: str
) -> None:
    async with TelegramStub() as telegram:
        process = await start(
            "run",
            "--check",
            folder=tmp_path,
            TACE_TELEGRAM_TOKEN=telegram.token,
            TACE_TELEGRAM_API=telegram.base_url,
            TACE_LISTEN=free_address(),
            TACE_WEBHOOK_URL=url,
        )
        run = await ended(process)
        called = {call.method for call in telegram.calls}

    assert (run.code, run.out) == (0, "Settings, address, records and token are fine.\n")
    assert called == {"getMe"}


@pytest.mark.parametrize("check", [(), ("--check",)])
async def test_an_address_that_is_taken_is_said_in_one_line(
    tmp_path: Path, check: tuple[str, ...]
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        async with TelegramStub() as telegram:
            process = await start(
                "run",
                *check,
                folder=tmp_path,
                TACE_TELEGRAM_TOKEN=telegram.token,
                TACE_TELEGRAM_API=telegram.base_url,
                TACE_LISTEN=f"127.0.0.1:{taken.getsockname()[1]}",
            )
            run = await ended(process)

    assert run.code == 2
    assert run.err.count("\n") == 1
    assert run.err.startswith("tace-consult: TACE_LISTEN: cannot listen on 127.0.0.1:")


async def test_a_webhook_that_telegram_refuses_is_said_in_one_line(tmp_path: Path) -> None:
    async with TelegramStub() as telegram:
        process = await start(
            "run",
            folder=tmp_path,
            TACE_TELEGRAM_TOKEN=telegram.token,
            TACE_TELEGRAM_API=telegram.base_url,
            TACE_LISTEN=free_address(),
            TACE_WEBHOOK_URL="https://bot.example.org:8444/telegram",
        )
        run = await ended(process)

    assert run.code == 2
    last = run.err.splitlines()[-1]
    assert last.startswith("tace-consult: TACE_WEBHOOK_URL: Telegram refuses it")
    assert "8443" in last
