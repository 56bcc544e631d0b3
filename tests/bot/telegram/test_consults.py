"""Whole consults, from /start to the report."""

import pytest

from bot.storage.migrate import upgrade
from tests.bot.telegram.conftest import Running, bot_on
from tests.bot.telegram.people import doctor, tapped
from tests.telegram_stub import Screen, TelegramStub

STABLE_DISEASE = {
    "en": (
        "I understand",
        "3",
        "SD: neither PR nor PD",
        "Over 50%",
        "None of these three · chest imaged",
        "Falling or stable",
        "All of them",
        "4 weeks to 3 months",
        "Yes, one or both",
        "Control (palliative)",
        "B (7–9 points)",
        "1: light work possible",
        "None of these six, all checked",
    ),
    "zh": (
        "我已了解",
        "3",
        "SD：介于PR与PD之间",
        "超过50%",
        "三项均无（已查胸部）",
        "下降或平稳",
        "全部",
        "4周至3个月",
        "是，至少一项",
        "控制（姑息性）",
        "B级（7–9分）",
        "1分：可做轻体力活动",
        "六项均已核对，无",
    ),
}

REPORTS = {
    "en": [
        "None of 8 reasons against TACE applies",
        "TACE×3 · scan 1–3 mo · SD · viable >50%",
        "■ JSH-LCSGJ 2014 · Refractory",
        "□ CCI 2022 · Not refractory",
        "□ European 2014 · Not refractory",
        "■ EPOIHCC 2013 · Refractory",
        "They split on: Intent, Response, Viability",
    ],
    "zh": [
        "TACE不适合的八项情况：均无",
        "TACE 3次 · 复查1–3个月 · SD · 活性>50%",
        "■ JSH-LCSGJ 2014 · TACE抵抗",
        "□ CCI 2022 · 非TACE抵抗",
        "□ 欧洲专家2014 · 非TACE抵抗",
        "■ EPOIHCC 2013 · TACE抵抗",
        "分歧：治疗目的、靶病灶疗效、残存活性",
    ],
}


@pytest.mark.parametrize("language", ["en", "zh"])
async def test_a_consult_runs_from_start_to_the_report_in_one_message(
    telegram: TelegramStub, running: Running, language: str
) -> None:
    user = telegram.user(id=7, first_name="Doctor", language_code=language)
    chat = user.private_chat()
    async with running():
        await user.sends("/start", chat=chat)
        screens: list[Screen] = [await telegram.screen(chat)]
        for label in STABLE_DISEASE[language]:
            await user.taps(label)
            screens.append(await telegram.screen(chat))

    report = screens[-1]
    assert len({screen.message_id for screen in screens}) == 1
    for line in REPORTS[language]:
        assert line in report.text.splitlines()
    assert not telegram.calls.unknown_parameters


async def test_the_same_consult_runs_on_postgresql_as_well(
    telegram: TelegramStub, postgresql_url: str
) -> None:
    await upgrade(postgresql_url)
    user, chat = doctor(telegram)
    async with bot_on(telegram, postgresql_url)():
        await user.sends("/start", chat=chat)
        await telegram.screen(chat)
        report = await tapped(telegram, user, *STABLE_DISEASE["en"])

    assert "■ JSH-LCSGJ 2014 · Refractory" in report.text


async def test_every_tap_is_answered(telegram: TelegramStub, running: Running) -> None:
    user = telegram.user(id=7, first_name="Doctor", language_code="en")
    chat = user.private_chat()
    async with running():
        await user.sends("/start", chat=chat)
        await telegram.screen(chat)
        for label in STABLE_DISEASE["en"]:
            query = await user.taps(label)
            assert (await query.answer()).text == ""
            await telegram.screen(chat)
