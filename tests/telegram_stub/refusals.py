"""How Telegram says no, in its own words."""

from typing import Any, TypeAlias

# Bodies as they travel. Tests reach deep into them, so the leaves stay untyped.
JsonObject: TypeAlias = dict[str, Any]


class RefusedError(Exception):
    """An answer with `"ok": false`; `retry_after` is in seconds and comes with status 429.

    `migrated_to` is the id of the supergroup that the group of the call has become.
    """

    def __init__(
        self,
        status: int,
        description: str,
        *,
        retry_after: int | None = None,
        migrated_to: int | None = None,
    ) -> None:
        super().__init__(description)
        self.status = status
        self.description = description
        self.retry_after = retry_after
        self.migrated_to = migrated_to

    def to_json(self) -> JsonObject:
        body: JsonObject = {
            "ok": False,
            "error_code": self.status,
            "description": self.description,
        }
        if self.retry_after is not None:
            body["parameters"] = {"retry_after": self.retry_after}
        if self.migrated_to is not None:
            body["parameters"] = {"migrate_to_chat_id": self.migrated_to}
        return body


def bad_request(reason: str) -> RefusedError:
    """Status 400; Telegram lowers the first letter of a sentence, but not of an ERROR_NAME."""
    if not (reason[1:2] == "_" or reason[1:2].isupper()):
        reason = reason[0].lower() + reason[1:]
    return RefusedError(400, f"Bad Request: {reason}")


def forbidden(reason: str) -> RefusedError:
    return RefusedError(403, f"Forbidden: {reason}")


def conflict(reason: str) -> RefusedError:
    return RefusedError(409, f"Conflict: {reason}")


def too_many_requests(seconds: int) -> RefusedError:
    return RefusedError(429, f"Too Many Requests: retry after {seconds}", retry_after=seconds)


def hidden_mistake(reason: str) -> RefusedError:
    """Refuse what Telegram would accept in silence and show wrongly.

    The text starts with "stub:" so that nobody takes it for one of Telegram's own.
    """
    return RefusedError(400, f"Bad Request: stub: {reason}")
