"""What cannot be done gets one clear line, and the consult goes on."""

from pathlib import Path

import pytest

from tests.bot.telegram.conftest import Running
from tests.bot.telegram.people import doctor, message_with_button, started, tapped
from tests.telegram_stub import TelegramStub


async def test_nothing_is_asked_before_the_notice_is_accepted(
    telegram: TelegramStub, running: Running
) -> None:
    user, chat = doctor(telegram)
    async with running():
        await user.sends("TACE x3, SD", chat=chat)
        notice = await telegram.screen(chat)

    assert "not end-to-end encrypted" in notice.text
    assert notice.buttons == [["I understand"]]


async def test_the_notice_is_accepted_once(telegram: TelegramStub, running: Running) -> None:
    user, chat = doctor(telegram)
    async with running():
        await started(telegram, user)
    async with running():
        await user.sends("/new", chat=chat)
        screen = await telegram.screen(chat)

    assert "how many TACE sessions" in screen.text


@pytest.mark.parametrize(
    ("kind", "send"),
    [("photo", "sends_photo"), ("voice", "sends_voice"), ("place", "sends_location")],
)
async def test_anything_but_text_is_refused_with_the_reason(
    telegram: TelegramStub, running: Running, kind: str, send: str
) -> None:
    user, chat = doctor(telegram)
    async with running():
        await started(telegram, user)
        await getattr(user, send)(chat)
        screen = await telegram.screen(chat)

    assert "not kept" in screen.text, kind


FILE = {"file_id": "BQAC1", "file_unique_id": "Ag1"}
SIZED = FILE | {"width": 64, "height": 64}
ATTACHMENTS = {
    "document": FILE,
    "audio": FILE | {"duration": 4},
    "video": SIZED | {"duration": 4},
    "video_note": FILE | {"duration": 4, "length": 64},
    "animation": SIZED | {"duration": 4},
    "sticker": SIZED | {"type": "regular", "is_animated": False, "is_video": False},
    "contact": {"phone_number": "+8613812345678", "first_name": "Wang"},
    "venue": {"location": {"latitude": 1, "longitude": 2}, "title": "Ward 3", "address": "1"},
    "dice": {"emoji": "🎲", "value": 3},
    "poll": {
        "id": "1",
        "question": "Refractory?",
        "options": [],
        "total_voter_count": 0,
        "is_closed": False,
        "is_anonymous": True,
        "type": "regular",
        "allows_multiple_answers": False,
        "members_only": False,
        "allows_revoting": False,
    },
}


@pytest.mark.parametrize("kind", ATTACHMENTS)
async def test_nothing_else_that_can_be_sent_is_kept_or_fetched(
    telegram: TelegramStub, running: Running, kind: str
) -> None:
    user, chat = doctor(telegram)
    async with running():
        question = await started(telegram, user)
        await user.sends_attachment({kind: ATTACHMENTS[kind]}, chat)
        screen = await telegram.screen(chat)

    assert "not kept" in screen.text
    assert screen.message is not question.message
    assert not telegram.calls.of("getFile")


async def test_a_button_of_another_version_says_so_and_shows_the_case_as_it_stands(
    telegram: TelegramStub, running: Running
) -> None:
    user, chat = doctor(telegram)
    async with running():
        await started(telegram, user)
        screen = await tapped(telegram, user, "3")
        code = str(screen.button("Report so far").callback_data).partition(".")[0]
        await message_with_button(telegram, chat, f"{code}.future:1")
        query = await user.taps("a button")
        notice = await query.answer()
        after = await telegram.screen(chat)

    assert "another version" in notice.text
    assert after.text == screen.text


async def test_a_mangled_button_says_so_and_changes_nothing(
    telegram: TelegramStub, running: Running
) -> None:
    user, chat = doctor(telegram)
    async with running():
        await started(telegram, user)
        await message_with_button(telegram, chat, "aAAAAAAAAAAAAAAxxxx.s")
        query = await user.taps("a button")
        notice = await query.answer()
        after = await telegram.screen(chat)

    assert "/new" in notice.text
    assert after.text == "a message"


async def test_a_seal_on_a_button_in_a_private_chat_is_none_of_the_bots(
    telegram: TelegramStub, running: Running
) -> None:
    user, chat = doctor(telegram)
    async with running():
        await started(telegram, user)
        screen = await tapped(telegram, user, "3")
        data = str(screen.button("Report so far").callback_data)
        await message_with_button(telegram, chat, f"{data}~AAAAAAAAAAAAAAAA")
        query = await user.taps("a button")
        notice = await query.answer()
        after = await telegram.screen(chat)

    assert "/new" in notice.text
    assert after.text == "a message"


async def test_a_case_code_opens_the_case_it_stands_for(
    telegram: TelegramStub, running: Running
) -> None:
    user, chat = doctor(telegram)
    async with running():
        await started(telegram, user)
        screen = await tapped(telegram, user, "3")
        code = str(screen.button("‹ Back").callback_data).partition(".")[0]
        await user.sends(code, chat=chat)
        typed = await telegram.screen(chat)
        await user.sends(f"/start {code}", chat=chat)
        linked = await telegram.screen(chat)

    assert typed.text == linked.text == screen.text


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("aAH2B67g-iwCOAANj_k", "damaged"),
        ("aAH2B67g-iwCOAANj", "damaged"),
        ("bAH2B67g-iwCOAANj_j", "newer version"),
        ("a/b", "no case code"),
    ],
)
async def test_an_unreadable_code_says_what_is_wrong(
    telegram: TelegramStub, running: Running, code: str, said: str
) -> None:
    user, chat = doctor(telegram)
    async with running():
        await started(telegram, user)
        await user.sends(f"/start {code}", chat=chat)
        screen = await telegram.screen(chat)

    assert said in screen.text


async def test_an_unknown_command_names_the_way_to_the_known_ones(
    telegram: TelegramStub, running: Running
) -> None:
    user, chat = doctor(telegram)
    async with running():
        await started(telegram, user)
        await user.sends("/dose", chat=chat)
        screen = await telegram.screen(chat)

    assert "/help" in screen.text


@pytest.mark.parametrize(
    "text", ["John Smith 12345678, TACE x3 SD", "住院号：1029384 TACE 3次", "DOB 12/03/1956"]
)
async def test_what_looks_like_an_identifier_is_refused_deleted_and_never_kept(
    telegram: TelegramStub, running: Running, tmp_path: Path, text: str
) -> None:
    user, chat = doctor(telegram)
    async with running():
        question = await started(telegram, user)
        message = await user.sends(text, chat=chat)
        refusal = await telegram.screen(chat)

    assert message.deleted
    assert "not recorded" in refusal.text
    assert (await telegram.screen(question.message)).text == question.text
    assert not any(part.encode() in kept_in(tmp_path) for part in text.split())


async def test_an_identifier_typed_before_the_notice_is_accepted_is_refused_and_deleted_too(
    telegram: TelegramStub, running: Running
) -> None:
    user, chat = doctor(telegram)
    async with running():
        message = await user.sends("John Smith 12345678, TACE x3 SD", chat=chat)
        notice = await telegram.screen(chat)

    assert message.deleted
    assert notice.buttons == [["I understand"]]
    assert any("not recorded" in each.text for each in chat.messages.values())


def kept_in(folder: Path) -> bytes:
    """Return everything that any file below a folder holds."""
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())
