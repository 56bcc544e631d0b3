"""A case handed on: `@bot CODE` typed in any chat gives a card to send there."""

from contextlib import suppress

from telegram import (
    Bot,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQuery,
    InlineQueryResultArticle,
    InlineQueryResultsButton,
    InputTextMessageContent,
)
from telegram.constants import ParseMode
from telegram.error import BadRequest
from telegram.helpers import create_deep_linked_url

from bot.telegram.desk import Desk
from bot.telegram.drawing import html
from bot.telegram.visitors import Visitor
from conversations.consult.case_code import CaseCodeError, decode
from conversations.conversation import Shown
from conversations.flow.advance import Turn
from conversations.flow.views import REPORT

PLAIN_START = "new"
"""What the start command is given where there is nothing to open."""

_SECONDS_KEPT = 0
"""A card is made for one person's language, which they may change."""


class Cards:
    """Answers inline queries. Nothing is stored: the card's link carries the case."""

    def __init__(self, bot: Bot, desk: Desk) -> None:
        self._bot = bot
        self._desk = desk

    async def offer(self, query: InlineQuery, visitor: Visitor) -> None:
        """Offer the card of the case whose code was typed, or say what to type."""
        code, wording = query.query.strip(), visitor.wording
        results: list[InlineQueryResultArticle] = []
        button = None
        try:
            shown = self._desk.shown(Turn(decode(code), REPORT), wording)
        except CaseCodeError:
            button = InlineQueryResultsButton(wording("card.how"), start_parameter=PLAIN_START)
        else:
            results.append(self._card(code, shown, visitor))
        # A query that is answered too late has been typed over: there is nobody to tell.
        with suppress(BadRequest):
            await self._bot.answer_inline_query(
                query.id, results, cache_time=_SECONDS_KEPT, is_personal=True, button=button
            )

    def _card(self, code: str, shown: Shown, visitor: Visitor) -> InlineQueryResultArticle:
        wording = visitor.wording
        link = create_deep_linked_url(self._bot.username, code)
        opening = InlineKeyboardButton(wording("card.open"), url=link)
        return InlineQueryResultArticle(
            id=code,
            title=wording("card.title"),
            description=shown.screen.text,
            input_message_content=InputTextMessageContent(html(shown.screen), ParseMode.HTML),
            reply_markup=InlineKeyboardMarkup([[opening]]),
        )
