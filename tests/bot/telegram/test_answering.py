"""How answers are taken: typed, tapped twice, tapped late, and again after a restart."""

from conversations.consult.case_code import decode
from tests.bot.telegram.conftest import Running
from tests.bot.telegram.people import doctor, started, tapped
from tests.telegram_stub import TelegramStub


async def test_a_typed_answer_counts_and_its_message_is_cleared_away(
    telegram: TelegramStub, running: Running
) -> None:
    user, chat = doctor(telegram)
    async with running():
        question = await started(telegram, user)
        answer = await user.sends("3", chat=chat)
        screen = await telegram.screen(question.message)

    assert answer.deleted
    assert "mRECIST" in screen.text


async def test_a_nonsense_answer_brings_the_question_again_with_what_can_be_typed(
    telegram: TelegramStub, running: Running
) -> None:
    user, chat = doctor(telegram)
    async with running():
        question = await started(telegram, user)
        await user.sends("many", chat=chat)
        screen = await telegram.screen(question.message)

    assert "a whole number, 0 to 50" in screen.text
    assert "how many TACE sessions" in screen.text


async def test_two_quick_taps_on_one_screen_both_count(
    telegram: TelegramStub, running: Running
) -> None:
    user, chat = doctor(telegram)
    async with running():
        await started(telegram, user)
        await tapped(telegram, user, "1", "CR: no enhancement left")
        screen = await telegram.screen(chat)
        spread, usual = (
            screen.button("Spread: new"),
            screen.button("None of these · chest imaged"),
        )
        # Both were on the screen that the person saw; the bot answers one after the other.
        await user.taps(spread, message=screen.message)
        await user.taps(usual, message=screen.message)
        after = await telegram.screen(chat)

    case = decode(_code(after.button("Report so far").callback_data)).case
    assert (case.extrahepatic_spread, case.vascular_invasion) == ("new", "absent")


async def test_a_tap_that_telegram_delivers_twice_gives_the_same_screen(
    telegram: TelegramStub, running: Running
) -> None:
    user, chat = doctor(telegram)
    async with running():
        await started(telegram, user)
        once = await tapped(telegram, user, "3")
    telegram.redeliver()
    async with running():
        twice = await telegram.screen(chat)

    assert (twice.text, twice.buttons) == (once.text, once.buttons)


async def test_an_interrupted_consult_goes_on_where_it_was_after_a_restart(
    telegram: TelegramStub, running: Running
) -> None:
    user, chat = doctor(telegram)
    async with running():
        await started(telegram, user)
        before = await tapped(telegram, user, "3")
    async with running():
        await user.sends("SD", chat=chat)
        after = await telegram.screen(before.message)

    assert "share of enhancing tumor" in after.text


async def test_start_goes_on_with_the_consult_in_a_new_message(
    telegram: TelegramStub, running: Running
) -> None:
    user, chat = doctor(telegram)
    async with running():
        await started(telegram, user)
        before = await tapped(telegram, user, "3")
        await user.sends("/start", chat=chat)
        after = await telegram.screen(chat)

    assert after.message_id != before.message_id
    assert after.text == before.text


async def test_new_starts_again_and_the_old_message_keeps_its_own_consult(
    telegram: TelegramStub, running: Running
) -> None:
    user, chat = doctor(telegram)
    async with running():
        await started(telegram, user)
        old = await tapped(telegram, user, "3")
        await user.sends("/new", chat=chat)
        new = await telegram.screen(chat)
        await user.taps("SD: neither PR nor PD", message=old.message)
        old = await telegram.screen(old.message)

    assert "how many TACE sessions" in new.text
    assert "share of enhancing tumor" in old.text


async def test_a_changed_answer_says_which_later_answers_it_dropped(
    telegram: TelegramStub, running: Running
) -> None:
    user, _ = doctor(telegram)
    async with running():
        await started(telegram, user)
        await tapped(telegram, user, "3", "SD: neither PR nor PD", "Over 50%", "Report so far")
        screen = await tapped(
            telegram, user, "Change an answer", "Response", "CR: no enhancement left"
        )

    assert "No longer applies and was dropped: Viability." in screen.text


def _code(data: object) -> str:
    return str(data).partition(".")[0]
