"""Two processes behind one webhook: whichever takes an update, it does what was meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.storage.migrate import upgrade
from tests.bot.telegram.conftest import bot_on
from tests.bot.telegram.people import doctor, started
from tests.bot.telegram.whole_consult import to_the_report
from tests.bot.web.requests import post

if TYPE_CHECKING:
    from tests.telegram_stub import Screen, TelegramStub, User
    from tests.telegram_stub.refusals import JsonObject


def tap(telegram: TelegramStub, user: User, screen: Screen, label: str) -> JsonObject:
    """Return the update of a tap, to be brought by hand."""
    data = str(screen.button(label).callback_data)
    query = telegram.queries.tap(user.person, screen.message, data)
    return {"update_id": int(query.id) % 10**9, "callback_query": query.to_json()}


async def test_a_tap_that_leads_back_to_where_this_process_saw_the_consult_last_still_counts(
    telegram: TelegramStub, postgresql_url: str
) -> None:
    await upgrade(postgresql_url)
    user, _ = doctor(telegram)
    run = bot_on(telegram, postgresql_url, webhook=True)
    async with run() as here:
        await started(telegram, user)
        report = await to_the_report(telegram, user)
        async with run() as there:
            await post(there, telegram, json=tap(telegram, user, report, "Change an answer"))
            changing = await telegram.screen(report.message)
            await post(here, telegram, json=tap(telegram, user, changing, "‹ Report"))
            back = await telegram.screen(report.message)

    assert changing.text != report.text
    assert back.text == report.text
