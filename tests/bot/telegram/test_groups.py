"""A consult in a group of three is answered only by whoever started it."""

import pytest

from tests.bot.telegram.conftest import Running
from tests.bot.telegram.people import doctor, started
from tests.telegram_stub import Chat, Screen, TelegramStub, User


async def group_consult(telegram: TelegramStub) -> tuple[list[User], Chat, Screen]:
    """Let the first of three start a consult in their group, and return its first question."""
    members = [doctor(telegram, user_id=user_id)[0] for user_id in (11, 12, 13)]
    group = telegram.group(-100, members)
    await started(telegram, members[0])
    await members[0].sends("/new@stub_bot", chat=group)
    return members, group, await telegram.screen(group)


async def test_only_the_starter_moves_the_consult_on(
    telegram: TelegramStub, running: Running
) -> None:
    async with running():
        (starter, second, third), group, question = await group_consult(telegram)
        notices = []
        for other in (second, third):
            query = await other.taps("3", message=question.message)
            notices.append((await query.answer()).text)
        untouched = await telegram.screen(group)
        await starter.taps("3", message=question.message)
        moved = await telegram.screen(group)

    assert all("Only the one who started" in notice for notice in notices)
    assert untouched.text == question.text
    assert "mRECIST" in moved.text


async def test_a_typed_answer_counts_only_as_the_starters_reply(
    telegram: TelegramStub, running: Running
) -> None:
    async with running():
        (starter, second, _), group, question = await group_consult(telegram)
        await starter.sends("3", chat=group)
        ignored = await telegram.screen(question.message)
        await second.sends("3", chat=group, reply_to=question.message)
        refusal = await telegram.screen(group)
        await starter.sends("3", chat=group, reply_to=question.message)
        moved = await telegram.screen(question.message)

    assert ignored.text == question.text
    assert "Only the one who started" in refusal.text
    assert "mRECIST" in moved.text


async def test_a_seal_of_another_group_opens_nothing(
    telegram: TelegramStub, running: Running
) -> None:
    async with running():
        (starter, *_), _, question = await group_consult(telegram)
        elsewhere = telegram.group(-200, [starter])
        await starter.sends("/new@stub_bot", chat=elsewhere)
        there = await telegram.screen(elsewhere)
        query = await starter.forges(there.button("3"), question.message)
        notice = (await query.answer()).text
        untouched = await telegram.screen(question.message)

    assert "Only the one who started" in str(notice)
    assert untouched.text == question.text


async def test_a_seal_of_ones_own_opens_no_consult_of_somebody_else(
    telegram: TelegramStub, running: Running
) -> None:
    async with running():
        (_, second, _), group, question = await group_consult(telegram)
        await started(telegram, second)
        await second.sends("/new@stub_bot", chat=group)
        own = await telegram.screen(group)
        query = await second.forges(own.button("3"), question.message)
        notice = (await query.answer()).text
        untouched = await telegram.screen(question.message)

    assert own.message is not question.message
    assert "Only the one who started" in str(notice)
    assert untouched.text == question.text


async def test_whoever_has_not_accepted_the_notice_is_led_to_it_in_private(
    telegram: TelegramStub, running: Running
) -> None:
    async with running():
        (_, second, _), group, _ = await group_consult(telegram)
        await second.sends("/new@stub_bot", chat=group)
        screen = await telegram.screen(group)

    assert "in private" in screen.text
    assert screen.button("Read the notice").url == "https://t.me/stub_bot"


async def test_a_consult_in_a_group_goes_on_for_its_starter_after_a_restart(
    telegram: TelegramStub, running: Running
) -> None:
    async with running():
        (starter, second, _), group, question = await group_consult(telegram)
        await starter.taps("3", message=question.message)
        await telegram.screen(group)
    async with running():
        await starter.taps("SD: neither PR nor PD", message=question.message)
        moved = await telegram.screen(group)
        query = await second.taps("Over 50%", message=question.message)
        notice = await query.answer()

    assert "share of enhancing tumor" in moved.text
    assert "Only the one who started" in notice.text


async def test_start_in_a_group_opens_a_shared_case_for_whoever_asked(
    telegram: TelegramStub, running: Running
) -> None:
    async with running():
        (starter, second, _), group, question = await group_consult(telegram)
        code = str(question.button("3").callback_data).partition(".")[0]
        await started(telegram, second)
        await second.sends(f"/start@stub_bot {code}", chat=group)
        shared = await telegram.screen(group)
        await second.taps("3", message=shared.message)
        moved = await telegram.screen(group)
        query = await starter.taps("SD: neither PR nor PD", message=shared.message)
        notice = await query.answer()

    assert "mRECIST" in moved.text
    assert "Only the one who started" in notice.text


async def test_a_picture_in_reply_to_a_question_is_refused_and_answers_nothing(
    telegram: TelegramStub, running: Running
) -> None:
    async with running():
        (starter, *_), group, question = await group_consult(telegram)
        await starter.sends_photo(group, reply_to=question.message)
        refusal = await telegram.screen(group)
        untouched = await telegram.screen(question.message)

    assert "not kept" in refusal.text
    assert untouched.text == question.text


@pytest.mark.parametrize("who", [0, 1], ids=["starter", "another"])
async def test_what_looks_like_an_identifier_is_refused_whoever_of_the_group_types_it(
    telegram: TelegramStub, running: Running, who: int
) -> None:
    async with running():
        members, group, question = await group_consult(telegram)
        group.bot = "administrator"
        text = "John Smith MRN 123456"
        message = await members[who].sends(text, group, reply_to=question.message)
        refusal = await telegram.screen(group)
        untouched = await telegram.screen(question.message)

    assert message.deleted
    assert refusal.text.splitlines() == [
        "That looks like a hospital or record number. It was not recorded. Findings only, please.",
        "Deleted from the chat.",
    ]
    assert untouched.text == question.text


async def test_an_identifier_that_the_bot_may_not_delete_is_left_to_its_sender(
    telegram: TelegramStub, running: Running
) -> None:
    async with running():
        (starter, *_), group, question = await group_consult(telegram)
        await starter.sends("John Smith MRN 123456", group, reply_to=question.message)
        refusal = await telegram.screen(group)

    assert "please do it yourself" in refusal.text
