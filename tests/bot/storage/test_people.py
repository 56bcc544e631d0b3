"""What each person has chosen and accepted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.storage.people import TRUSTED_SECONDS, People, Person

if TYPE_CHECKING:
    from bot.storage.database import Database
    from bot.storage.opening import Storage
    from tests.bot.storage.conftest import Clock

ALICE = 7_000_000_001  # beyond 32 bits, as Telegram's newer ids are
BOB = 7_000_000_002


async def test_somebody_unknown_has_chosen_and_accepted_nothing(storage: Storage) -> None:
    assert await storage.people.read(ALICE) == Person(ALICE, None, None, None)


async def test_a_language_once_chosen_is_kept_until_another_is(storage: Storage) -> None:
    await storage.people.choose_language(ALICE, "zh")
    assert (await storage.people.read(ALICE)).language == "zh"

    await storage.people.choose_language(ALICE, "en")
    assert (await storage.people.read(ALICE)).language == "en"


async def test_a_choice_of_language_can_be_taken_back(storage: Storage) -> None:
    await storage.people.choose_language(ALICE, "zh")
    await storage.people.choose_language(ALICE, None)

    assert (await storage.people.read(ALICE)).language is None


async def test_accepting_the_notice_keeps_its_version_and_the_time(
    storage: Storage, clock: Clock
) -> None:
    await storage.people.accept_notice(ALICE, 1)
    clock.pass_time(days=400)
    await storage.people.accept_notice(ALICE, 2)

    assert await storage.people.read(ALICE) == Person(ALICE, None, 2, clock.now)


async def test_language_and_notice_do_not_overwrite_each_other(
    storage: Storage, clock: Clock
) -> None:
    await storage.people.accept_notice(ALICE, 1)
    await storage.people.choose_language(ALICE, "zh")
    await storage.people.choose_language(BOB, "en")
    await storage.people.accept_notice(BOB, 1)

    assert await storage.people.read(ALICE) == Person(ALICE, "zh", 1, clock.now)
    assert await storage.people.read(BOB) == Person(BOB, "en", 1, clock.now)


async def test_a_forgotten_person_is_as_if_never_met(storage: Storage) -> None:
    for person in (ALICE, BOB):
        await storage.people.choose_language(person, "zh")
        await storage.people.accept_notice(person, 1)

    await storage.people.forget(ALICE)

    assert await storage.people.read(ALICE) == Person(ALICE)
    assert (await storage.people.read(BOB)).notice_version == 1


async def test_what_another_process_changed_is_known_a_minute_later(
    database: Database, clock: Clock
) -> None:
    passed = 0.0
    here = People(database, clock, lambda: passed)
    elsewhere = People(database, clock)
    await elsewhere.accept_notice(ALICE, 1)
    assert (await here.read(ALICE)).language is None

    await elsewhere.choose_language(ALICE, "zh")
    passed = TRUSTED_SECONDS - 1
    assert (await here.read(ALICE)).language is None
    passed = TRUSTED_SECONDS
    assert (await here.read(ALICE)).language == "zh"


async def test_whoever_accepts_the_notice_elsewhere_has_accepted_it_here_at_once(
    database: Database, clock: Clock
) -> None:
    here, elsewhere = People(database, clock, lambda: 0.0), People(database, clock)
    assert (await here.read(ALICE)).notice_version is None

    await elsewhere.accept_notice(ALICE, 1)

    assert (await here.read(ALICE)).notice_version == 1


async def test_what_this_process_changed_is_known_at_once(database: Database, clock: Clock) -> None:
    people = People(database, clock, lambda: 0.0)
    for language in ("zh", "en"):
        await people.choose_language(ALICE, language)
        assert (await people.read(ALICE)).language == language
    await people.accept_notice(ALICE, 3)
    assert (await people.read(ALICE)).notice_version == 3
    await people.forget(ALICE)
    assert await people.read(ALICE) == Person(ALICE)
