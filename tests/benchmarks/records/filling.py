"""People and running consults by the thousand, sealed as the bot seals them."""

import random
from base64 import b64decode
from collections.abc import Iterator, Sequence
from contextlib import AsyncExitStack
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any

from sqlalchemy import Connection, Table, insert, select

from bot.storage.cipher import Cipher
from bot.storage.database import open_database
from bot.storage.engines import connection_to_write
from bot.storage.interface import RunningConsult
from bot.storage.migrate import upgrade
from bot.storage.people import person_mark, sealed_notice
from bot.storage.sealed_consult import marks, seal
from bot.storage.tables import KEYRING, PEOPLE, RUNNING_CONSULTS
from bot.storage.vault import Vault
from bot.telegram.visitors import NOTICE_VERSION
from conversations.consult.state import Consult
from conversations.flow.button import address
from conversations.flow.views import NEXT
from conversations.wording import Language
from tests.benchmarks.bots.product import KEY
from tests.benchmarks.taps import SEED, random_case

CIPHER = Cipher([b64decode(KEY)])

_BATCH = 20_000
_PATIENCE_SECONDS = 600.0
_MESSAGE_ID = 1
_SCREENS = 1_000
_HOURS = 12
"""How long ago the oldest consult was advanced: all are within their retention."""

Row = dict[str, Any]


async def fill(urls: Sequence[str], ids: range) -> None:
    """Store people who have accepted the notice, each with a running consult.

    All databases get the same rows, so that they are sealed only once.
    """
    for url in urls:
        await upgrade(url, CIPHER)
    async with open_database(urls[0], CIPHER) as database:
        vault = await database.vault()
        keyring = [row._asdict() for row in await database.read(select(KEYRING), {})]
    async with AsyncExitStack() as stack:
        databases = [connection_to_write(url, _PATIENCE_SECONDS) for url in urls]
        for each in databases:
            stack.push_async_callback(each.dispose)
        for each in databases[1:]:
            await each.run(partial(_insert, {KEYRING: keyring}))
        for people, consults in _batches(vault, ids):
            for each in databases:
                await each.run(partial(_insert, {PEOPLE: people, RUNNING_CONSULTS: consults}))


def _insert(rows: dict[Table, list[Row]], connection: Connection) -> None:
    for table, of_table in rows.items():
        connection.execute(insert(table), of_table)


def _batches(vault: Vault, ids: range) -> Iterator[tuple[list[Row], list[Row]]]:
    now, chance = datetime.now(UTC), random.Random(SEED)
    screens = [_screen(chance) for _ in range(_SCREENS)]
    for start in range(0, len(ids), _BATCH):
        batch = ids[start : start + _BATCH]
        people = [
            {
                "person": person_mark(vault, user_id),
                "notice": sealed_notice(vault, user_id, NOTICE_VERSION, now),
            }
            for user_id in batch
        ]
        consults = [
            _consult(vault, user_id, screens[user_id % _SCREENS], now, chance) for user_id in batch
        ]
        # In the order of their keys, so that neighbours are written together.
        yield (
            sorted(people, key=lambda row: row["person"]),
            sorted(consults, key=lambda row: row["chat"]),
        )


def _consult(vault: Vault, user_id: int, screen: str, now: datetime, chance: random.Random) -> Row:
    consult = RunningConsult(
        chat_id=user_id,
        message_id=_MESSAGE_ID,
        screen=screen,
        revision=1,
        shown=True,
        updated_at=now - timedelta(hours=chance.uniform(0, _HOURS)),
    )
    chat, message = marks(vault, user_id, _MESSAGE_ID)
    return {"chat": chat, "message": message, **seal(vault, consult)}


def _screen(chance: random.Random) -> str:
    """Return a screen as the records name it: half of a case, and what is asked next."""
    answers = random_case(chance).answers
    known = dict(list(answers.items())[: len(answers) // 2])
    consult = Consult()
    for fact, answer in known.items():
        consult = consult.answering(fact, answer).consult
    return f"{address(consult, NEXT)}@{Language.EN}"
