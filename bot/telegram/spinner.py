"""A tapped button spins until its tap is answered."""

from contextlib import suppress

from telegram.error import TelegramError

from bot.telegram.wire import Wire

_ANSWER_SECONDS = 5.0


class Spinner:
    """Stops the spinner of one tap: by a call at once or, where it may wait, in a response.

    A webhook's response may name one method for Telegram to carry out. So there the answer is
    kept back, until it is either taken for the response or called after all: never both.
    """

    def __init__(self, wire: Wire, *, may_wait: bool = False) -> None:
        self._wire = wire
        self._may_wait = may_wait
        self._waiting: tuple[str, str | None] | None = None

    async def stop(self, query_id: str, text: str | None = None) -> None:
        """Stop the spinner, with a notice where there is something to say."""
        if not self.keeps_back(query_id, text):
            await self._call(query_id, text)

    def keeps_back(self, query_id: str, text: str | None = None) -> bool:
        """Return whether this may wait for the response, and keep it back if so."""
        if not self._may_wait or self._waiting is not None:
            return False
        self._waiting = query_id, text
        return True

    async def wait_no_longer(self) -> None:
        """Call for what was kept back, and keep nothing back any more."""
        self._may_wait = False
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            await self._call(*waiting)

    def response(self) -> dict[str, str | bool] | None:
        """Take what was kept back, as the body of a webhook's response; `None` for nothing."""
        self._may_wait = False
        waiting, self._waiting = self._waiting, None
        if waiting is None:
            return None
        query_id, text = waiting
        said: dict[str, str | bool] = {} if text is None else {"text": text, "show_alert": True}
        return {"method": "answerCallbackQuery", "callback_query_id": query_id} | said

    async def _call(self, query_id: str, text: str | None) -> None:
        # Too old a query, or a Telegram that does not answer: the spinner stops by itself.
        with suppress(TelegramError):
            await self._wire.tell(
                "answerCallbackQuery",
                _ANSWER_SECONDS,
                callback_query_id=query_id,
                text=text,
                show_alert=text is not None or None,
            )
