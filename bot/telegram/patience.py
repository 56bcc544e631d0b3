"""How long the bot waits for what, in one place."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Patience:
    """Seconds. The defaults serve people; tests that wait for the end of something set others."""

    body: float = 10.0
    """How long the body of a request to the webhook may take to come."""
    unshown: float = 4.0
    """How long a screen may be on its way before the sweeper takes it for held back."""
    answer: float = 4.0
    """How long Telegram may take to answer one call that shows something."""
    showing: float = 6.0
    """How long one screen is tried again before it is left to the sweeper, or to redelivery."""
    spinner: float = 1.0
    """How long a tapped button may spin, waiting for the webhook's own response."""
    again: float = 120.0
    """How long an update that could not be dealt with is tried again in long polling."""
    stopping: float = 20.0
    """How long what was taken may last once the bot is asked to stop."""
