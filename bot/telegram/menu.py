"""The bot's menu and description in Telegram, in both languages."""

from collections.abc import Iterable
from contextlib import suppress

import structlog
from telegram import Bot, BotCommand, BotCommandScopeChat
from telegram.error import BadRequest, TelegramError

from bot.telegram.administration import ADMIN_COMMANDS
from bot.wording import wording
from conversations.wording import Language

log = structlog.get_logger(__name__)

COMMANDS = ("start", "new", "help", "about", "language", "privacy", "delete", "verify")


async def set_menu(bot: Bot, admins: Iterable[int] = ()) -> None:
    """Set commands and descriptions: English for everybody, Chinese where Telegram is Chinese.

    `admins` are shown their own commands as well, once they have started the bot.
    The bot works without them, so a refusal is logged and nothing more.
    """
    if not bot.supports_inline_queries:
        log.warning("inline mode is off, so cases cannot be shared: /setinline at @BotFather")
    try:
        for language in Language:
            words = wording(language)
            code = None if language is Language.EN else str(language)
            commands = [BotCommand(name, words(f"command.{name}")) for name in COMMANDS]
            more = [BotCommand(name, words(f"command.{name}")) for name in ADMIN_COMMANDS]
            await bot.set_my_commands(commands, language_code=code)
            for admin in admins:
                with suppress(BadRequest):  # Telegram knows no chat with them yet
                    scope = BotCommandScopeChat(admin)
                    await bot.set_my_commands([*commands, *more], scope, code)
            await bot.set_my_description(words("bot.description"), language_code=code)
            await bot.set_my_short_description(words("bot.short_description"), language_code=code)
    except TelegramError as error:
        log.warning("the menu was not set", error=type(error).__name__)
