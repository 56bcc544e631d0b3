"""What the bot asked of Telegram, and what it was told."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import overload

from tests.telegram_stub.refusals import JsonObject
from tests.telegram_stub.waiting import Changes


@dataclass(eq=False)
class Call:
    """One call of a method; `answer` is None while it runs and when no answer reached the bot.

    `unknown` names parameters that Telegram ignores, `at` is Telegram's time in seconds.
    """

    method: str
    parameters: JsonObject
    at: float
    unknown: frozenset[str] = frozenset()
    in_webhook_answer: bool = False
    answer: JsonObject | None = field(default=None, repr=False)
    finished: bool = False

    @property
    def ok(self) -> bool:
        return self.answer is not None and bool(self.answer["ok"])

    @property
    def description(self) -> str:
        """Why it was refused; empty when it was not."""
        return str((self.answer or {}).get("description", ""))


class CallLog(Sequence[Call]):
    def __init__(self, changes: Changes) -> None:
        self._calls: list[Call] = []
        self._changes = changes
        self._seen: dict[str, int] = {}

    @overload
    def __getitem__(self, index: int) -> Call: ...
    @overload
    def __getitem__(self, index: slice) -> list[Call]: ...
    def __getitem__(self, index: int | slice) -> Call | list[Call]:
        return self._calls[index]

    def __len__(self) -> int:
        return len(self._calls)

    def __iter__(self) -> Iterator[Call]:
        return iter(self._calls)

    def of(self, method: str) -> list[Call]:
        return [one for one in self._calls if one.method == method]

    @property
    def under_way(self) -> list[Call]:
        """The calls that still run, apart from those that wait for updates."""
        return [one for one in self._calls if not one.finished and one.method != "getUpdates"]

    @property
    def unknown_parameters(self) -> dict[str, frozenset[str]]:
        """By method, what the bot sent and Telegram ignores."""
        found: dict[str, frozenset[str]] = {}
        for one in self._calls:
            if one.unknown:
                found[one.method] = found.get(one.method, frozenset()) | one.unknown
        return found

    def start(self, call: Call) -> None:
        self._calls.append(call)
        self._changes.tell()

    def finish(self, call: Call, answer: JsonObject | None) -> None:
        call.answer = answer
        call.finished = True
        self._changes.tell()

    async def next(
        self, method: str, *, since: int | None = None, within: float | None = None
    ) -> Call:
        """Return the next finished call of this method.

        Next means the first that earlier waits have not returned, or the first at or behind the
        place `since` (a former length of this log). Raises TimeoutError if there is none in time.
        """
        start = self._seen.get(method, 0) if since is None else since

        def found() -> tuple[int, Call] | None:
            for place, one in enumerate(self._calls[start:], start):
                if one.method == method and one.finished:
                    return place, one
            return None

        place, call = await self._changes.until(found, lambda: self._missing(method, start), within)
        self._seen[method] = place + 1
        return call

    async def begun(self, method: str, count: int = 1, within: float | None = None) -> None:
        """Wait until so many calls of this method have begun; raises TimeoutError."""
        await self._changes.until(
            lambda: True if len(self.of(method)) >= count else None,
            lambda: f"{count} calls of {method} to begin; {self._missing(method, 0)}",
            within,
        )

    def _missing(self, method: str, start: int) -> str:
        others = [one.method for one in self._calls[start:]]
        return f"a call of {method}; the bot called {others or 'nothing'} instead"
