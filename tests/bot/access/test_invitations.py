"""Coming by invitation: once each, for a day, until an administrator ends it."""

from __future__ import annotations

import asyncio
import re
from typing import TYPE_CHECKING

import pytest

from tests.bot.access.conftest import ADMIN, GUEST, NAMED, STRANGER
from tests.bot.telegram.people import doctor, started

if TYPE_CHECKING:
    from tests.bot.telegram.conftest import Running
    from tests.telegram_stub import Screen, TelegramStub, User

REFUSAL = "not open to everybody"


async def said(telegram: TelegramStub, user: User, text: str) -> Screen:
    """Write something to the bot in private, and return what it says."""
    await user.sends(text, chat=user.private_chat())
    return await telegram.screen(user.private_chat())


async def invitation(telegram: TelegramStub, admin: User, label: str = "") -> str:
    """Let an administrator make a link."""
    screen = await said(telegram, admin, f"/invite {label}".strip())
    return str(re.findall(r"https://\S+", screen.text)[0])


async def test_an_invitation_lets_one_person_in_and_for_good(
    telegram: TelegramStub, by_invitation: Running
) -> None:
    admin, _ = doctor(telegram, user_id=ADMIN)
    guest, chat = doctor(telegram, user_id=GUEST)
    async with by_invitation():
        before = await said(telegram, guest, "/start")
        await guest.opens(await invitation(telegram, admin))
        notice = await telegram.screen(chat)
        await guest.taps("I understand")
        question = await telegram.screen(chat)
    async with by_invitation():
        after_a_restart = await said(telegram, guest, "/new")

    assert REFUSAL in before.text
    assert notice.buttons == [["I understand"]]
    assert "how many TACE sessions" in question.text
    assert after_a_restart.text == question.text


async def test_an_invitation_works_once(telegram: TelegramStub, by_invitation: Running) -> None:
    admin, _ = doctor(telegram, user_id=ADMIN)
    guest, chat = doctor(telegram, user_id=GUEST)
    stranger, their_chat = doctor(telegram, user_id=STRANGER)
    async with by_invitation():
        link = await invitation(telegram, admin)
        await guest.opens(link)
        await telegram.screen(chat)
        await stranger.opens(link)
        refusal = await telegram.screen(their_chat)
        await guest.opens(link)  # whose own it was may tap it again
        again = await telegram.screen(chat)

    assert "was used before or has expired" in refusal.text
    assert again.buttons == [["I understand"]]


async def test_of_two_who_open_one_link_at_the_same_time_one_gets_in(
    telegram: TelegramStub, by_invitation: Running
) -> None:
    admin, _ = doctor(telegram, user_id=ADMIN)
    people = [doctor(telegram, user_id=user_id) for user_id in range(10, 20)]
    async with by_invitation():
        link = await invitation(telegram, admin)
        await asyncio.gather(*(user.opens(link) for user, _ in people))
        screens = [await telegram.screen(chat) for _, chat in people]

    assert sorted("was used before" in screen.text for screen in screens) == [False] + [True] * 9


async def test_an_invented_invitation_opens_nothing(
    telegram: TelegramStub, by_invitation: Running
) -> None:
    stranger, _ = doctor(telegram, user_id=STRANGER)
    async with by_invitation():
        refusal = await said(telegram, stranger, "/start iAAAAAAAAAAAAAAAAAAAAAA")
        still = await said(telegram, stranger, "/new")

    assert "was used before or has expired" in refusal.text
    assert REFUSAL in still.text


async def test_whoever_is_removed_is_a_stranger_again_and_their_records_are_gone(
    telegram: TelegramStub, by_invitation: Running
) -> None:
    admin, _ = doctor(telegram, user_id=ADMIN)
    guest, _ = doctor(telegram, user_id=GUEST)
    async with by_invitation():
        await guest.opens(await invitation(telegram, admin, "Dr Wang, ward 3"))
        await started(telegram, guest)
        listed = await said(telegram, admin, "/members")
        removed = await said(telegram, admin, f"/remove {GUEST}")
        refusal = await said(telegram, guest, "/new")
        nobody = await said(telegram, admin, "/members")
        again = await said(telegram, admin, f"/remove {GUEST}")
        await guest.opens(await invitation(telegram, admin))
        notice = await telegram.screen(guest.private_chat())

    assert f"Dr Wang, ward 3 · {GUEST} · since 20" in listed.text
    assert removed.text.startswith("Removed.")
    assert REFUSAL in refusal.text
    assert "Nobody has come" in nobody.text
    assert "Nobody with this number" in again.text
    assert notice.buttons == [["I understand"]]


