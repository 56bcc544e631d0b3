"""The consult on aiogram-dialog: python -m tests.benchmarks.peers.aiogram_dialog."""

import asyncio
from typing import Any

from aiogram import Bot, Dispatcher
from aiogram.client.default import DefaultBotProperties
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.enums import ParseMode
from aiogram.filters import CommandStart
from aiogram.fsm.state import State, StatesGroup
from aiogram.fsm.storage.memory import SimpleEventIsolation
from aiogram.types import CallbackQuery, CopyTextButton, InlineKeyboardButton, Message, User
from aiogram.webhook.aiohttp_server import SimpleRequestHandler, setup_application
from aiogram_dialog import Dialog, DialogManager, ShowMode, StartMode, Window, setup_dialogs
from aiogram_dialog.widgets.kbd import Button, Keyboard
from aiogram_dialog.widgets.text import Format
from aiohttp import web

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

_SHOWN = "shown"


class Consult(StatesGroup):
    """The notice, and each kind of screen."""

    notice = State()
    next = State()
    question = State()
    more = State()
    measure = State()
    report = State()
    definition = State()
    against = State()
    caveats = State()
    flips = State()
    skipped = State()
    staging = State()
    labs = State()
    sums = State()
    change = State()


_STATES = {page: getattr(Consult, page.name.lower()) for page in Page}


class Answers(Keyboard):
    """The buttons of a screen, in its own rows."""

    async def _render_keyboard(
        self, data: dict[str, Any], manager: DialogManager
    ) -> list[list[InlineKeyboardButton]]:
        del manager
        screen = data[_SHOWN].screen
        rows = [
            [
                InlineKeyboardButton(text=label, callback_data=self._item_callback_data(carried))
                for label, carried in row
            ]
            for row in labelled(screen)
        ]
        offers = [_offer(offer) for offer in screen.offers]
        return [*rows, offers] if offers else rows

    async def _process_item_callback(
        self, callback: CallbackQuery, data: str, dialog: Dialog, manager: DialogManager
    ) -> bool:
        del dialog
        shown = after(manager.dialog_data[_SHOWN], data, words(callback.from_user.language_code))
        await _go(shown, manager, ShowMode.SEND if begins_anew(data) else ShowMode.EDIT)
        return True


def _offer(offer: Offer) -> InlineKeyboardButton:
    if isinstance(offer, CopyOffer):
        return InlineKeyboardButton(text=offer.label, copy_text=CopyTextButton(text=offer.text))
    return InlineKeyboardButton(text=offer.label, switch_inline_query=offer.code)


async def _go(shown: Shown, manager: DialogManager, mode: ShowMode) -> None:
    manager.dialog_data[_SHOWN] = shown
    await manager.switch_to(_STATES[shown.view.page], show_mode=mode)


async def accept(callback: CallbackQuery, _: Button, manager: DialogManager) -> None:
    """Put the first question in the place of the notice."""
    await _go(first(words(callback.from_user.language_code)), manager, ShowMode.EDIT)


async def notice(event_from_user: User, **_: object) -> dict[str, str]:
    """Return what the notice says."""
    wording = words(event_from_user.language_code)
    return {"text": wording("notice.text"), "accept": wording("notice.accept")}


async def screen(dialog_manager: DialogManager, **_: object) -> dict[str, Any]:
    """Return what the screen says."""
    shown = dialog_manager.dialog_data[_SHOWN]
    return {_SHOWN: shown, "text": html(shown.screen)}


async def start(_: Message, dialog_manager: DialogManager) -> None:
    """Begin with the notice."""
    await dialog_manager.start(Consult.notice, mode=StartMode.RESET_STACK)


def _dispatcher() -> Dispatcher:
    # Its own isolation reads what a chat is about before it waits for the tap before.
    dispatcher = Dispatcher(events_isolation=SimpleEventIsolation())
    dispatcher.message.register(start, CommandStart())
    accepting = Button(Format("{accept}"), id=ACCEPTED, on_click=accept)
    windows = [
        Window(Format("{text}"), Answers(id="a"), state=state, getter=screen)
        for state in _STATES.values()
    ]
    dispatcher.include_router(
        Dialog(Window(Format("{text}"), accepting, state=Consult.notice, getter=notice), *windows)
    )
    setup_dialogs(dispatcher)
    return dispatcher


def main() -> None:
    assigned = work()
    server = TelegramAPIServer.from_base(assigned.api)
    defaults = DefaultBotProperties(parse_mode=ParseMode.HTML)
    dispatcher = _dispatcher()
    if not assigned.webhook_url:
        asyncio.run(_poll(dispatcher, assigned.token, server, defaults))
        return
    bot = Bot(assigned.token, session=AiohttpSession(api=server), default=defaults)

    async def set_webhook() -> None:
        await bot.set_webhook(assigned.webhook_url)

    dispatcher.startup.register(set_webhook)
    app = web.Application()
    SimpleRequestHandler(dispatcher, bot).register(app, path=assigned.path)
    setup_application(app, dispatcher, bot=bot)
    web.run_app(app, host="127.0.0.1", port=assigned.port, print=None, access_log=None)


async def _poll(
    dispatcher: Dispatcher, token: str, server: TelegramAPIServer, defaults: DefaultBotProperties
) -> None:
    bot = Bot(token, session=AiohttpSession(api=server), default=defaults)
    await bot.delete_webhook()
    await dispatcher.start_polling(bot)


if __name__ == "__main__":
    main()
