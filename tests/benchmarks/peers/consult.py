"""What every peer does by the product's own functions, so that only the adapters differ."""

import os
from dataclasses import dataclass
from html import escape
from itertools import groupby
from urllib.parse import urlsplit

from bot.clock import today
from bot.wording import wording
from conversations.consult.state import Consult
from conversations.conversation import Shown, show, tapped
from conversations.flow.action_text import decode_action, encode_action
from conversations.flow.actions import Restart
from conversations.flow.advance import Turn
from conversations.flow.views import NEXT
from conversations.screens.screen import CopyOffer, Line, Offer, Screen, Style
from conversations.wording import Language, Wording

ACCEPTED = "accepted"
"""What the button under the notice carries."""


@dataclass(frozen=True)
class Work:
    """Where a peer works, as its environment says. `webhook_url` is empty in long polling."""

    token: str
    api: str
    webhook_url: str

    @property
    def port(self) -> int:
        """Where to listen."""
        return urlsplit(self.webhook_url).port or 0

    @property
    def path(self) -> str:
        """Where updates come."""
        return urlsplit(self.webhook_url).path


def work() -> Work:
    """Read the environment."""
    return Work(
        os.environ["BENCHMARK_TOKEN"],
        os.environ["BENCHMARK_API"],
        os.environ.get("BENCHMARK_WEBHOOK_URL", ""),
    )


def words(language_code: str | None) -> Wording:
    """Return the wording for a language tag of Telegram's."""
    return wording(Language.ZH if (language_code or "").startswith("zh") else Language.EN)


def first(wording: Wording) -> Shown:
    """Return the first screen of a consult."""
    return show(Turn(Consult(), NEXT), wording, today())


def after(shown: Shown, data: str, wording: Wording) -> Shown:
    """Return the screen that a tap on a button leads to."""
    return show(tapped(shown.consult, decode_action(data)), wording, today())


def begins_anew(data: str) -> bool:
    """Tell whether a button leads to a new message."""
    return isinstance(decode_action(data), Restart)


def html(screen: Screen) -> str:
    """Return the text of a screen as Telegram HTML."""
    return "\n".join(
        f"<blockquote expandable>{text}</blockquote>" if folded else text
        for folded, text in (
            (folded, "\n".join(_line(line) for line in lines))
            for folded, lines in groupby(screen.lines, lambda line: line.style is Style.FOLDED)
        )
    )


def labelled(screen: Screen) -> list[list[tuple[str, str]]]:
    """Return rows of buttons: the label, and what it carries."""
    return [[(button.label, encode_action(button.action)) for button in row] for row in screen.rows]


def copied(offer: Offer) -> str | None:
    """Return what an offer puts into the clipboard, `None` where it hands the case on instead."""
    return offer.text if isinstance(offer, CopyOffer) else None


def _line(line: Line) -> str:
    text = escape(line.text, quote=False)
    return f"<b>{text}</b>" if line.style is Style.STRONG else text
