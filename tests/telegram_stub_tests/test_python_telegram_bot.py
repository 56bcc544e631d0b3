"""The library that the project uses must read everything the stub says."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from io import BytesIO

import pytest
import telegram as ptb
from telegram.constants import ParseMode
from telegram.error import BadRequest, Conflict, Forbidden, InvalidToken, NetworkError, RetryAfter

from tests.telegram_stub import Chat, TelegramStub, User


@pytest.fixture
async def bot(telegram: TelegramStub) -> AsyncIterator[ptb.Bot]:
    async with ptb.Bot(telegram.token, base_url=f"{telegram.base_url}/bot") as bot:
        yield bot


def keyboard(*labels: str) -> ptb.InlineKeyboardMarkup:
    return ptb.InlineKeyboardMarkup(
        [[ptb.InlineKeyboardButton(one, callback_data=one) for one in labels]]
    )


async def test_it_knows_itself(telegram: TelegramStub, bot: ptb.Bot) -> None:
    assert bot.id == telegram.bot.id
    assert bot.username == "stub_bot"
    assert bot.supports_inline_queries


async def test_it_sends_edits_and_deletes(bot: ptb.Bot, chat: Chat) -> None:
    sent = await bot.send_message(
        chat.id,
        "<b>PD</b> https://example.org/ /help",
        parse_mode=ParseMode.HTML,
        reply_markup=keyboard("Yes", "No"),
        reply_parameters=ptb.ReplyParameters(1),
        link_preview_options=ptb.LinkPreviewOptions(is_disabled=True),
        disable_notification=True,
    )
    assert sent.reply_markup == keyboard("Yes", "No")
    assert sent.reply_to_message is not None
    assert [one.type for one in sent.entities] == ["bold", "url", "bot_command"]
    edited = await sent.edit_text("SD", reply_markup=keyboard("No"))
    assert isinstance(edited, ptb.Message)
    assert edited.edit_date is not None
    assert await sent.edit_reply_markup()
    assert await sent.delete()
    with pytest.raises(BadRequest, match="Message to edit not found"):
        await sent.edit_text("PD")


async def test_it_sends_documents(bot: ptb.Bot, chat: Chat) -> None:
    sent = await bot.send_document(
        chat.id, BytesIO(b"%PDF"), filename="report.pdf", caption="<i>x</i>", parse_mode="HTML"
    )
    assert sent.document is not None
    assert (sent.document.file_name, sent.document.file_size) == ("report.pdf", 4)
    assert sent.caption_entities[0].type == "italic"


async def test_it_reads_every_update(
    telegram: TelegramStub, bot: ptb.Bot, chat: Chat, anna: User
) -> None:
    group = telegram.group(-1_000_000_000_001, [anna])
    await bot.send_message(chat.id, "?", reply_markup=keyboard("Yes"))
    message = await anna.sends("/start")
    await anna.edits(message, "65%")
    await anna.sends_photo()
    await anna.sends_document()
    await anna.sends_voice()
    await anna.sends_location()
    await anna.taps("Yes")
    await anna.sends("/new", group)
    await anna.removes_the_bot(group)
    updates = await bot.get_updates(allowed_updates=list(ptb.Update.ALL_TYPES))
    command, edited, photo, document, voice, place, tap, in_group, removed = updates
    assert command.message is not None
    assert command.message.parse_entities(["bot_command"]) != {}
    assert edited.edited_message is not None
    for one, kind in ((photo, "photo"), (document, "document"), (voice, "voice")):
        assert getattr(one.message, kind)
    assert place.message is not None
    assert place.message.location is not None
    assert tap.callback_query is not None
    assert isinstance(tap.callback_query.message, ptb.Message)
    assert await tap.callback_query.answer("Noted", show_alert=True)
    assert in_group.effective_chat is not None
    assert in_group.effective_chat.type == "supergroup"
    assert removed.my_chat_member is not None
    assert removed.my_chat_member.new_chat_member.status == "kicked"

    asking = asyncio.create_task(anna.asks_inline("code"))
    (inline,) = await bot.get_updates(offset=removed.update_id + 1, timeout=5)
    assert inline.inline_query is not None
    content = ptb.InputTextMessageContent("<b>PD</b>", parse_mode="HTML")
    article = ptb.InlineQueryResultArticle("1", "PD", content, reply_markup=keyboard("Open"))
    button = ptb.InlineQueryResultsButton("New", start_parameter="new")
    assert await inline.inline_query.answer([article], cache_time=0, button=button)
    message = await anna.chooses((await asking).results[0])
    inline_id = message.inline_message_id
    assert await bot.edit_message_text("SD", inline_message_id=inline_id) is True
    assert telegram.calls.unknown_parameters == {}


async def test_it_sets_up_its_profile(bot: ptb.Bot, chat: Chat) -> None:
    scope = ptb.BotCommandScopeAllPrivateChats()
    commands = [ptb.BotCommand("new", "A new case")]
    assert await bot.set_my_commands(commands, scope=scope, language_code="zh")
    assert await bot.get_my_commands(scope, "zh") == tuple(commands)
    assert await bot.set_my_description("肝", "zh")
    assert (await bot.get_my_description("zh")).description == "肝"
    assert await bot.set_my_short_description("short")
    assert (await bot.get_my_short_description()).short_description == "short"
    assert await bot.set_my_name("Stub")
    assert (await bot.get_my_name()).name == "Stub"
    assert await bot.set_chat_menu_button(chat.id, ptb.MenuButtonCommands())
    assert isinstance(await bot.get_chat_menu_button(chat.id), ptb.MenuButtonCommands)


async def test_it_looks_up_chats_and_members(
    telegram: TelegramStub, bot: ptb.Bot, chat: Chat, anna: User
) -> None:
    assert (await bot.get_chat(chat.id)).first_name == "Anna"
    group = telegram.group(-100, [anna])
    group.bot = "administrator"
    assert (await bot.get_chat_member(group.id, bot.id)).status == "administrator"
    assert await bot.send_chat_action(group.id, "typing")
    assert await bot.leave_chat(group.id)


async def test_it_sets_and_reads_a_webhook(bot: ptb.Bot) -> None:
    url = "http://127.0.0.1:9/hook"
    assert await bot.set_webhook(url, max_connections=100, allowed_updates=["message"])
    info = await bot.get_webhook_info()
    assert (info.url, info.max_connections) == (url, 100)
    with pytest.raises(Conflict):
        await bot.get_updates()
    assert await bot.delete_webhook(drop_pending_updates=True)


async def test_it_understands_each_refusal(
    telegram: TelegramStub, bot: ptb.Bot, chat: Chat, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Without it the library warns about each RetryAfter that it raises itself.
    monkeypatch.setenv("PTB_TIMEDELTA", "true")
    with pytest.raises(BadRequest, match="Chat not found"):
        await bot.send_message(99, "hello")
    telegram.hold_back(chat.id, 7)
    with pytest.raises(RetryAfter) as held:
        await bot.send_message(chat.id, "hello")
    assert held.value.retry_after == timedelta(seconds=7)
    telegram.passes(7)
    telegram.block(chat.id)
    with pytest.raises(Forbidden, match="bot was blocked by the user"):
        await bot.send_message(chat.id, "hello")
    for fault in (502, "drop"):
        telegram.fail_next("sendMessage", fault=fault)
        with pytest.raises(NetworkError):
            await bot.send_message(chat.id, "hello")
    stranger = ptb.Bot("1:WRONG", base_url=f"{telegram.base_url}/bot")
    with pytest.raises(InvalidToken):
        await stranger.initialize()
    await stranger.shutdown()
