# The people of the benchmarks tap through whole consults of the real bot, by its real buttons.

import asyncio
from itertools import count
from pathlib import Path

from pydantic import SecretStr

from bot.settings import Settings
from bot.telegram.service import serve_until
from tests.benchmarks.bot_api.server import serving
from tests.benchmarks.bot_api.telegram import Telegram
from tests.benchmarks.bots.product import KEY
from tests.benchmarks.people.crowd import Crowd

TOKEN = "1:TEST"  # noqa: S105 - it opens nothing but this
LONGEST_SECONDS = 60


async def test_people_accept_the_notice_and_come_to_the_end_of_their_consults(
    tmp_path: Path,
) -> None:
    telegram, stop = Telegram(TOKEN), asyncio.Event()
    async with asyncio.timeout(LONGEST_SECONDS), serving(telegram) as api:
        settings = Settings(
            _env_file=None,
            telegram_api=api,
            database_url=SecretStr(f"sqlite:///{tmp_path}/consult.db"),
            encryption_keys=KEY,
            rate_limit=0,
        )
        bot = asyncio.create_task(serve_until(stop, settings, TOKEN, None))
        ids = count(1)
        crowd = Crowd(telegram, [next(ids), next(ids)], others=ids)
        await crowd.begin()
        await crowd.go_through(3)
        await crowd.rest()
        stop.set()
        await bot
    assert telegram.calls["answercallbackquery"] == telegram.taps
    assert telegram.calls["editmessagetext"] + telegram.calls["sendmessage"] == len(crowd.waits)
    assert next(ids) == 2 + crowd.consults + 1
