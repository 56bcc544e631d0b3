"""A case in one typed line, instead of taps."""

from tests.bot.telegram.conftest import Running
from tests.bot.telegram.people import doctor, started
from tests.telegram_stub import TelegramStub


async def test_a_line_is_understood_where_a_consult_runs(
    telegram: TelegramStub, running: Running
) -> None:
    user, chat = doctor(telegram)
    async with running():
        question = await started(telegram, user)
        line = await user.sends("TACE x3, mRECIST SD, ?new lesion seg 4", chat=chat)
        screen = await telegram.screen(question.message)

    assert line.deleted
    assert "Understood: 3 sessions; SD" in screen.text
    assert "?new lesion" in screen.text
    assert "share of enhancing tumor" in screen.text


async def test_a_line_starts_a_consult_where_none_runs(
    telegram: TelegramStub, running: Running
) -> None:
    user, chat = doctor(telegram, "zh")
    async with running():
        await started(telegram, user, "zh")
        await user.sends("/delete", chat=chat)
        await telegram.screen(chat)
        await user.sends("/start", chat=chat)
        await telegram.screen(chat)
        await user.taps("我已了解")
        await telegram.screen(chat)
        await user.sends("TACE术后3次，mRECIST SD", chat=chat)
        screen = await telegram.screen(chat)

    assert "已识别：TACE 3次；SD" in screen.text
