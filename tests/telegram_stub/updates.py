"""The updates that wait for the bot, in order, until it has confirmed them."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.telegram_stub.refusals import JsonObject
from tests.telegram_stub.waiting import Changes

if TYPE_CHECKING:
    from collections.abc import Callable

KINDS = frozenset(
    {
        "message",
        "edited_message",
        "channel_post",
        "edited_channel_post",
        "business_connection",
        "business_message",
        "edited_business_message",
        "deleted_business_messages",
        "message_reaction",
        "message_reaction_count",
        "inline_query",
        "chosen_inline_result",
        "callback_query",
        "shipping_query",
        "pre_checkout_query",
        "purchased_paid_media",
        "poll",
        "poll_answer",
        "my_chat_member",
        "chat_member",
        "chat_join_request",
        "chat_boost",
        "removed_chat_boost",
    }
)
# A bot gets these only when it asks for them by name.
DEFAULT_KINDS = KINDS - {"chat_member", "message_reaction", "message_reaction_count"}

_FIRST_ID = 100_000_001
_AHEAD = 10
_OF_A_CHAT = {"message", "edited_message", "my_chat_member"}


@dataclass(eq=False)
class Pending:
    """An update on its way; one sent `again` reaches the bot whatever offset it asks for."""

    update: JsonObject
    again: bool = False
    given: bool = False

    @property
    def update_id(self) -> int:
        return int(self.update["update_id"])

    @property
    def kind(self) -> str:
        return next((name for name in self.update if name != "update_id"), "nothing")

    @property
    def lane(self) -> str:
        """Updates of one lane go to a webhook one after another, those of others beside them."""
        body = self.update.get(self.kind)
        if isinstance(body, dict):
            if self.kind in _OF_A_CHAT and "chat" in body:
                kind = "member" if self.kind == "my_chat_member" else "message"
                return f"{kind} in {body['chat']['id']}"
            if "from" in body:
                return f"{self.kind} from {body['from']['id']}"
        return f"update {self.update_id}"


class UpdateQueue:
    def __init__(self, changes: Changes) -> None:
        self.pending: list[Pending] = []
        self.allowed = DEFAULT_KINDS
        self.on_new: Callable[[], None] = changes.tell
        self._changes = changes
        self._last_id = _FIRST_ID - 1
        self._all: dict[int, JsonObject] = {}

    @property
    def newest(self) -> int:
        """The number of the latest update."""
        return self._last_id

    def add(self, kind: str, body: JsonObject) -> None:
        """Queue what happened, unless the bot asked not to hear of this kind."""
        if kind in self.allowed:
            self.add_raw({kind: body})

    def add_raw(self, update: JsonObject) -> int:
        """Queue a whole update, numbered if it has no number yet; returns its number."""
        update_id = int(update.get("update_id", self._last_id + 1))
        self._last_id = max(self._last_id, update_id)
        self._all[update_id] = {"update_id": update_id, **update}
        self._queue(Pending(self._all[update_id]))
        return update_id

    def number_anew(self, first: int) -> None:
        """Give the next update this number, as Telegram may after a week without any."""
        self._last_id = first - 1

    def redeliver(self, update_id: int | None = None) -> None:
        """Send an update (the latest unless told otherwise) once more under its old number."""
        self._queue(Pending(self._all[update_id or self._last_id], again=True))

    def take(self, offset: int, limit: int) -> list[JsonObject]:
        """Confirm everything below the offset and return what comes next.

        A negative offset keeps only that many of the latest. One far beyond all there are says
        nothing, since numbers may begin anew.
        """
        if offset > self._last_id + 1 + _AHEAD:
            offset = 0
        if offset < 0:
            self._keep(self.pending[offset:])
        elif offset > 0:
            self._keep(
                [
                    one
                    for one in self.pending
                    if one.update_id >= offset or (one.again and not one.given)
                ]
            )
        taken = self.pending[:limit]
        for one in taken:
            one.given = True
        return [one.update for one in taken]

    def first(self, lane: str) -> Pending | None:
        return next((one for one in self.pending if one.lane == lane), None)

    def done(self, pending: Pending) -> None:
        self._keep([one for one in self.pending if one is not pending])

    def clear(self) -> None:
        self._keep([])

    def allow(self, kinds: object) -> None:
        """Take over `allowed_updates`; an empty list is the default, None changes nothing."""
        if isinstance(kinds, list):
            known = KINDS & {one for one in kinds if isinstance(one, str)}
            self.allowed = known or DEFAULT_KINDS

    def described(self) -> str:
        """Name what waits, for whoever waits for it."""
        names = [f"{one.update_id} ({one.kind})" for one in self.pending]
        return f"updates not yet done: {', '.join(names) or 'none'}"

    def _queue(self, pending: Pending) -> None:
        self.pending.append(pending)
        self._changes.tell()
        self.on_new()

    def _keep(self, kept: list[Pending]) -> None:
        if len(kept) != len(self.pending):
            self.pending = kept
            self._changes.tell()
