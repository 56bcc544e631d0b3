"""Somebody with a phone, and how far they have come."""

from aiohttp import ClientSession

from tests.telegram_stub import Chat, Screen, TelegramStub, User

ACCEPT = {"en": "I understand", "zh": "我已了解"}


def doctor(telegram: TelegramStub, language: str = "en", user_id: int = 7) -> tuple[User, Chat]:
    """Return a clinician and their private chat with the bot."""
    user = telegram.user(id=user_id, first_name="Doctor", language_code=language)
    return user, user.private_chat()


async def started(telegram: TelegramStub, user: User, language: str = "en") -> Screen:
    """Start the bot, accept its notice, and return the first question."""
    await user.sends("/start", chat=user.private_chat())
    await telegram.screen(user.private_chat())
    await user.taps(ACCEPT[language])
    return await telegram.screen(user.private_chat())


async def tapped(telegram: TelegramStub, user: User, *labels: str) -> Screen:
    """Tap one button after the other, and return the last screen."""
    for label in labels:
        await user.taps(label)
        await telegram.screen(user.private_chat())
    return await telegram.screen(user.private_chat())


async def message_with_button(telegram: TelegramStub, chat: Chat, data: str) -> None:
    """Let the bot, in some other version, have sent a message with one button."""
    call = f"{telegram.base_url}/bot{telegram.token}/sendMessage"
    keyboard = {"inline_keyboard": [[{"text": "a button", "callback_data": data}]]}
    message = {"chat_id": chat.id, "text": "a message", "reply_markup": keyboard}
    async with ClientSession() as session, session.post(call, json=message) as answer:
        answer.raise_for_status()
