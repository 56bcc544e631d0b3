"""Handing a case on: the link, the card, the copied line. Nothing is stored by it."""

from sqlalchemy import create_engine, text

from tests.bot.telegram.conftest import Running
from tests.bot.telegram.people import doctor, started, tapped
from tests.telegram_stub import TelegramStub

TO_THE_REPORT = (
    "1",
    "CR: no enhancement left",
    "None of these · chest imaged",
    "Falling or stable",
    "A (5–6 points)",
    "0: fully active",
    "None of these six, all checked",
)


async def test_a_colleague_opening_the_shared_link_sees_the_same_report_word_for_word(
    telegram: TelegramStub, running: Running
) -> None:
    sender, chat = doctor(telegram)
    colleague, their_chat = doctor(telegram, user_id=8)
    async with running():
        await started(telegram, sender)
        report = await tapped(telegram, sender, *TO_THE_REPORT)
        code = report.button("Share").inline_query or ""
        inline = await sender.asks_inline(code)
        card = await sender.chooses(inline.results[0], chat)
        link = card.current.keyboard.named("Open this case").url  # type: ignore[union-attr]  # it has one
        await colleague.opens(str(link))
        await telegram.screen(their_chat)
        await colleague.taps("I understand")
        theirs = await telegram.screen(their_chat)

    assert theirs.text == report.text
    assert theirs.buttons == report.buttons
    assert card.current.content.text == report.text


async def test_asking_inline_for_a_card_stores_nothing(
    telegram: TelegramStub, running: Running, sqlite_url: str
) -> None:
    sender, _ = doctor(telegram)
    async with running():
        inline = await sender.asks_inline("aAAAAAAAAAAAAAAv0ZM")
        assert inline.results
    with create_engine(sqlite_url).connect() as connection:
        kept = [
            connection.execute(text(f"SELECT count(*) FROM {table}")).scalar_one()  # noqa: S608 - our own names
            for table in ("people", "running_consults")
        ]

    assert kept == [0, 0]


async def test_an_inline_query_that_is_no_code_says_what_to_type(
    telegram: TelegramStub, running: Running
) -> None:
    sender, _ = doctor(telegram)
    async with running():
        inline = await sender.asks_inline("hello")

    assert not inline.results
    assert inline.button is not None


async def test_the_copied_line_holds_case_verdicts_and_ruleset(
    telegram: TelegramStub, running: Running
) -> None:
    user, _ = doctor(telegram)
    async with running():
        await started(telegram, user)
        report = await tapped(telegram, user, *TO_THE_REPORT)

    line = report.button("Copy line").copy_text
    assert line == (
        "TACE x1 CR VI- EHS- TM- CP-A PS0 | JSH:nonR CCI:nonR EUR:nonR EPO:nonR"
        " | none of 8 reasons against TACE | 2026.1"
    )
