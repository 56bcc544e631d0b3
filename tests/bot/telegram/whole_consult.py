"""A whole consult, whatever its questions are."""

from tests.telegram_stub import Screen, TelegramStub, User

_MOST_TAPS = 40


async def to_the_report(telegram: TelegramStub, user: User) -> Screen:
    """Answer every question with its first button, and return the report."""
    for _ in range(_MOST_TAPS):
        screen = await telegram.screen(user.private_chat())
        if any("Copy line" in row for row in screen.buttons):
            return screen
        await user.taps(screen.buttons[0][0], message=screen.message)
    raise AssertionError(f"no report after {_MOST_TAPS} taps")
