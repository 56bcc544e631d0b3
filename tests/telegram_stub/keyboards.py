"""Keyboards under a message, checked as Telegram checks them."""

import json
from dataclasses import dataclass
from typing import Any

from tests.telegram_stub.links import checked_link
from tests.telegram_stub.refusals import JsonObject, RefusedError, bad_request, hidden_mistake

MOST_BUTTONS = 100
MOST_IN_A_ROW = 8
MOST_MARKUP_BYTES = 10_240
_MOST_DATA_BYTES = 64
_MOST_COPIED = 256

_ACTIONS = (
    "url",
    "callback_data",
    "switch_inline_query",
    "switch_inline_query_chosen_chat",
    "switch_inline_query_current_chat",
    "web_app",
    "copy_text",
)
_BEYOND_THE_STUB = {"callback_game", "pay", "login_url"}
_DECORATIONS = ("style", "icon_custom_emoji_id")


@dataclass(frozen=True)
class Button:
    """One inline button: its label, the name of its action and the action's value as sent."""

    text: str
    action: str
    value: Any
    decoration: tuple[tuple[str, str], ...] = ()

    @property
    def callback_data(self) -> str | None:
        return str(self.value) if self.action == "callback_data" else None

    @property
    def url(self) -> str | None:
        return str(self.value) if self.action == "url" else None

    @property
    def copy_text(self) -> str | None:
        return str(self.value["text"]) if self.action == "copy_text" else None

    @property
    def inline_query(self) -> str | None:
        """What the button writes behind the bot's name when it starts an inline query."""
        if not self.action.startswith("switch_inline_query"):
            return None
        return str(self.value["query"] if isinstance(self.value, dict) else self.value)

    def to_json(self) -> JsonObject:
        return {"text": self.text, self.action: self.value, **dict(self.decoration)}


@dataclass(frozen=True)
class Keyboard:
    """An inline keyboard; the only kind that stays with its message."""

    rows: tuple[tuple[Button, ...], ...]

    @property
    def labels(self) -> list[list[str]]:
        return [[button.text for button in row] for row in self.rows]

    def named(self, label: str) -> Button | None:
        return next((one for row in self.rows for one in row if one.text == label), None)

    def to_json(self) -> JsonObject:
        return {"inline_keyboard": [[one.to_json() for one in row] for row in self.rows]}


@dataclass(frozen=True)
class OtherMarkup:
    """A reply keyboard, its removal, or a forced reply: shown once, not part of the message."""

    body: JsonObject


def read_markup(source: str, *, lenient: bool = False) -> Keyboard | OtherMarkup | None:
    """Read the parameter `reply_markup`; an empty one is none. Raises RefusedError."""
    if not source:
        return None
    try:
        body = json.loads(source)
    except ValueError:
        raise bad_request("Can't parse reply keyboard markup JSON object") from None
    return markup_of(body, lenient=lenient)


def markup_of(body: object, *, lenient: bool = False) -> Keyboard | OtherMarkup | None:
    if not isinstance(body, dict):
        raise bad_request("Object expected as reply markup")
    rows = _rows(body.get("inline_keyboard", []))
    if rows:
        return _inline_keyboard(rows, lenient=lenient)
    if body.get("keyboard") or body.get("remove_keyboard") or body.get("force_reply"):
        return OtherMarkup(body)
    return None


def inline_only(markup: Keyboard | OtherMarkup | None) -> Keyboard | None:
    if isinstance(markup, OtherMarkup):
        raise bad_request("Inline keyboard expected")
    return markup


def _rows(value: object) -> list[list[object]]:
    if not isinstance(value, list) or not all(isinstance(row, list) for row in value):
        raise bad_request(
            'Field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays'
        )
    return value


def _inline_keyboard(rows: list[list[object]], *, lenient: bool) -> Keyboard | None:
    read = (tuple(_button(one, lenient=lenient) for one in row) for row in rows)
    keyboard = Keyboard(tuple(row for row in read if row))
    if not lenient and any(len(row) > MOST_IN_A_ROW for row in keyboard.rows):
        raise hidden_mistake(f"a row has more than {MOST_IN_A_ROW} buttons, the rest may not show")
    size = len(json.dumps(keyboard.to_json(), ensure_ascii=False).encode())
    if sum(map(len, keyboard.rows)) > MOST_BUTTONS or size > MOST_MARKUP_BYTES:
        raise bad_request("reply markup is too long")
    return keyboard if keyboard.rows else None


def _button(body: object, *, lenient: bool) -> Button:
    if not isinstance(body, dict):
        raise _unreadable("InlineKeyboardButton must be an Object")
    text = body.get("text")
    if text is None:
        raise _unreadable('Can\'t find field "text"')
    if not isinstance(text, str):
        raise _unreadable('Field "text" must be of type String')
    if not text.strip():
        raise bad_request("Inline keyboard button text must be non-empty")
    # An empty url or callback_data counts as none, the other actions count by being there.
    given = [name for name in _ACTIONS if _is_given(name, body)]
    if beyond := _BEYOND_THE_STUB & body.keys():
        raise hidden_mistake(f"buttons with {sorted(beyond)} are beyond this stub")
    if not given:
        raise _unreadable("Text buttons are unallowed in the inline keyboard")
    if len(given) > 1 and not lenient:
        raise hidden_mistake(f"a button has several actions {given}, only the first counts")
    decoration = tuple((name, str(body[name])) for name in _DECORATIONS if name in body)
    return Button(text, given[0], _action_value(given[0], body[given[0]]), decoration)


def _is_given(name: str, body: JsonObject) -> bool:
    return bool(body.get(name)) if name in {"url", "callback_data"} else body.get(name) is not None


def _action_value(action: str, value: Any) -> Any:  # noqa: ANN401 - each action has its own shape
    if action == "callback_data" and len(str(value).encode()) > _MOST_DATA_BYTES:
        raise bad_request("BUTTON_DATA_INVALID")
    if action == "url":
        return _link("Inline keyboard button", value)
    if action == "web_app":
        return {"url": _https("Inline keyboard button Web App", _field(value, "url"))}
    if action == "copy_text" and not 1 <= len(_field(value, "text")) <= _MOST_COPIED:
        raise bad_request("BUTTON_COPY_TEXT_INVALID")
    return value


def _field(value: object, name: str) -> str:
    if not isinstance(value, dict):
        raise _unreadable("Object expected as the action of a button")
    if not isinstance(value.get(name), str):
        raise _unreadable(f'Can\'t find field "{name}"')
    return str(value[name])


def _link(what: str, value: str) -> str:
    try:
        return checked_link(value)
    except ValueError as reason:
        raise bad_request(f"{what} URL '{value}' is invalid: {reason}") from None


def _https(what: str, value: str) -> str:
    link = _link(what, value)
    if not link.startswith("https://"):
        raise bad_request(f"{what} URL '{value}' is invalid: Only HTTPS links are allowed")
    return link


def _unreadable(reason: str) -> RefusedError:
    return bad_request(f"can't parse inline keyboard button: {reason}")
