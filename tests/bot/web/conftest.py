"""The web endpoint's tests run the whole bot, as those of the bot on Telegram do."""

from tests.bot.telegram.conftest import either, hooked, running, telegram

__all__ = ["either", "hooked", "running", "telegram"]
