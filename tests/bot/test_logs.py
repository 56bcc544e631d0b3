"""Logs and figures hold no token, no text and no answer, whatever is switched on."""

import asyncio
import io
import logging
import sys
from pathlib import Path

import pytest
import structlog

from bot.logs import log_to_stderr, what
from tests.bot.commands.processes import ended, process_of
from tests.bot.telegram.conftest import bot_on
from tests.bot.telegram.people import started
from tests.bot.telegram.whole_consult import to_the_report
from tests.bot.web.requests import get
from tests.telegram_stub import RefusedError, TelegramStub, User

TOKEN = "123456789:CANARYofTHEtoken"  # noqa: S105 - it opens nothing but the stub
NAME = "CanaryOfTheName"
TEXT = "canary of the text"
LIBRARIES = (
    "aiohttp",
    "alembic",
    "asyncio",
    "psycopg",
    "sqlalchemy",
    "sqlalchemy.engine",
    "sqlalchemy.pool",
    "telegram",
    "telegram.Bot",
    "uvicorn",
    "uvicorn.access",
    "uvicorn.error",
)


def _is_clean(written: str, codes: set[str]) -> None:
    lowered = written.lower()
    assert TOKEN.lower() not in lowered
    assert TOKEN.partition(":")[2].lower() not in lowered
    assert NAME.lower() not in lowered
    assert TEXT not in lowered
    assert "mrecist" not in lowered
    assert "refractory" not in lowered
    assert not [code for code in codes if code in written]


async def _consult_with_everything(telegram: TelegramStub, user: User) -> set[str]:
    """Tap, type, ask inline, go wrong; return every case code that was ever on a button."""
    chat = user.private_chat()
    await started(telegram, user)
    await user.sends(TEXT, chat=chat)
    await telegram.screen(chat)
    await user.sends(f"/start {TEXT.replace(' ', '_')}", chat=chat)
    await telegram.screen(chat)
    telegram.fail_next("editMessageText", 1, RefusedError(400, f"Bad Request: {TEXT}"))
    telegram.fail_next("answerCallbackQuery", 1, "drop")
    await user.taps("3")
    await telegram.quiet()
    await user.sends("/new", chat=chat)
    await to_the_report(telegram, user)
    await user.asks_inline(TEXT)
    return {
        str(button.callback_data).partition(".")[0]
        for message in chat.history()
        for version in message.versions
        if version.keyboard is not None
        for row in version.keyboard.rows
        for button in row
        if str(button.callback_data).startswith("a")
    }


@pytest.mark.usefixtures("logging_put_back")
@pytest.mark.parametrize("webhook", [False, True])
async def test_a_whole_consult_leaves_nothing_in_the_logs_with_every_library_at_debug(
    sqlite_url: str, monkeypatch: pytest.MonkeyPatch, *, webhook: bool
) -> None:
    written, elsewhere = io.StringIO(), io.StringIO()
    monkeypatch.setattr(sys, "stderr", written)
    logging.root.handlers[:] = [logging.StreamHandler(elsewhere)]
    log_to_stderr("debug")
    logging.root.setLevel(logging.DEBUG)
    for name in LIBRARIES:
        logging.getLogger(name).setLevel(logging.DEBUG)
    asyncio.get_running_loop().set_debug(enabled=True)
    async with TelegramStub(TOKEN) as telegram:
        user = telegram.user(id=7, first_name=NAME)
        async with bot_on(telegram, sqlite_url, webhook=webhook, web=True)() as url:
            codes = await _consult_with_everything(telegram, user)
            figures = (await get(f"{url}/metrics")).body

    assert codes
    assert "an update failed" in written.getvalue()
    assert elsewhere.getvalue()
    _is_clean(written.getvalue(), codes)
    _is_clean(elsewhere.getvalue(), codes)
    assert not [code for code in codes if code in figures]
    assert TOKEN not in figures
    assert NAME not in figures
    assert TEXT not in figures


async def test_a_process_leaves_nothing_on_its_standard_error_at_debug(tmp_path: Path) -> None:
    async with (
        TelegramStub(TOKEN) as telegram,
        process_of(
            "run",
            folder=tmp_path,
            TACE_TELEGRAM_TOKEN=TOKEN,
            TACE_TELEGRAM_API=telegram.base_url,
            TACE_LOG="debug",
            TACE_LISTEN="127.0.0.1:0",
            PYTHONASYNCIODEBUG="1",
        ) as process,
    ):
        codes = await _consult_with_everything(telegram, telegram.user(id=7, first_name=NAME))
        process.terminate()
        run = await ended(process)

    assert run.code == 0
    assert "event=polling" in run.err
    assert "event=stopping" in run.err
    _is_clean(run.err, codes)


@pytest.mark.usefixtures("logging_put_back")
def test_a_library_is_named_with_its_place_and_its_error_but_not_quoted(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    written = io.StringIO()
    monkeypatch.setattr(sys, "stderr", written)
    logging.root.handlers.clear()
    log_to_stderr("info")
    try:
        int(TEXT)
    except ValueError:
        logging.getLogger("some.library").exception("it said %s", TEXT)
        structlog.get_logger().exception("ours")

    library, ours = written.getvalue().splitlines()
    assert "logger=some.library" in library
    assert "ValueError" in library
    assert "event=ours" in ours
    assert "tests/bot/test_logs.py" in ours
    assert TEXT not in written.getvalue()


def test_an_exception_is_named_with_where_it_came_from() -> None:
    error = ValueError(TEXT)

    assert what(error) == "ValueError"
