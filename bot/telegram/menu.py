"""The bot's menu and description in Telegram, in both languages."""

import structlog
from telegram import Bot, BotCommand
from telegram.error import TelegramError

from bot.wording import wording
from conversations.wording import Language

log = structlog.get_logger(__name__)

COMMANDS = ("start", "new", "help", "about", "language", "privacy", "delete", "verify")


async def set_menu(bot: Bot) -> None:
    """Set commands and descriptions: English for everybody, Chinese where Telegram is Chinese.

    The bot works without them, so a refusal is logged and nothing more.
    """
    try:
        for language in Language:
            words = wording(language)
            code = None if language is Language.EN else str(language)
            commands = [BotCommand(name, words(f"command.{name}")) for name in COMMANDS]
            await bot.set_my_commands(commands, language_code=code)
            await bot.set_my_description(words("bot.description"), language_code=code)
            await bot.set_my_short_description(words("bot.short_description"), language_code=code)
    except TelegramError as error:
        log.warning("the menu was not set", error=type(error).__name__)
