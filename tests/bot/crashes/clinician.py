"""Somebody who goes through consults, step by step, and takes no screen for another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.clock import today
from tests.bot.crashes.plans import Tap

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.bot.crashes.plans import Keys, Plan, Step
    from tests.telegram_stub import Button, Message, TelegramStub, User

PATIENCE_SECONDS = 300
"""For one screen, while processes are killed and started again on a busy machine."""


class Clinician:
    """Waits after each step for the very screen that it leads to: that is what was accepted.

    A person who sees no new screen waits, and does nothing twice. `taken` is called after each
    step.
    """

    def __init__(self, telegram: TelegramStub, user: User, taken: Callable[[], None]) -> None:
        self._telegram = telegram
        self._user = user
        self._chat = user.private_chat()
        self._taken = taken
        self._held = False

    async def arrive(self) -> None:
        """Start the bot and accept its notice."""
        await self._user.sends("/start")
        notice = await self._settled()
        await self._user.taps("I understand", message=notice)
        await self._settled()

    async def hold(self, plan: Plan) -> None:
        """Hold a whole consult; raises `TimeoutError` for a screen that never came."""
        await self._user.sends("/new")
        message = await self._settled()
        await self._sees(message, plan.opens_with)
        is_first = not self._held
        self._held = True
        for step in plan.steps:
            await self._take(step, message, replying=not is_first)
            self._taken()
        assert message.text.endswith(plan.report(today()))

    async def _take(self, step: Step, message: Message, *, replying: bool) -> None:
        """Do everything that the step does on this one screen, then wait for the next.

        Where there is an earlier consult in the chat, a text replies to this one: a tap there that
        is dealt with late would make that the running one.
        """
        on_screen = _buttons(message)
        for deed in step.deeds:
            if isinstance(deed, Tap):
                await self._user.taps(on_screen[deed.data], message=message)
            else:
                await self._user.sends(deed.text, reply_to=message if replying else None)
        await self._sees(message, step.leads_to)

    async def _sees(self, message: Message, wanted: Keys) -> None:
        await self._telegram.until(
            lambda: True if _keys(message) == wanted else None,
            lambda: f"{wanted} in {message!r}, which has {_keys(message)}",
            within=PATIENCE_SECONDS,
        )

    async def _settled(self) -> Message:
        """Wait until all that the person has sent is done, and return the newest message.

        A message that was sent just before a crash is sent again after it. Then the newest is the
        one that the chat's consult goes on in.
        """
        await self._telegram.until(
            lambda: None if self._is_waited_for() else True,
            lambda: f"what {self._user.id} has sent to be dealt with",
            within=PATIENCE_SECONDS,
        )
        return next(one for one in reversed(self._chat.history()) if one.is_of_the_bot)

    def _is_waited_for(self) -> bool:
        bodies = (one.update[one.kind] for one in self._telegram.updates.pending)
        return any(body["from"]["id"] == self._user.id for body in bodies)


def _keys(message: Message) -> Keys:
    rows = message.keyboard.rows if message.keyboard else ()
    carried = (tuple(str(one.callback_data) for one in row if one.callback_data) for row in rows)
    return tuple(row for row in carried if row)


def _buttons(message: Message) -> dict[str, Button]:
    rows = message.keyboard.rows if message.keyboard else ()
    return {str(one.callback_data): one for row in rows for one in row if one.callback_data}
