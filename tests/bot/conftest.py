"""Real databases for every test of the bot, and logs that are cheap to write."""

from __future__ import annotations

import asyncio
import logging
import shutil
from typing import TYPE_CHECKING

import pytest
import structlog

from bot import verifying
from bot.storage.migrate import upgrade
from tests.bot.postgresql import PostgreSQL, postgresql

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(autouse=True)
def _a_home_of_its_own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Let no test make a key file among the configuration of whoever runs it."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "configuration"))


@pytest.fixture(autouse=True)
def _plain_logs() -> None:
    """Write logs as they are: drawing one traceback in colors takes seconds of a slow machine."""
    structlog.reset_defaults()  # where a test before had them written may be closed
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.format_exc_info,
            structlog.processors.LogfmtRenderer(key_order=("level", "event")),
        ]
    )


@pytest.fixture
def logging_put_back() -> Iterator[None]:
    """Leave logging as it was, whatever the test switches on: it belongs to the whole process."""
    root = logging.root
    factory, handlers, level = logging.getLogRecordFactory(), root.handlers[:], root.level
    levels = {name: logging.getLogger(name).level for name in list(root.manager.loggerDict)}
    yield
    logging.setLogRecordFactory(factory)
    root.handlers[:] = handlers
    root.setLevel(level)
    for name in list(root.manager.loggerDict):
        logging.getLogger(name).setLevel(levels.get(name, logging.NOTSET))


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[PostgreSQL]:
    """Run one server for this test process."""
    with postgresql() as server:
        yield server


@pytest.fixture
def postgresql_url(postgresql_server: PostgreSQL) -> Iterator[str]:
    """Make an empty PostgreSQL database for one test."""
    with postgresql_server.schema() as url:
        yield url


@pytest.fixture
def sqlite_url(tmp_path: Path) -> str:
    """Name a SQLite file, not there yet, for one test."""
    return f"sqlite:///{tmp_path}/records/consult.db"


@pytest.fixture(scope="session")
def _migrated_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a SQLite file as the bot's first start leaves it, once for this test process."""
    file = tmp_path_factory.mktemp("migrated") / "consult.db"
    asyncio.run(upgrade(f"sqlite:///{file}"))
    return file


@pytest.fixture
def ready_sqlite_url(sqlite_url: str, tmp_path: Path, _migrated_file: Path) -> str:
    """Name a SQLite file that is as new for one test that migrates nothing."""
    shutil.copytree(_migrated_file.parent, tmp_path / "records")
    return sqlite_url


@pytest.fixture
def checked_afresh() -> Iterator[None]:
    """Let the rules be checked in this test, and forget what it made of them."""
    verifying.all_checks.cache_clear()
    yield
    verifying.all_checks.cache_clear()


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest) -> str:
    """Run the test once with each kind of database, both empty at first."""
    url: str = request.getfixturevalue(f"{request.param}_url")
    return url
