"""The consult on python-telegram-bot's `ConversationHandler`.

python -m tests.benchmarks.peers.conversation_handler [concurrent]: with its defaults, which take
one update after another; or those of different chats at once and those of one chat in order.
"""

import sys
from collections.abc import Awaitable
from typing import Any

from telegram import CopyTextButton, InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.constants import ParseMode
from telegram.ext import (
    Application,
    ApplicationBuilder,
    BaseHandler,
    BaseUpdateProcessor,
    CallbackQueryHandler,
    CommandHandler,
    ContextTypes,
    ConversationHandler,
)

from bot.telegram.lanes import Lanes
from conversations.conversation import Shown
from conversations.flow.views import Page
from conversations.screens.screen import CopyOffer, Offer
from tests.benchmarks.peers.consult import (
    ACCEPTED,
    after,
    begins_anew,
    first,
    html,
    labelled,
    words,
    work,
)

_NOTICE = "notice"
_SHOWN = "shown"
_AT_ONCE = 256
"""As many as python-telegram-bot takes by itself once it is to take several."""


class _InOrderWithinChats(BaseUpdateProcessor):
    """Takes updates of different chats at once."""

    def __init__(self) -> None:
        super().__init__(_AT_ONCE)
        self._lanes = Lanes()

    async def do_process_update(self, update: object, coroutine: Awaitable[Any]) -> None:
        chat = update.effective_chat if isinstance(update, Update) else None
        await self._lanes.run(chat.id if chat else None, lambda: coroutine)

    async def initialize(self) -> None:
        """Nothing is needed."""

    async def shutdown(self) -> None:
        """Nothing is left."""


async def start(update: Update, _: ContextTypes.DEFAULT_TYPE) -> str:
    """Show the notice."""
    assert update.message
    wording = words(update.message.from_user.language_code if update.message.from_user else None)
    accept = InlineKeyboardButton(wording("notice.accept"), callback_data=ACCEPTED)
    markup = InlineKeyboardMarkup([[accept]])
    await update.message.reply_text(wording("notice.text"), reply_markup=markup)
    return _NOTICE


async def accept(update: Update, context: ContextTypes.DEFAULT_TYPE) -> str:
    """Put the first question in the place of the notice."""
    query = update.callback_query
    assert query
    assert context.user_data is not None
    await query.answer()
    shown = first(words(query.from_user.language_code))
    context.user_data[_SHOWN] = shown
    await query.edit_message_text(
        html(shown.screen), parse_mode=ParseMode.HTML, reply_markup=_keyboard(shown)
    )
    return shown.view.page


async def tap(update: Update, context: ContextTypes.DEFAULT_TYPE) -> str:
    """Show where a button leads."""
    query = update.callback_query
    assert query
    assert query.data
    assert query.message
    assert context.user_data is not None
    await query.answer()
    shown = after(context.user_data[_SHOWN], query.data, words(query.from_user.language_code))
    context.user_data[_SHOWN] = shown
    text, markup = html(shown.screen), _keyboard(shown)
    if begins_anew(query.data):
        await context.bot.send_message(
            query.message.chat.id, text, parse_mode=ParseMode.HTML, reply_markup=markup
        )
    else:
        await query.edit_message_text(text, parse_mode=ParseMode.HTML, reply_markup=markup)
    return shown.view.page


def _keyboard(shown: Shown) -> InlineKeyboardMarkup:
    rows = [
        [InlineKeyboardButton(label, callback_data=data) for label, data in row]
        for row in labelled(shown.screen)
    ]
    offers = [_offer(offer) for offer in shown.screen.offers]
    return InlineKeyboardMarkup([*rows, offers] if offers else rows)


def _offer(offer: Offer) -> InlineKeyboardButton:
    if isinstance(offer, CopyOffer):
        return InlineKeyboardButton(offer.label, copy_text=CopyTextButton(offer.text))
    return InlineKeyboardButton(offer.label, switch_inline_query=offer.code)


def _application(*, concurrent: bool) -> Application[Any, Any, Any, Any, Any, Any]:
    assigned = work()
    builder = ApplicationBuilder().token(assigned.token).base_url(f"{assigned.api}/bot")
    if concurrent:
        builder = builder.concurrent_updates(_InOrderWithinChats())
    application = builder.build()
    states: dict[object, list[BaseHandler[Update, Any, Any]]] = {
        _NOTICE: [CallbackQueryHandler(accept, pattern=f"^{ACCEPTED}$")],
        **{page: [CallbackQueryHandler(tap)] for page in Page},
    }
    application.add_handler(
        ConversationHandler(
            entry_points=[CommandHandler("start", start)],
            states=states,
            fallbacks=[],
            allow_reentry=True,
        )
    )
    return application


def main() -> None:
    application = _application(concurrent="concurrent" in sys.argv[1:])
    assigned = work()
    if assigned.webhook_url:
        application.run_webhook(
            listen="127.0.0.1",
            port=assigned.port,
            url_path=assigned.path,
            webhook_url=assigned.webhook_url,
        )
    else:
        application.run_polling()


if __name__ == "__main__":
    main()