async def test_delete_gives_the_access_up_as_well_and_says_so(
    telegram: TelegramStub, by_invitation: Running
) -> None:
    admin, _ = doctor(telegram, user_id=ADMIN)
    guest, _ = doctor(telegram, user_id=GUEST)
    async with by_invitation():
        await guest.opens(await invitation(telegram, admin))
        await started(telegram, guest)
        deleted = await said(telegram, guest, "/delete")
        refusal = await said(telegram, guest, "/start")

    assert "you need a new invitation" in deleted.text
    assert REFUSAL in refusal.text


@pytest.mark.parametrize("command", ["/invite", "/members", f"/remove {NAMED}"])
async def test_to_anybody_else_there_is_no_administrators_command(
    telegram: TelegramStub, by_invitation: Running, command: str
) -> None:
    named, _ = doctor(telegram, user_id=NAMED)
    async with by_invitation():
        await started(telegram, named)
        screen = await said(telegram, named, command)

    assert "no such command" in screen.text


async def test_administrators_commands_work_in_private_only(
    telegram: TelegramStub, by_invitation: Running
) -> None:
    admin, _ = doctor(telegram, user_id=ADMIN)
    group = telegram.group(-100, [admin])
    async with by_invitation():
        await admin.sends("/invite@stub_bot", chat=group)
        screen = await telegram.screen(group)

    assert "in private only" in screen.text
    assert "https://" not in screen.text


@pytest.mark.parametrize(
    ("command", "answer"),
    [
        ("/remove", "/remove 123456789"),
        ("/remove Dr Wang", "/remove 123456789"),
        (f"/remove {ADMIN}", "TACE_ADMINS or TACE_ALLOWED_USERS names"),
        (f"/remove {NAMED}", "TACE_ADMINS or TACE_ALLOWED_USERS names"),
    ],
)
async def test_what_cannot_be_removed_is_said(
    telegram: TelegramStub, by_invitation: Running, command: str, answer: str
) -> None:
    admin, _ = doctor(telegram, user_id=ADMIN)
    async with by_invitation():
        screen = await said(telegram, admin, command)

    assert answer in screen.text


async def test_where_nobody_is_invited_the_administrator_is_told_why(
    telegram: TelegramStub, by_list: Running
) -> None:
    admin, _ = doctor(telegram, "zh", user_id=ADMIN)
    async with by_list():
        screen = await said(telegram, admin, "/invite")

    assert "TACE_ACCESS为“allowlist”" in screen.text


async def test_an_invitation_opened_where_none_is_needed_just_starts(
    telegram: TelegramStub, by_list: Running
) -> None:
    named, chat = doctor(telegram, user_id=NAMED)
    async with by_list():
        await started(telegram, named)
        await named.opens("https://t.me/stub_bot?start=iAAAAAAAAAAAAAAAAAAAAAA")
        screen = await telegram.screen(chat)

    assert "how many TACE sessions" in screen.text


async def test_the_menu_shows_their_commands_to_administrators_alone(
    telegram: TelegramStub, by_invitation: Running
) -> None:
    admin, _ = doctor(telegram, user_id=ADMIN)
    await admin.sends("/start", chat=admin.private_chat())
    async with by_invitation():
        for _ in range(2):
            await telegram.next_call("setMyShortDescription")

    for call in telegram.calls.of("setMyCommands"):
        names = {each["command"] for each in call.parameters["commands"]}
        assert ("invite" in names) is ("scope" in call.parameters)
        assert call.parameters.get("scope", {"chat_id": ADMIN})["chat_id"] == ADMIN
