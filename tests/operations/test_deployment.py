"""The files that the bot is deployed with say what is so.

No container is built here; docs/operations.md says what that leaves untested.
"""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.settings import Settings
from bot.settings_errors import PREFIX

ROOT = Path(__file__).parents[2]
UNIT = ROOT / "docs" / "operations" / "tace-consult.service"
DOCKERFILE = (ROOT / "Dockerfile").read_text()
OPERATIONS = (ROOT / "docs" / "operations.md").read_text()
SETTINGS = {PREFIX + name.upper() for name in Settings.model_fields}


def compose() -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load((ROOT / "compose.yaml").read_text())
    return found


def copied() -> list[str]:
    """Return what the image takes from the repository."""
    lines = re.findall(r"^COPY (?!--from)(.+)$", DOCKERFILE, flags=re.MULTILINE)
    return [source for line in lines for source in line.split()[:-1]]


def test_everything_that_the_image_copies_is_there_and_let_through() -> None:
    let_through = (ROOT / ".dockerignore").read_text().splitlines()

    assert {"bot", "conversations", "domain", "requirements.lock"} <= set(copied())
    for source in copied():
        assert (ROOT / source).exists()
        assert f"!{source}" in let_through


def test_the_image_installs_what_is_locked_and_runs_as_nobody_in_particular() -> None:
    last_stage = DOCKERFILE.rpartition("\nFROM ")[2]

    assert "--require-hashes --requirement" in DOCKERFILE
    assert re.search(r"^USER [1-9][0-9]*:[1-9][0-9]*$", last_stage, flags=re.MULTILINE)
    assert "pip install" not in last_stage


def test_what_the_image_copies_is_enough_to_run(tmp_path: Path) -> None:
    for source in copied():
        if (ROOT / source).is_dir():
            ignored = shutil.ignore_patterns("__pycache__")
            shutil.copytree(ROOT / source, tmp_path / source, ignore=ignored)
    ran = subprocess.run(
        [sys.executable, "-P", "-m", "bot", "run", "--check"],
        cwd=tmp_path,
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(tmp_path), "HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )

    assert ran.returncode == 0
    assert "TACE_TELEGRAM_TOKEN is not set" in ran.stderr


def test_compose_sets_only_what_is_a_setting() -> None:
    environment = compose()["services"]["bot"]["environment"]

    assert set(environment) <= SETTINGS
    assert {f"{PREFIX}TELEGRAM_TOKEN", f"{PREFIX}ENCRYPTION_KEYS"} <= set(environment)


def test_compose_migrates_a_healthy_database_before_the_bot_runs() -> None:
    services = compose()["services"]

    assert set(services) == {"database", "migration", "bot"}
    assert services["database"]["image"] == "postgres:18"
    assert "healthcheck" in services["database"]
    assert services["migration"]["command"] == ["db", "upgrade"]
    assert services["bot"]["depends_on"] == {
        "database": {"condition": "service_healthy"},
        "migration": {"condition": "service_completed_successfully"},
    }


def test_compose_shows_the_database_to_nobody_and_the_bot_to_this_machine_alone() -> None:
    services = compose()["services"]

    assert "ports" not in services["database"]
    assert services["database"]["networks"] == ["inside"]
    assert compose()["networks"]["inside"] == {"internal": True}
    assert all(port.startswith("127.0.0.1:") for port in services["bot"]["ports"])


def test_no_secret_stands_in_the_compose_file() -> None:
    environment = compose()["services"]["bot"]["environment"]
    database = compose()["services"]["database"]["environment"]

    for value in (
        environment["TACE_TELEGRAM_TOKEN"],
        environment["TACE_ENCRYPTION_KEYS"],
        database["POSTGRES_PASSWORD"],
    ):
        assert re.fullmatch(r"\$\{[A-Z_]+:\?set it in \.env\}", value)


@pytest.mark.skipif(
    shutil.which("systemd-analyze") is None, reason="systemd is not installed on this machine"
)
def test_systemd_understands_the_unit(tmp_path: Path) -> None:
    """The program that it starts is not installed here: any other serves."""
    unit = tmp_path / UNIT.name
    program = "/opt/tace-consult/.venv/bin/tace-consult"
    assert program in UNIT.read_text()
    unit.write_text(UNIT.read_text().replace(program, sys.executable))
    ran = subprocess.run(  # noqa: S603 - our own unit
        ["systemd-analyze", "verify", str(unit)],  # noqa: S607 - wherever the system has it
        capture_output=True,
        text=True,
        check=False,
    )

    assert (ran.returncode, ran.stderr) == (0, "")


def test_whoever_ends_the_bot_waits_longer_than_it_may_take() -> None:
    from bot.telegram.patience import Patience  # noqa: PLC0415 - of this one test's concern

    stopping = Patience().stopping
    unit = re.search(r"^TimeoutStopSec=(\d+)$", UNIT.read_text(), flags=re.MULTILINE)
    assert unit is not None
    assert int(unit[1]) > stopping
    assert int(compose()["services"]["bot"]["stop_grace_period"].removesuffix("s")) > stopping


def test_operations_names_only_settings_that_there_are() -> None:
    named = set(re.findall(r"TACE_[A-Z_]+", OPERATIONS))

    assert named <= SETTINGS


@pytest.mark.parametrize(
    "subject",
    [
        "Two ways in which updates come",
        "Docker and compose",
        "systemd",
        "Backup",
        "Restore",
        "Changing the key",
        "Upgrade",
        "Rollback",
        "Monitoring",
        "What was not tested",
    ],
)
def test_operations_explains_everything(subject: str) -> None:
    headings = re.findall(r"^#+ (.+)$", OPERATIONS, flags=re.MULTILINE)

    assert subject in headings


def test_every_figure_that_operations_names_is_one_that_the_bot_gives() -> None:
    from bot.metrics import Metrics  # noqa: PLC0415 - of this one test's concern

    types = re.findall(r"# TYPE (tace_\w+)", Metrics().exposition().decode())
    given = {name for name in types if not name.endswith("_created")}
    named = {
        re.sub(r"_(bucket|count|sum)$", "", name)
        for name in re.findall(r"`(tace_[a-z_]+)", OPERATIONS)
    }

    assert named
    assert named == given
