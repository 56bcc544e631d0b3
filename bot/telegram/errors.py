"""What keeps an update from being dealt with, and what Telegram means by its refusals."""

from telegram.error import BadRequest, ChatMigrated, Forbidden, RetryAfter, TelegramError

_A_MOMENT_SECONDS = 1.0

_NOBODY = (
    "chat not found",
    "peer_id_invalid",
    "user not found",
    "not enough rights",
    "have no rights",
    "chat_write_forbidden",
    "chat_restricted",
    "topic_closed",
    "topic_deleted",
    "thread not found",
)
_GONE = (
    "message to edit not found",
    "message can't be edited",
    "message_id_invalid",
    "no text in the message to edit",
    "message identifier is not specified",
)


class NotDone(Exception):  # noqa: N818 - a state that passes, not a mistake
    """An update could be neither shown nor kept: it is to be delivered again.

    `seconds` is how long to wait before that. The text holds nothing of the update.
    """

    def __init__(self, why: str, seconds: float = _A_MOMENT_SECONDS) -> None:
        super().__init__(why)
        self.seconds = seconds


def retry_seconds(error: RetryAfter) -> float:
    """Return how many seconds Telegram asks to wait."""
    after = error.retry_after
    return float(after) if isinstance(after, int) else after.total_seconds()


def nobody_is_there(error: TelegramError) -> bool:
    """Return whether the bot was blocked or removed, or may not write there any more."""
    if isinstance(error, BadRequest):
        return _says(error, _NOBODY)
    return isinstance(error, Forbidden | ChatMigrated)


def is_unchanged(error: BadRequest) -> bool:
    """Return whether an edit was refused because the screen is there already."""
    return _says(error, ("not modified",))


def is_gone(error: BadRequest) -> bool:
    """Return whether the message was deleted, or has become too old to be edited."""
    return _says(error, _GONE)


def _says(error: BadRequest, any_of: tuple[str, ...]) -> bool:
    text = error.message.lower()
    return any(each in text for each in any_of)
