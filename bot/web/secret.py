"""What shows that a request to the webhook comes from Telegram."""

import hmac
from hashlib import sha256

HEADER = "X-Telegram-Bot-Api-Secret-Token"


def webhook_secret(chosen: str | None, token: str) -> str:
    """Return the secret that Telegram is to send along.

    Where none was chosen it follows from the bot's token, the same on every replica: a webhook
    without one would take updates from anybody.
    """
    return chosen or hmac.digest(token.encode(), b"webhook secret", sha256).hex()


def is_right(sent: str | None, secret: str) -> bool:
    """Compare in a time that tells nothing of the secret."""
    return hmac.compare_digest((sent or "").encode(), secret.encode())
